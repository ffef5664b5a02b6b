import { useEffect, useRef, type ReactNode } from 'react'
import type { BoardModel } from '#renderer/bridge/model.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { useScheme } from '#renderer/app/use-scheme.ts'
import { boxMmToNm } from '#renderer/state/show-finding.ts'
import { NON_PLATED_HOLES, ownColor, PLATED_HOLES } from '#renderer/state/slices/layers.slice.ts'
import { tokenOf } from '#renderer/ui/theme-tokens.ts'

const WIDTH_PX = 420
const HEIGHT_PX = 300
const MARGIN = 0.05
const FROM_BELOW = ['copper', 'plane', 'soldermask', 'legend', 'outline'] as const

type SideName = 'top' | 'bottom'

const layersOf = (board: BoardModel, side: SideName): readonly string[] => [
  ...FROM_BELOW.flatMap((role) =>
    board.layers.filter((l) => l.role === role && (l.side === side || role === 'outline') && role !== 'soldermask').map((l) => l.id),
  ),
  NON_PLATED_HOLES,
  PLATED_HOLES,
]

const SidePicture = ({ side }: { side: SideName }): ReactNode => {
  const { session } = useParts()
  const canvas = useRef<HTMLCanvasElement>(null)
  const board = useApp((s) => s.board)
  const palette = useApp((s) => s.settings.palette)
  const ready = useApp((s) => s.loadedLayers.length + s.failedLayers.length >= (s.board?.layers.length ?? Infinity))
  const scheme = useScheme()
  useEffect(() => {
    const box = board?.facts.boundsMm
    if (!board || !box || !ready) return
    let isCurrent = true
    const density = Math.min(2, window.devicePixelRatio)
    const margin = MARGIN * Math.max(box[2] - box[0], box[3] - box[1])
    session()
      .viewer.client.call('thumbnail', {
        box: boxMmToNm([box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin]),
        width: Math.round(WIDTH_PX * density),
        height: Math.round(HEIGHT_PX * density),
        layers: layersOf(board, side).map((id) => ownColor(id, { layers: board.layers, layerViews: {} }, scheme, palette)),
        background: tokenOf('--canvas'),
        turns: 0,
        flipped: side === 'bottom',
      })
      .then(
        ({ bitmap }) => {
          const context = canvas.current?.getContext('2d')
          if (isCurrent && context) {
            context.clearRect(0, 0, bitmap.width, bitmap.height)
            context.drawImage(bitmap, 0, 0)
          }
          bitmap.close()
        },
        // A newer picture takes its place.
        () => undefined,
      )
    return () => {
      isCurrent = false
    }
  }, [board, ready, side, scheme, palette, session])
  const density = Math.min(2, window.devicePixelRatio)
  return (
    <figure className="side-picture">
      <canvas
        ref={canvas}
        width={Math.round(WIDTH_PX * density)}
        height={Math.round(HEIGHT_PX * density)}
        role="img"
        aria-label={`The board's ${side} side`}
      />
      <figcaption>{side === 'top' ? 'Top' : 'Bottom, seen from below'}</figcaption>
    </figure>
  )
}

/** Both sides of the board that is approved. */
export const BoardSides = (): ReactNode => (
  <div className="board-sides">
    <SidePicture side="top" />
    <SidePicture side="bottom" />
  </div>
)
