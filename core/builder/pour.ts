import type { Mm } from '#core/base/units.ts'
import type { Point } from '#core/base/box.ts'
import type { ArtItem, Belongs, Flash, Hole, LayerId, Vertex } from '#core/builder/description.ts'
import { contourItems } from '#core/builder/outline-items.ts'
import { grownShape, shapeSize } from '#core/builder/shape-contour.ts'

/** A copper area with distance to everything else. */
export interface Pour {
  readonly contour: readonly Vertex[]
  readonly layer: LayerId
  readonly clearance: Mm
  readonly thermal: { readonly gap: Mm; readonly spoke: Mm } | null
  readonly belongs: Belongs
}

/** The item grown by `by`, as something that erases. */
const erasing = (item: ArtItem, by: Mm): readonly ArtItem[] => {
  const art = { layer: item.layer, clear: true } as const
  switch (item.kind) {
    case 'flash':
      return [{ kind: 'flash', at: item.at, shape: grownShape(item.shape, by), rotation: item.rotation, ...art }]
    case 'draw':
      return [{ kind: 'draw', from: item.from, to: item.to, width: item.width + 2 * by, ...art }]
    case 'arc':
      return [
        { kind: 'arc', from: item.from, to: item.to, centre: item.centre, clockwise: item.clockwise, width: item.width + 2 * by, ...art },
      ]
    case 'region':
      return [{ kind: 'region', contour: item.contour, ...art }, ...edgeStrokes(item.contour, item.layer, 2 * by)]
  }
}

const edgeStrokes = (contour: readonly Vertex[], layer: LayerId, width: Mm): ArtItem[] =>
  contourItems(contour, layer, width, 0).map((item): ArtItem => {
    const { fn: _, ...stroke } = item
    return { ...stroke, clear: true }
  })

const erasingHole = (hole: Hole, layer: LayerId, by: Mm): ArtItem =>
  hole.to
    ? { kind: 'draw', from: hole.at, to: hole.to, width: hole.diameter + 2 * by, layer, clear: true }
    : { kind: 'flash', at: hole.at, shape: { kind: 'circle', diameter: hole.diameter + 2 * by }, rotation: 0, layer, clear: true }

/** Four spokes along the pad's own axes, from its middle to beyond the gap. */
const spokes = (pad: Flash, pour: Pour, gap: Mm, spoke: Mm): ArtItem[] => {
  const [w, h] = shapeSize(pad.shape)
  const a = (pad.rotation * Math.PI) / 180
  const reach = [w / 2 + gap + spoke, h / 2 + gap + spoke]
  const ends: Point[] = [
    [reach[0]!, 0],
    [-reach[0]!, 0],
    [0, reach[1]!],
    [0, -reach[1]!],
  ]
  return ends.map(([x, y]): ArtItem => {
    const to: Point = [pad.at[0] + x * Math.cos(a) - y * Math.sin(a), pad.at[1] + x * Math.sin(a) + y * Math.cos(a)]
    return { kind: 'draw', from: pad.at, to, width: spoke, layer: pour.layer, ...pour.belongs, fn: 'Conductor' }
  })
}

const isForeign = (item: ArtItem, pour: Pour): boolean => item.net === undefined || item.net !== pour.belongs.net

const wantsThermal = (item: ArtItem): item is Flash => item.kind === 'flash' && item.fn !== 'ViaPad'

/**
 * Works a pour into items: its area, what is erased from it, the spokes to pads of its own net. What it erases is drawn
 * after the pour and before all else, so that nothing but the pour loses copper.
 */
export const clearedPour = (pour: Pour, art: readonly ArtItem[], holes: readonly Hole[]): readonly ArtItem[] => {
  const out: ArtItem[] = [{ kind: 'region', contour: pour.contour, layer: pour.layer, fn: 'Conductor', ...pour.belongs }]
  const here = art.filter((item) => item.layer === pour.layer && item.clear !== true)
  const own = here.filter((item) => !isForeign(item, pour))
  if (pour.clearance > 0) {
    for (const item of here) if (isForeign(item, pour)) out.push(...erasing(item, pour.clearance))
    for (const hole of holes)
      if (!hole.plated || (hole.net !== undefined && hole.net !== pour.belongs.net)) out.push(erasingHole(hole, pour.layer, pour.clearance))
  }
  const { thermal } = pour
  if (thermal) {
    const pads = own.filter(wantsThermal)
    for (const pad of pads) out.push(...erasing(pad, thermal.gap))
    for (const pad of pads) out.push(...spokes(pad, pour, thermal.gap, thermal.spoke))
  }
  return out
}
