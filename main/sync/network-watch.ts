import { networkInterfaces } from 'node:os'

const LOOK_EVERY_MS = 5000
/** A timer that comes that late says that the computer slept. */
const SLEPT_MS = 30_000

const addresses = (): string =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .sort()
    .join(' ')

/** Tells when it is worth trying again at once: another network, or the computer woke up. @returns a function that ends it */
export const watchNetwork = (onChange: () => void, look: () => string = addresses, every = LOOK_EVERY_MS): (() => void) => {
  let before = look()
  let last = performance.now()
  const timer = setInterval(() => {
    const found = look()
    const slept = performance.now() - last > every + SLEPT_MS
    last = performance.now()
    const isAnother = found !== before && found !== ''
    before = found
    if (isAnother || slept) onChange()
  }, every)
  timer.unref()
  return () => clearInterval(timer)
}
