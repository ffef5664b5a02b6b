import type { CachedView } from './cached-view.ts'

/** A cached picture with the view that it was drawn for. */
export interface Viewed {
  readonly view: CachedView
}

/** A picture must show this much more than the one in front to be worth keeping. */
const WIDER = 1.25

/**
 * Decides which older picture stays behind the new one, so that zooming out shows something at once: the widest that
 * shows clearly more than the new one.
 * @param candidates older pictures, null where there is none
 */
export const chooseOverview = <P extends Viewed>(candidates: readonly (P | null)[], front: P): P | null => {
  let widest: P | null = null
  for (const picture of candidates) {
    if (!picture || picture === front || picture.view.camera.scale * WIDER > front.view.camera.scale) continue
    if (!widest || picture.view.camera.scale < widest.view.camera.scale) widest = picture
  }
  return widest
}
