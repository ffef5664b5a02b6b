import type { ArtItem, LayerId } from '#core/builder/description.ts'
import { strokeText, textWidth } from '#core/builder/stroke-font.ts'
import type { StrokeText } from '#core/read/librepcb/shapes.ts'
import { placePoint, type Placement } from '#core/read/librepcb/transform.ts'

/** Distance of lines as a share of the height of capitals. */
const LINE_PITCH = 1.6

/** Upside down for the reader: turned by more than a quarter either way. */
const isUpsideDown = (rotation: number): boolean => {
  const turned = ((rotation % 360) + 360) % 360
  return turned > 90 && turned <= 270
}

/** @returns the text as strokes on the board */
export const textItems = (text: StrokeText, value: string, layer: LayerId): readonly ArtItem[] => {
  const turns = text.isAutoRotated && isUpsideDown(text.isMirrored ? -text.rotation : text.rotation)
  const placement: Placement = turns ? { ...text, rotation: text.rotation + 180 } : text
  const lines = value.split('\n')
  const total = text.height * (1 + (lines.length - 1) * LINE_PITCH)
  const share = (which: string): number => (which === 'center' ? 0.5 : which === 'right' || which === 'top' ? 1 : 0)
  const [h, v] = [share(text.horizontal), share(text.vertical)]
  return lines.flatMap((line, i) => {
    const left = -(turns ? 1 - h : h) * textWidth(line, text.height)
    const bottom = -(turns ? 1 - v : v) * total + (lines.length - 1 - i) * LINE_PITCH * text.height
    return strokeText(line, [left, bottom], text.height, text.strokeWidth, layer).map((item): ArtItem =>
      item.kind === 'draw' ? { ...item, from: placePoint(placement, item.from), to: placePoint(placement, item.to) } : item,
    )
  })
}
