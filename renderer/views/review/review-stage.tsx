import type { ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useLayout } from '#renderer/app/use-layout.ts'
import { BoardCanvas } from '../canvas/board-canvas.tsx'
import { FailedFilesBanner } from './failed-files-banner.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { Inspector } from './inspector.tsx'
import { LayersPanel } from './layers-panel.tsx'

/** Layers left, the board, findings right with the inspector below. */
export const ReviewStage = (): ReactNode => {
  const [layout, saveLayout] = useLayout('review')
  return (
    <div className="review" data-stage="review">
      <FailedFilesBanner />
      <Group className="panels" id="review" defaultLayout={layout} onLayoutChanged={saveLayout}>
        <Panel
          id="layers"
          minSize={190}
          maxSize="40%"
          defaultSize={236}
          collapsible
          groupResizeBehavior="preserve-pixel-size"
          className="panel-column"
        >
          <LayersPanel />
        </Panel>
        <Separator className="separator" />
        <Panel id="board" minSize={240} className="panel-column">
          <BoardCanvas />
        </Panel>
        <Separator className="separator" />
        <Panel
          id="findings"
          minSize={300}
          maxSize="60%"
          defaultSize={430}
          collapsible
          groupResizeBehavior="preserve-pixel-size"
          className="panel-column"
        >
          <FindingsPanel />
          <Inspector />
        </Panel>
      </Group>
    </div>
  )
}
