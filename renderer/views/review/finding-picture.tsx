import { useEffect, useRef, type ReactNode } from 'react'
import type { Finding } from '#core/checks/finding.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { useScheme } from '#renderer/app/use-scheme.ts'
import { boxMmToNm, findingBox } from '#renderer/state/show-finding.ts'
import { NON_PLATED_HOLES, ownColor, PLATED_HOLES } from '#renderer/state/slices/layers.slice.ts'
import { overlayColors, tokenOf } from '#renderer/ui/theme-tokens.ts'
import { fitBox, START_CAMERA } from '#renderer/viewer/camera.ts'
import { drawOverlay } from '#renderer/viewer/overlay/draw-overlay.ts'
import { EMPTY_OVERLAY } from '#renderer/viewer/overlay/overlay.ts'
import { witnessOf } from '../canvas/overlay-of.ts'

const SIDE_PX = 72
/** Room around what the picture shows, as a factor. */
const ROOM = 1.6

/** The place of a finding, drawn like the board, with the measured line. */
export const FindingPicture = ({ finding }: { finding: Finding }): ReactNode => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const viewer = useApp((s) => s.viewer)
  const layers = useApp((s) => s.board?.layers)
  const layerViews = useApp((s) => s.layerViews)
  const palette = useApp((s) => s.settings.palette)
  // The picture can be drawn once the layers it needs are there.
  const ready = useApp((s) => finding.layers.every((id) => s.loadedLayers.includes(id) || !s.layerViews[id]) && s.loadedLayers.length > 0)
  const scheme = useScheme()
  useEffect(() => {
    const box = findingBox(finding)
    if (!viewer || !box || !ready) return
    let isCurrent = true
    const density = Math.min(2, window.devicePixelRatio)
    const side = Math.round(SIDE_PX * density)
    const half = ((box[2] - box[0]) / 2) * ROOM
    const x = (box[0] + box[2]) / 2
    const y = (box[1] + box[3]) / 2
    const nm = boxMmToNm([x - half, y - half, x + half, y + half])
    const outline = layers?.filter((l) => l.role === 'outline').map((l) => l.id) ?? []
    const ids = [...new Set([...outline, ...finding.layers, NON_PLATED_HOLES, PLATED_HOLES])]
    const shown = ids.map((id) => ownColor(id, { layers: layers ?? [], layerViews }, scheme, palette))
    viewer.client
      .call('thumbnail', { box: nm, width: side, height: side, layers: shown, background: tokenOf('--canvas'), turns: 0, flipped: false })
      .then(
        ({ bitmap }) => {
          const context = canvas.current?.getContext('2d')
          if (!isCurrent || !context) return
          context.setTransform(1, 0, 0, 1, 0, 0)
          context.drawImage(bitmap, 0, 0)
          bitmap.close()
          context.setTransform(density, 0, 0, density, 0, 0)
          const size = { width: SIDE_PX, height: SIDE_PX }
          const line = witnessOf(finding, 'mm')
          const crosshair = !line && finding.at ? ([finding.at.x * 1e6, finding.at.y * 1e6] as const) : null
          drawOverlay(
            context,
            fitBox(START_CAMERA, size, nm, 0),
            size,
            { ...EMPTY_OVERLAY, witness: line && { ...line, label: '' }, crosshair },
            overlayColors(),
          )
        },
        () => {
          // The worker is gone with the page or out of memory: the card works without its picture.
        },
      )
    return () => {
      isCurrent = false
    }
  }, [finding, viewer, layers, layerViews, palette, scheme, ready])
  const density = Math.min(2, window.devicePixelRatio)
  return (
    <canvas
      ref={canvas}
      className="finding-picture"
      width={Math.round(SIDE_PX * density)}
      height={Math.round(SIDE_PX * density)}
      aria-hidden
    />
  )
}
