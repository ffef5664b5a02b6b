import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { formatBytes } from '#renderer/ui/format-value.ts'

/** What is on this computer, also when no server can be asked. */
export const KeptList = (): ReactNode => {
  const kept = useApp((s) => s.keptLibraries)
  const remove = useApp((s) => s.removeLibrary)
  if (!kept || kept.length === 0) return null
  return (
    <section className="approve-part" aria-label="On this computer">
      <h3>On this computer</h3>
      <ul className="library-list">
        {kept.map((library) => (
          <li key={library.uuid} className="queue-line">
            <span>{library.name}</span>
            <span className="muted num">
              {library.version}, {formatBytes(library.bytes)}
            </span>
            {!library.isWhole && (
              <span className="chip" data-tone="error">
                damaged
              </span>
            )}
            <span className="spacer" />
            <Button size="small" kind="plain" onPress={() => void remove(library)}>
              Remove
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was removed since the dialog is open, to be taken back. */
export const RemovedList = (): ReactNode => {
  const removed = useApp((s) => s.removedLibraries)
  const restore = useApp((s) => s.restoreLibrary)
  return removed.map(({ uuid, name }) => (
    <div key={uuid} className="banner" data-tone="note" role="status">
      <p>{name} was removed.</p>
      <Button size="small" onPress={() => void restore(uuid)}>
        Undo
      </Button>
    </div>
  ))
}
