import type { ReactNode } from 'react'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'

/** How far the comparison is; it can be stopped. */
export const CompareBusy = (): ReactNode => {
  const { store } = useParts()
  const isComparing = useApp((s) => s.isComparing)
  const progress = useApp((s) => s.compareProgress)
  if (!isComparing) return null
  // What is being worked on is not done yet.
  const bar = progress ? { value: progress.done - 1, max: progress.total } : {}
  return (
    <div className="compare-busy" role="status">
      <span className="num">{progress ? `${progress.says}, ${progress.done} of ${progress.total}` : 'Reading both boards'}</span>
      <progress aria-label="Comparing" {...bar} />
      <Button size="small" onPress={() => store.getState().stopComparing()}>
        Stop
      </Button>
    </div>
  )
}
