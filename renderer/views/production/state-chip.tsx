import type { ReactNode } from 'react'
import type { ProductionState } from '#core/provider/provider.ts'
import { stateName } from './shown-items.ts'

const TONES: Partial<Record<ProductionState, string>> = {
  done: 'clean',
  delivered: 'clean',
  shipped: 'clean',
  failed: 'error',
  cancelled: 'warning',
  unknown: 'plain',
}

/** A state in the words that all providers share, with the provider's own word beside it. */
export const StateChip = ({ state, original }: { state: ProductionState; original: string }): ReactNode => (
  <>
    <span className="chip" data-tone={TONES[state] ?? 'note'}>
      {stateName(state)}
    </span>
    {original && <span className="mono muted">{original}</span>}
  </>
)
