import { CircuitBoard, FlaskConical, FolderOpen, PackageOpen } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useKeyOf } from '#renderer/app/use-key.ts'
import { Library } from './library.tsx'

/** The first page: open something, or go on with what was open before. */
export const HomeScreen = (): ReactNode => {
  const { store, choose } = useParts()
  const load = useApp((s) => s.loadLibrary)
  const openKey = useKeyOf('open')
  const folderKey = useKeyOf('open.folder')
  useEffect(() => {
    void load()
  }, [load])
  return (
    <main className="home scroll" data-pane>
      <div className="home-inner">
        <section className="drop-zone" aria-labelledby="drop-title">
          <CircuitBoard className="drop-mark" size={44} strokeWidth={1.4} aria-hidden />
          <h1 id="drop-title">Drop a fabrication package here</h1>
          <p className="muted">A zip, a folder, Gerber and drill files, a job file, or a LibrePCB project.</p>
          <div className="drop-actions">
            <Button kind="primary" size="large" onPress={() => choose(false)}>
              <PackageOpen size={17} aria-hidden />
              Open…{openKey && <kbd>{openKey}</kbd>}
            </Button>
            <Button size="large" onPress={() => choose(true)}>
              <FolderOpen size={17} aria-hidden />
              Open folder…{folderKey && <kbd>{folderKey}</kbd>}
            </Button>
            <Button size="large" onPress={() => void store.getState().open({ kind: 'sample' })}>
              <FlaskConical size={17} aria-hidden />
              Try the sample board
            </Button>
          </div>
          <p className="home-promise">Files stay on this computer until you order.</p>
        </section>
        <Library />
      </div>
    </main>
  )
}
