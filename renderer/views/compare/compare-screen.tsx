import { X } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useApp } from '#renderer/app/app-context.tsx'
import { useKeyOf } from '#renderer/app/use-key.ts'
import { useLayout } from '#renderer/app/use-layout.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { counted } from '#renderer/ui/format-value.ts'
import { CompareCanvas } from './compare-canvas.tsx'
import { CompareSetup } from './compare-setup.tsx'
import { CompareToolbar } from './compare-toolbar.tsx'
import { CompareVerdict } from './compare-verdict.tsx'
import { ComparedChanges } from './compared-changes.tsx'
import { ComparedFindings } from './compared-findings.tsx'
import { ComparedLayers } from './compared-layers.tsx'
import { ExpectedEdits } from './expected-edits.tsx'

const Lists = (): ReactNode => {
  const comparison = useApp((s) => s.comparison)
  const isComparing = useApp((s) => s.isComparing)
  if (!comparison)
    return (
      <p className="muted compare-part">{isComparing ? 'Reading both boards…' : 'Choose what to compare above, then press Compare.'}</p>
    )
  return (
    <>
      <ComparedLayers layers={comparison.diff.layers} />
      <ExpectedEdits />
      <ComparedChanges />
      <ComparedFindings findings={comparison.findings} />
      <p className="muted num compare-part">{counted(comparison.diff.files.length, 'file')} compared by bytes</p>
    </>
  )
}

/** Two revisions or two boards held against each other: what differs left, both on one canvas right. */
export const CompareScreen = (): ReactNode => {
  const close = useApp((s) => s.closeComparison)
  const forget = useApp((s) => s.forgetComparison)
  const failure = useApp((s) => s.compareFailure)
  const hasComparison = useApp((s) => s.comparison !== null)
  const [layout, saveLayout] = useLayout('compare')
  useEffect(() => forget, [forget])
  return (
    <main className="compare" data-stage="compare">
      <header className="compare-head">
        <h1>Compare</h1>
        <CompareSetup />
        <span className="spacer" />
        <IconButton label="Close" hint={useKeyOf('compare.close')} onPress={close}>
          <X size={16} />
        </IconButton>
      </header>
      {failure && (
        <p className="tone-error compare-failure" role="alert">
          {failure}
        </p>
      )}
      <CompareVerdict />
      <Group className="panels" id="compare" defaultLayout={layout} onLayoutChanged={saveLayout}>
        <Panel id="lists" minSize={280} maxSize="50%" defaultSize={420} groupResizeBehavior="preserve-pixel-size" className="panel-column">
          <div className="compare-lists scroll">
            <Lists />
          </div>
        </Panel>
        <Separator className="separator" />
        <Panel id="both" minSize={320} className="panel-column">
          {hasComparison && <CompareToolbar />}
          <CompareCanvas />
        </Panel>
      </Group>
    </main>
  )
}
