import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ProductionState } from '#core/provider/provider.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { STATES, stateName } from './shown-items.ts'

const ALL = 'all'

/** Which items are listed: by account, state and words. */
export const ProductionFilters = ({ withAccount }: { withAccount: boolean }): ReactNode => {
  const filter = useApp((s) => s.productionFilter)
  const change = useApp((s) => s.filterProduction)
  const accounts = useApp((s) => s.accounts)
  const followable = accounts.filter(({ capabilities }) => capabilities.includes('production'))
  return (
    <>
      <label className="field production-search">
        <Search size={14} aria-hidden />
        <span className="sr-only">Find in production</span>
        <input type="search" placeholder="Find…" value={filter.words} onChange={(event) => change({ words: event.target.value })} />
      </label>
      {withAccount && (
        <Choice
          label="Account"
          value={followable.some(({ id }) => id === filter.account) ? filter.account! : ALL}
          options={[{ id: ALL, name: 'all' }, ...followable.map(({ id, name }) => ({ id, name }))]}
          onChange={(id) => change({ account: id === ALL ? null : id })}
        />
      )}
      <Choice
        label="State"
        value={filter.state ?? ALL}
        options={[{ id: ALL, name: 'any' }, ...STATES.map((id) => ({ id, name: stateName(id) }))]}
        onChange={(id) => change({ state: id === ALL ? null : (id as ProductionState) })}
      />
    </>
  )
}
