import type { AccountPlace } from './account-place.ts'
import { ProductionPlace } from './production-place.tsx'

/** Every screen that an account can have, in the order of their tabs: a line for each. */
export const accountPlaces: readonly AccountPlace[] = [
  { id: 'production', title: 'Production', needs: 'production', Screen: ProductionPlace },
]
