import type { ReactNode } from 'react'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'

/** How far the comparison is; it can be stopped. */
export const CompareBusy = (): ReactNode => {
  const { store } = useParts()
  const isComparing = useApp((s) => s.isComparing)
  const progress = useApp((s) => s.compareProgress)
  if (!isComparing) return null
  return (
    <div className="compare-busy" role="status">
      <span className="num">{progress ? `${progress.says}, ${progress.done} of ${progress.total}` : 'Reading both boards'}</span>
      <progress aria-label="Comparing" {...(progress ? { value: progress.done, max: progress.total } : {})} />
      <Button size="small" onPress={() => store.getState().stopComparing()}>
        Stop
      </Button>
    </div>
  )
}
