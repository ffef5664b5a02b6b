import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useApp } from '#renderer/app/app-context.tsx'
import { useKeyOf } from '#renderer/app/use-key.ts'
import { useLayout } from '#renderer/app/use-layout.ts'
import { unsureFilesOf } from '#renderer/state/slices/import.slice.ts'
import { Button } from '#renderer/ui/button.tsx'
import { counted } from '#renderer/ui/format-value.ts'
import { BoardCanvas } from '../canvas/board-canvas.tsx'
import { FileList } from './file-list.tsx'
import { ImportProgress } from './import-progress.tsx'
import { PackageFacts } from './package-facts.tsx'
import { PackageNotes } from './package-notes.tsx'
import { RevisionLine } from './revision-line.tsx'
import { RoleEditor } from './role-editor.tsx'

const NextStep = (): ReactNode => {
  const files = useApp((s) => s.files)
  const ready = useApp((s) => s.board !== null)
  const goTo = useApp((s) => s.goTo)
  const key = useKeyOf('main-action')
  const unsure = unsureFilesOf(files).length
  return (
    <div className="next-step">
      <p className="muted">
        {unsure ? `${counted(unsure, 'file')} to look at before approval` : ready ? 'Every file is accounted for.' : ''}
      </p>
      <Button kind="primary" isDisabled={!ready} onPress={() => goTo('review')}>
        Review
        <ArrowRight size={15} aria-hidden />
        <kbd>{key}</kbd>
      </Button>
    </div>
  )
}

/** What came in, what each file is and why, with the picture as soon as there is one. */
export const ImportStage = (): ReactNode => {
  const [layout, saveLayout] = useLayout('import')
  return (
    <Group className="panels" id="import" defaultLayout={layout} onLayoutChanged={saveLayout}>
      <Panel id="files" minSize={420} defaultSize="58%" className="panel-column">
        <section className="import-files" aria-label="Files of the package" data-pane>
          <ImportProgress />
          <PackageFacts />
          <PackageNotes />
          <RevisionLine />
          <FileList />
          <NextStep />
        </section>
      </Panel>
      <Separator className="separator" />
      <Panel id="picture" minSize={260} className="panel-column">
        <BoardCanvas />
      </Panel>
      <RoleEditor />
    </Group>
  )
}
