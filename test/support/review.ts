import { builtInCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import { reviewPackage, type Review } from '#core/run/review-package.ts'
import { readPackage } from '#main/import/read-package.ts'

/** Reviews a package on disk with every check; fails the test when it cannot be read. */
export const reviewAt = async (path: string, capability = FALLBACK_CAPABILITY_ID, checks?: readonly string[]): Promise<Review> => {
  const read = await readPackage({ path })
  if (!read.ok) throw new Error(read.error.message)
  return reviewPackage(read.value, { capability: builtInCapability(capability)!, checks }, { clock: () => performance.now() })
}
