import { HOLE_NON_PLATED, HOLE_PLATED, HOLE_PLATING_UNKNOWN } from '#core/board/board.ts'
import type { HoleRecord } from '#core/board/hole-columns.ts'
import type { IdentifiedFile } from '#core/identify/identified-file.ts'
import type { GerberLayer } from '#core/interpret/plotted-layer.ts'
import { OBJECT_ARC, OBJECT_DRAW, OBJECT_FLASH } from '#core/interpret/plotted-layer.ts'
import type { DrillPlot } from '#core/read/excellon/drill-file.ts'

const platingOf = (said: boolean | null | undefined, file: IdentifiedFile): number => {
  if (said !== null && said !== undefined) return said ? HOLE_PLATED : HOLE_NON_PLATED
  return file.plating === 'plated' ? HOLE_PLATED : file.plating === 'non-plated' ? HOLE_NON_PLATED : HOLE_PLATING_UNKNOWN
}

/** `ViaDrill` → `via`, `ComponentDrill` → `component`: the last word of an X2 aperture function of a hole. */
const functionName = (fn: string | null): string =>
  (fn ?? '')
    .split(',')
    .find((part) => /drill$/i.test(part))
    ?.replace(/drill$/i, '')
    .toLowerCase() ?? ''

/** Holes of an NC file; a routed path that is no edge of the board counts as a chain of slots. */
export const holesOfDrill = (
  file: IdentifiedFile,
  index: number,
  plot: DrillPlot,
  span: readonly [number, number],
  isEdge: boolean,
): HoleRecord[] => {
  const drill = file.drill!
  const { holes, paths } = plot
  const records: HoleRecord[] = []
  const common = (tool: number): Pick<HoleRecord, 'plating' | 'from' | 'to' | 'file' | 'tool' | 'fn'> => {
    const own = drill.tools[tool]
    return {
      plating: platingOf(own?.plated, file),
      from: span[0],
      to: span[1],
      file: index,
      tool: own?.number ?? 0,
      fn: functionName(own?.fn ?? null),
    }
  }
  for (let i = 0; i < holes.count; i++) {
    const slot = holes.x0[i] !== holes.x1[i] || holes.y0[i] !== holes.y1[i]
    if (isEdge && slot) continue
    records.push({
      ...common(holes.tool[i]!),
      x0: holes.x0[i]!,
      y0: holes.y0[i]!,
      x1: holes.x1[i]!,
      y1: holes.y1[i]!,
      diameter: holes.diameter[i]!,
      line: holes.line[i]!,
    })
  }
  if (isEdge) return records
  for (const path of paths) {
    const n = path.x.length
    for (let v = 0; v < (path.closed ? n : n - 1); v++) {
      const w = (v + 1) % n
      records.push({
        ...common(path.tool),
        x0: path.x[v]!,
        y0: path.y[v]!,
        x1: path.x[w]!,
        y1: path.y[w]!,
        diameter: path.diameter,
        line: path.line,
      })
    }
  }
  return records
}

/** Holes of artwork used as a drill file: a flash is a hole as wide as its aperture, a draw a slot. */
export const holesOfArtwork = (file: IdentifiedFile, index: number, gerber: GerberLayer, span: readonly [number, number]): HoleRecord[] => {
  const { objects: o, apertures, attributes } = gerber.plotted
  const records: HoleRecord[] = []
  for (let i = 0; i < o.count; i++) {
    if (o.dark[i] === 0 || (o.kind[i] !== OBJECT_FLASH && o.kind[i] !== OBJECT_DRAW && o.kind[i] !== OBJECT_ARC)) continue
    const aperture = apertures[o.aperture[i]!]
    const fn = aperture?.fn ?? attributes[o.attributes[i]!]?.other['.AperFunction']?.join(',') ?? null
    const diameter = aperture ? (o.kind[i] === OBJECT_FLASH ? Math.min(aperture.width, aperture.height) : aperture.size) : 0
    const said = /nonplated|npth/i.test(fn ?? '') ? false : /plated|pth/i.test(fn ?? '') ? true : null
    records.push({
      x0: o.x0[i]!,
      y0: o.y0[i]!,
      x1: o.x1[i]!,
      y1: o.y1[i]!,
      diameter,
      plating: platingOf(said, file),
      from: span[0],
      to: span[1],
      file: index,
      tool: aperture?.code ?? 0,
      line: o.line[i]!,
      fn: functionName(fn),
    })
  }
  return records
}
