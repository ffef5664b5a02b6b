/** What is needed of a page to know whether anybody can see it. */
export interface SeenPage {
  isHidden(): boolean
  /** @returns a function that ends it */
  onChange(listener: () => void): () => void
}

/** @returns the document as something that is seen or not */
export const seenPage = (page: Document): SeenPage => ({
  isHidden: () => page.visibilityState === 'hidden',
  onChange(listener) {
    page.addEventListener('visibilitychange', listener)
    return () => page.removeEventListener('visibilitychange', listener)
  },
})

/**
 * Repeats work, counted from its end, while the page can be seen: never while it is hidden, and at once when it is seen again
 * later than the work was due.
 * @returns a function that ends it
 */
export const pollWhileVisible = (work: () => Promise<void>, everyMs: number, page: SeenPage): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isDue = false
  let isOver = false
  const wait = (): void => {
    timer = setTimeout(() => {
      if (page.isHidden()) isDue = true
      else void run()
    }, everyMs)
  }
  const run = async (): Promise<void> => {
    isDue = false
    await work()
    if (!isOver) wait()
  }
  const stopListening = page.onChange(() => {
    if (isDue && !page.isHidden()) void run()
  })
  wait()
  return () => {
    isOver = true
    clearTimeout(timer)
    stopListening()
  }
}
