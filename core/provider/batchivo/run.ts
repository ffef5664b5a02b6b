import { productionState } from '#core/production/states.ts'
import { oldestFirst, type TimelineEntry } from '#core/production/timeline.ts'
import type { ProductionItem } from '#core/provider/provider.ts'
import { firstText, type LooseRow } from '#core/provider/wire/fields.ts'

/** Fields with a time, and what it is the time of; the reference documents none, these are what their names say. */
const TIMES: readonly (readonly [name: string, says: string])[] = [
  ['created_at', 'created'],
  ['scheduled_at', 'scheduled'],
  ['started_at', 'started'],
  ['paused_at', 'paused'],
  ['completed_at', 'completed'],
  ['cancelled_at', 'cancelled'],
]

export const runId = (run: LooseRow): string => firstText(run, ['id', 'uuid', 'run_number', 'number']) ?? ''

const stateOf = (run: LooseRow): string => firstText(run, ['status', 'state']) ?? ''

/** A production run as all providers' items are listed. */
export const runItem = (run: LooseRow): ProductionItem => ({
  kind: 'run',
  id: runId(run),
  title: firstText(run, ['name', 'title', 'run_number', 'number', 'product_name']) ?? `Run ${runId(run)}`,
  state: productionState('batchivo', 'run', stateOf(run)),
  original: stateOf(run),
  changedAt: firstText(run, ['updated_at', 'completed_at', 'started_at', 'created_at']),
  tracking: [],
  url: null,
})

/** @returns what a run says of its way: when it was created, started and completed, how it stands, its notes; oldest first */
export const timelineOfRun = (run: LooseRow): readonly TimelineEntry[] => {
  const { id, title, state, original, changedAt } = runItem(run)
  const said = { id, by: null, uri: null }
  const notes = firstText(run, ['notes'])
  return oldestFirst([
    ...TIMES.flatMap(([name, says]): readonly TimelineEntry[] => {
      const at = firstText(run, [name])
      return at === null ? [] : [{ ...said, kind: 'event', title: says, state: null, original: `${name}: ${at}`, at }]
    }),
    { ...said, kind: 'run', title, state, original, at: changedAt },
    ...(notes === null ? [] : [{ ...said, kind: 'comment' as const, title: 'Notes', state: null, original: notes, at: null }]),
  ])
}
