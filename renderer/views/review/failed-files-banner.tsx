import { useState, type ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { failedFilesOf } from '#renderer/state/slices/import.slice.ts'
import { Button } from '#renderer/ui/button.tsx'

/** Files that could not be read, or not wholly: the board opened without them. */
export const FailedFilesBanner = (): ReactNode => {
  const files = useApp((s) => s.files)
  const goTo = useApp((s) => s.goTo)
  const [dismissed, setDismissed] = useState(0)
  const failed = failedFilesOf(files)
  if (failed.length === 0 || dismissed === failed.length) return null
  return (
    <div className="banner" data-tone="error" role="status">
      <p>
        {failed.length} of {files.length} files could not be read in full:{' '}
        {failed
          .slice(0, 3)
          .map((f) => f.path.split('/').at(-1))
          .join(', ')}
        {failed.length > 3 && ` and ${failed.length - 3} more`}
      </p>
      <Button size="small" onPress={() => goTo('import')}>
        Show
      </Button>
      <Button size="small" kind="plain" onPress={() => setDismissed(failed.length)}>
        Hide
      </Button>
    </div>
  )
}
