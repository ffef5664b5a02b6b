import type { AccountPlace } from './account-place.ts'
import { PushPlace } from '../circuithub/push-place.tsx'
import { ProductionPlace } from './production-place.tsx'
import { ResourcesPlace } from './resources-place.tsx'

/** Every screen that an account can have, in the order of their tabs: a line for each. */
export const accountPlaces: readonly AccountPlace[] = [
  { id: 'push', title: 'Send board', needs: 'boards', providers: ['circuithub'], Screen: PushPlace },
  { id: 'production', title: 'Production', needs: 'production', Screen: ProductionPlace },
  { id: 'resources', title: 'Data', needs: 'resources', Screen: ResourcesPlace },
]
