import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import type { WorkProgress } from '#renderer/bridge/model.ts'
import { Button } from '#renderer/ui/button.tsx'

const WORDS: Record<WorkProgress['phase'], string> = {
  unpacking: 'Unpacking',
  reading: 'Reading files',
  assembling: 'Putting the board together',
  checking: 'Checking',
  done: 'Done',
  failed: 'Stopped',
  cancelled: 'Cancelled',
}

/** @returns how far the work is, in words with counts: "Reading files, 7 of 11" */
export const progressText = (progress: WorkProgress, sent: number | null): string => {
  if (sent !== null && sent < 1) return `Handing over the files, ${Math.round(sent * 100)} %`
  return progress.total > 0 ? `${WORDS[progress.phase]}, ${progress.done} of ${progress.total}` : WORDS[progress.phase]
}

/** @returns the share done, 0..1; null when not known */
const shareOf = ({ done, total }: WorkProgress, sent: number | null): number | null =>
  sent !== null && sent < 1 ? sent : total > 0 ? done / total : null

/** Where the work stands; cancelling always works. */
export const ImportProgress = (): ReactNode => {
  const progress = useApp((s) => s.progress)
  const sent = useApp((s) => s.sent)
  const cancel = useApp((s) => s.cancelImport)
  if (!progress || progress.phase === 'done' || progress.phase === 'failed') return null
  const share = shareOf(progress, sent)
  const isRunning = progress.phase !== 'cancelled'
  return (
    <div className="import-progress">
      <span role="status">{progressText(progress, sent)}</span>
      {isRunning && <progress aria-label="Progress" value={share ?? undefined} max={1} />}
      {isRunning && (
        <Button size="small" onPress={() => void cancel()}>
          Cancel
        </Button>
      )}
    </div>
  )
}
