import { X } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { ComparisonShape } from '#core/ipc/compare.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { useKeyOf } from '#renderer/app/use-key.ts'
import { useLayout } from '#renderer/app/use-layout.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { counted } from '#renderer/ui/format-value.ts'
import { CompareBusy } from './compare-busy.tsx'
import { CompareCanvas } from './compare-canvas.tsx'
import { CompareSetup } from './compare-setup.tsx'
import { CompareToolbar } from './compare-toolbar.tsx'
import { CompareVerdict } from './compare-verdict.tsx'
import { ComparedChanges } from './compared-changes.tsx'
import { ComparedFindings } from './compared-findings.tsx'
import { ComparedLayers } from './compared-layers.tsx'
import { ExpectedEdits } from './expected-edits.tsx'

const Lists = ({ comparison }: { comparison: ComparisonShape }): ReactNode => (
  <>
    <ComparedLayers layers={comparison.diff.layers} />
    <ExpectedEdits />
    <ComparedChanges />
    <ComparedFindings findings={comparison.findings} />
    <p className="muted num compare-part">{counted(comparison.diff.files.length, 'file')} compared by bytes</p>
  </>
)

/** Before anything was compared: what to do. */
const Nothing = (): ReactNode => {
  const isComparing = useApp((s) => s.isComparing)
  const from = useApp((s) => s.comparedFrom)
  const to = useApp((s) => s.comparedTo)
  const isAlone = from !== null && from.board === to?.board && from.revision === to.revision
  return (
    <div className="compare-empty">
      <CompareBusy />
      {!isComparing && to && (
        <p className="muted">
          {isAlone
            ? 'There is one revision so far. Open the newer package, or the files that a fab sent, and compare them with it.'
            : 'Choose above what to compare.'}
        </p>
      )}
    </div>
  )
}

/** Two revisions or two boards held against each other: what differs left, both on one canvas right. */
export const CompareScreen = (): ReactNode => {
  const close = useApp((s) => s.closeComparison)
  const forget = useApp((s) => s.forgetComparison)
  const failure = useApp((s) => s.compareFailure)
  const comparison = useApp((s) => s.comparison)
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
      {comparison ? (
        <Group className="panels" id="compare" defaultLayout={layout} onLayoutChanged={saveLayout}>
          <Panel
            id="lists"
            minSize={280}
            maxSize="50%"
            defaultSize={420}
            groupResizeBehavior="preserve-pixel-size"
            className="panel-column"
          >
            <div className="compare-lists scroll">
              <Lists comparison={comparison} />
            </div>
          </Panel>
          <Separator className="separator" />
          <Panel id="both" minSize={320} className="panel-column">
            <CompareToolbar />
            <CompareCanvas />
          </Panel>
        </Group>
      ) : (
        <Nothing />
      )}
    </main>
  )
}
