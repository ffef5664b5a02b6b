import { useEffect, type ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { timeText } from '../review/notes.tsx'
import { LogVerdict } from './log-verdict.tsx'

/** Everything that was decided, in order; each entry carries the hash of the one before. */
export const AuditSheet = (): ReactNode => {
  const close = useApp((s) => s.openDialog)
  const load = useApp((s) => s.loadAudit)
  const verify = useApp((s) => s.verifyAudit)
  const rows = useApp((s) => s.audit)
  useEffect(() => {
    void load(false)
    void verify()
  }, [load, verify])
  return (
    <Sheet title="Audit log" onClose={() => close(null)} wide>
      <LogVerdict />
      {rows.length === 0 ? (
        <p className="muted">Nothing was decided yet.</p>
      ) : (
        <table className="approve-files">
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.seq}>
                <td className="num">{row.seq}</td>
                <td className="num">{timeText(row.at)}</td>
                <td>{row.actor}</td>
                <td>{row.says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > 0 && (rows.at(-1)?.seq ?? 1) > 1 && (
        <Button size="small" onPress={() => void load(true)}>
          Earlier ones
        </Button>
      )}
    </Sheet>
  )
}
