import { useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { savePdf } from '#renderer/bridge/save-pdf.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dayValue } from '#renderer/ui/day.ts'
import { PeriodFields } from '#renderer/ui/period-fields.tsx'

const USUAL_DAYS = 30

/** A statement of a period, saved as a PDF. */
export const Statement = ({ account, workspace }: { account: AccountShape; workspace: string }): ReactNode => {
  const { backend } = useParts()
  const notify = useApp((s) => s.notify)
  const [period, setPeriod] = useState(() => ({ from: dayValue(Date.now(), USUAL_DAYS), to: dayValue(Date.now()) }))
  const { from, to } = period
  const [says, setSays] = useState<{ readonly isCalm: boolean; readonly text: string } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isPeriod = from !== '' && to !== '' && from <= to
  const save = async (): Promise<void> => {
    if (!isPeriod || isBusy) return
    setBusy(true)
    const reply = await backend.ask('billing.statement', { account: account.id, workspace, from, to })
    setBusy(false)
    if (reply.ok) {
      savePdf(reply.value)
      setSays(null)
      return notify('success', `Saved ${reply.value.fileName}.`)
    }
    const isCalm = reply.error.code === 'not-offered'
    setSays({ isCalm, text: isCalm ? 'Not offered by this server yet.' : reply.error.message })
  }
  return (
    <section className="approve-part" aria-label="Statement">
      <h3>Statement</h3>
      <form
        className="queue-line"
        aria-label="Period of the statement"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <PeriodFields period={period} onChange={setPeriod} />
        <Button size="small" isDisabled={!isPeriod} onPress={() => void save()}>
          {isBusy ? 'Asking…' : 'Save as PDF'}
        </Button>
      </form>
      {!isPeriod && <p className="tone-warning">A period begins before it ends.</p>}
      {says && (
        <p className={says.isCalm ? 'muted' : 'tone-error'} role={says.isCalm ? 'status' : 'alert'}>
          {says.text}
        </p>
      )}
    </section>
  )
}
