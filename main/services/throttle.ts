/** Lets a call through at most once in a while; the last one always comes through, `flush` at once. */
export interface Throttle {
  call(action: () => void): void
  flush(): void
  drop(): void
}

/** @param ms how long the while is, asked anew each time */
export const throttle = (ms: () => number): Throttle => {
  let timer: NodeJS.Timeout | null = null
  let pending: (() => void) | null = null
  let last = -Infinity
  const fire = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
    const action = pending
    pending = null
    if (!action) return
    last = performance.now()
    action()
  }
  return {
    call(action) {
      pending = action
      const wait = last + ms() - performance.now()
      if (wait <= 0) fire()
      else timer ??= setTimeout(fire, wait).unref()
    },
    flush: fire,
    drop() {
      if (timer) clearTimeout(timer)
      timer = null
      pending = null
    },
  }
}
