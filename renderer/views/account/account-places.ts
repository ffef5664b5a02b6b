import type { AccountPlace } from './account-place.ts'
import { PartsPlace } from '../circuithub/parts/parts-place.tsx'
import { PushPlace } from '../circuithub/push-place.tsx'
import { ProductionPlace } from './production-place.tsx'

/** Every screen that an account can have, in the order of their tabs: a line for each. */
export const accountPlaces: readonly AccountPlace[] = [
  { id: 'push', title: 'Send board', needs: 'boards', providers: ['circuithub'], Screen: PushPlace },
  { id: 'parts', title: 'Parts', needs: 'bom', providers: ['circuithub'], Screen: PartsPlace },
  { id: 'production', title: 'Production', needs: 'production', Screen: ProductionPlace },
]
