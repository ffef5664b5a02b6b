import { StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'
import type { FindingStateShape } from '#core/ipc/decision-shapes.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { stateOf } from '#renderer/state/slices/decisions.slice.ts'

const CHANGES: Record<NonNullable<FindingStateShape['change']>, string | null> = {
  new: 'new',
  unchanged: null,
  moved: 'moved',
  worse: 'worse',
}

/** @returns what was decided on a finding, in words, most telling first */
export const badgesOf = (state: FindingStateShape): readonly { readonly text: string; readonly tone: string }[] => {
  const badges: { text: string; tone: string }[] = []
  if (state.state === 'waived') badges.push({ text: state.standing === 'moved' ? 'waived, moved: please look' : 'waived', tone: 'waived' })
  if (state.state === 'fix') badges.push({ text: 'to be fixed', tone: 'note' })
  if (state.state === 'open' && state.standing === 'worse') badges.push({ text: 'worse than waived', tone: 'error' })
  if (state.state === 'open' && state.standing === 'lapsed') badges.push({ text: 'waiver lapsed', tone: 'warning' })
  const change = state.change && CHANGES[state.change]
  if (change) badges.push({ text: change, tone: state.change === 'worse' ? 'error' : 'note' })
  if (state.assignee) badges.push({ text: state.assignee, tone: 'plain' })
  return badges
}

/** What was decided on a finding, beside its title. */
export const DecisionBadges = ({ fingerprint }: { fingerprint: string }): ReactNode => {
  const state = useApp((s) => stateOf(s, fingerprint))
  if (!state) return null
  return (
    <span className="badges">
      {badgesOf(state).map(({ text, tone }) => (
        <span key={text} className="chip" data-tone={tone}>
          {text}
        </span>
      ))}
      {state.notes > 0 && (
        <span className="chip num">
          <StickyNote size={11} aria-hidden /> {state.notes}
        </span>
      )}
    </span>
  )
}
