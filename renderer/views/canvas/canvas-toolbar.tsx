import {
  CircuitBoard,
  FlipHorizontal2,
  Maximize,
  MousePointer2,
  RotateCcw,
  Ruler,
  SquareDashed,
  StickyNote,
  UnfoldHorizontal,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { useKeyOf } from '#renderer/app/use-key.ts'
import { IconButton } from '#renderer/ui/button.tsx'

const SIZE = 16

/** The view's commands as buttons: every key has a way with the pointer, every drag a way with a button. */
export const CanvasToolbar = (): ReactNode => {
  const { commands, store } = useParts()
  const tool = useApp((s) => s.tool)
  const outlines = useApp((s) => s.outlines)
  const flipped = useApp((s) => s.flipped)
  const realistic = useApp((s) => s.realistic)
  const run = (id: string): void => commands.find((command) => command.id === id)?.run(store)
  return (
    <div className="canvas-toolbar" role="toolbar" aria-label="View" aria-orientation="vertical">
      <IconButton label="Select" hint="Esc" isPressed={tool === 'select'} onPress={() => store.getState().setTool('select')}>
        <MousePointer2 size={SIZE} />
      </IconButton>
      <IconButton label="Measure" hint={useKeyOf('measure')} isPressed={tool === 'measure'} onPress={() => run('measure')}>
        <Ruler size={SIZE} />
      </IconButton>
      <IconButton
        label="Gap between two objects"
        hint={useKeyOf('measure.gap')}
        isPressed={tool === 'gap'}
        onPress={() => run('measure.gap')}
      >
        <UnfoldHorizontal size={SIZE} />
      </IconButton>
      <IconButton
        label="Pin a note"
        hint={useKeyOf('finding.note')}
        isPressed={tool === 'note'}
        onPress={() => store.getState().setTool(tool === 'note' ? 'select' : 'note')}
      >
        <StickyNote size={SIZE} />
      </IconButton>
      <span className="toolbar-gap" />
      <IconButton label="Fit board" hint={useKeyOf('view.fit')} onPress={() => run('view.fit')}>
        <Maximize size={SIZE} />
      </IconButton>
      <IconButton label="Zoom in" hint={useKeyOf('view.zoom-in')} onPress={() => run('view.zoom-in')}>
        <ZoomIn size={SIZE} />
      </IconButton>
      <IconButton label="Zoom out" hint={useKeyOf('view.zoom-out')} onPress={() => run('view.zoom-out')}>
        <ZoomOut size={SIZE} />
      </IconButton>
      <span className="toolbar-gap" />
      <IconButton label="Flip to the other side" hint={useKeyOf('view.flip')} isPressed={flipped} onPress={() => run('view.flip')}>
        <FlipHorizontal2 size={SIZE} />
      </IconButton>
      <IconButton label="Rotate 90°" hint={useKeyOf('view.rotate')} onPress={() => run('view.rotate')}>
        <RotateCcw size={SIZE} />
      </IconButton>
      <IconButton label="Outlines only" hint={useKeyOf('view.outlines')} isPressed={outlines} onPress={() => run('view.outlines')}>
        <SquareDashed size={SIZE} />
      </IconButton>
      <IconButton label="Realistic view" hint={useKeyOf('view.realistic')} isPressed={realistic} onPress={() => run('view.realistic')}>
        <CircuitBoard size={SIZE} />
      </IconButton>
    </div>
  )
}
