import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { acceptanceOf } from '#core/review/compare/acceptance.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'

/** What came out, in one sentence; how the two lie on each other, which can be refused; facts that changed. */
export const CompareVerdict = (): ReactNode => {
  const { store } = useParts()
  const comparison = useApp((s) => s.comparison)
  const accepted = useApp((s) => s.acceptedEdits)
  const isShiftRefused = useApp((s) => s.isShiftRefused)
  if (!comparison) return null
  const { alignment, facts } = comparison.diff
  const stands = acceptanceOf(comparison.diff, accepted)
  const isMoved = alignment.dx !== 0 || alignment.dy !== 0 || alignment.turns !== 0 || alignment.mirrored
  return (
    <div className="compare-verdict">
      <p className="compare-says" role="status" data-tone={stands.isFine ? 'clean' : 'warning'}>
        {stands.isFine ? <CircleCheck size={16} aria-hidden /> : <CircleAlert size={16} aria-hidden />}
        <b>{stands.says}</b>
      </p>
      <p className="muted num compare-alignment">
        {alignment.says}
        {(isMoved || isShiftRefused) && (
          <Button size="small" onPress={() => void store.getState().compare(!isShiftRefused)}>
            {isShiftRefused ? 'Lay them on each other' : 'Compare as they lie'}
          </Button>
        )}
      </p>
      {facts.length > 0 && (
        <p className="muted num">
          {facts.map(({ name, from, to }) => (
            <span key={name} className="compare-fact">
              {name} {from} → {to}
            </span>
          ))}
        </p>
      )}
    </div>
  )
}
