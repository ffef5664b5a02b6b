import type { Board, Layer, Outline } from '#core/board/board.ts'
import { HOLE_PLATING_UNKNOWN } from '#core/board/board.ts'
import { apartObjects } from '#core/board/apart-objects.ts'
import { holesOfArtwork, holesOfDrill } from '#core/board/collect-holes.ts'
import type { HoleRecord } from '#core/board/hole-columns.ts'
import { holeColumns } from '#core/board/hole-columns.ts'
import { landTest } from '#core/board/land-test.ts'
import { composeJob, runComposeJob } from '#core/board/layer-image.ts'
import type { ComposeJob } from '#core/board/layer-image.ts'
import { layerFiles, layerName, numberCopies } from '#core/board/layer-names.ts'
import { findOutline } from '#core/board/outline/find-outline.ts'
import type { Places } from '#core/board/outline/places.ts'
import type { LandLayer } from '#core/board/resolve-plating.ts'
import { platingByCopper } from '#core/board/resolve-plating.ts'
import type { Image } from '#core/geometry/image.ts'
import type { IdentifiedFile, Role } from '#core/identify/identified-file.ts'
import { OBJECT_FLASH } from '#core/interpret/plotted-layer.ts'
import type { DrillPlot } from '#core/read/excellon/drill-file.ts'
import { plotDrill } from '#core/read/excellon/plot-drill.ts'

const isCopper = (role: Role): boolean => role === 'copper' || role === 'plane'

/** Layers from which titles and frames are set apart: those that are imaged on the board. */
const IMAGED: readonly Role[] = ['copper', 'plane', 'soldermask', 'paste', 'legend']

const placesOf = (files: readonly IdentifiedFile[], plots: ReadonlyMap<string, DrillPlot>): Places => {
  const x: number[] = []
  const y: number[] = []
  for (const { holes } of plots.values()) {
    for (let i = 0; i < holes.count; i++) {
      x.push((holes.x0[i]! + holes.x1[i]!) / 2)
      y.push((holes.y0[i]! + holes.y1[i]!) / 2)
    }
  }
  for (const { role, gerber } of files) {
    if (!isCopper(role) || !gerber) continue
    const { objects: o } = gerber.plotted
    for (let i = 0; i < o.count; i++) {
      if (o.kind[i] !== OBJECT_FLASH || o.dark[i] === 0) continue
      x.push(o.x0[i]!)
      y.push(o.y0[i]!)
    }
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y) }
}

/** What negative means depends on the layer: dark = no copper on planes; elsewhere only an inverted image file. */
const isNegative = (file: IdentifiedFile): boolean => file.role === 'plane' || (file.gerber!.negativeImage && !isCopper(file.role))

const composed = new WeakMap<Layer, Image>()
const jobs = new WeakMap<Layer, () => ComposeJob>()

/** @returns what composing the layer needs, as data for a worker; the layer must come from `assembleBoard` */
export const composeJobOf = (layer: Layer): ComposeJob => jobs.get(layer)!()

/** Keeps an image that was composed elsewhere from the layer's own job, so that `image()` gives it at once. */
export const keepImage = (layer: Layer, image: Image): void => {
  composed.set(layer, image)
}

const makeLayer = (file: IdentifiedFile, { id, name }: { readonly id: string; readonly name: string }, outline: Outline): Layer => {
  const gerber = file.gerber!
  const { plotted } = gerber
  const negative = isNegative(file)
  const apart = IMAGED.includes(file.role) ? apartObjects(plotted, outline) : new Uint32Array(0)
  const job = (): ComposeJob => composeJob(plotted, apart, negative, outline)
  const layer: Layer = {
    id,
    name,
    role: file.role,
    side: file.side,
    order: file.order,
    path: file.path,
    file,
    gerber,
    plotted,
    negative,
    apart,
    image: () => {
      const kept = composed.get(layer)
      if (kept) return kept
      const image = runComposeJob(job())
      composed.set(layer, image)
      return image
    },
  }
  jobs.set(layer, job)
  return layer
}

const copperCountOf = (files: readonly IdentifiedFile[], declared: number | null): number => {
  const copper = files.filter((f) => isCopper(f.role))
  return Math.max(declared ?? 0, copper.length, ...copper.map((f) => f.order ?? 0), 1)
}

/** The highest copper number that attributes, job files and drill spans name; null when none does. */
const declaredCopperCount = (files: readonly IdentifiedFile[]): number | null => {
  const stated = files.flatMap((f) => [
    ...f.evidence.filter((e) => (e.from === 'attribute' || e.from === 'job') && isCopper(e.role)).map((e) => e.order ?? 0),
    ...(f.span ? [f.span[1]] : []),
    ...spanEnd(f),
  ])
  const highest = Math.max(0, ...stated)
  return highest > 0 ? highest : null
}

/** `Plated,1,4,PTH`: through holes name the last layer although no span is kept for them. */
const spanEnd = (f: IdentifiedFile): number[] => {
  const values = f.drill?.fileAttributes['.FileFunction'] ?? f.gerber?.fileAttributes['.FileFunction'] ?? []
  return /plat/i.test(values[0] ?? '')
    ? values
        .slice(2, 3)
        .map(Number)
        .filter((n) => Number.isInteger(n) && n > 0 && n <= 64)
    : []
}

const collectHoles = (
  files: readonly IdentifiedFile[],
  plots: ReadonlyMap<string, DrillPlot>,
  outline: Outline,
  copperCount: number,
): HoleRecord[] =>
  files.flatMap((file, index): HoleRecord[] => {
    if (file.role !== 'drill' && file.role !== 'route') return []
    const span = file.span ?? ([1, copperCount] as const)
    const plot = plots.get(file.path)
    if (plot) return holesOfDrill(file, index, plot, span, outline.source === 'route' && outline.path === file.path)
    return file.gerber ? holesOfArtwork(file, index, file.gerber, span) : []
  })

const resolvePlating = (records: readonly HoleRecord[], files: readonly IdentifiedFile[], copperCount: number): HoleRecord[] => {
  if (!records.some((r) => r.plating === HOLE_PLATING_UNKNOWN)) return [...records]
  const layers = files
    .filter(
      (f) =>
        isCopper(f.role) &&
        f.gerber &&
        f.order !== null &&
        (f.order === 1 || f.order === copperCount || records.some((r) => r.from === f.order || r.to === f.order)),
    )
    .map((f): LandLayer => ({ order: f.order!, negative: f.role === 'plane', test: landTest(f.gerber!.plotted) }))
  return records.map((r) => (r.plating === HOLE_PLATING_UNKNOWN ? { ...r, plating: platingByCopper(r, layers) } : r))
}

/**
 * Joins the identified files of a package into one board: layers in order, holes of all drill files with plating and
 * span, the outline, and what lies apart from it. Images are composed when first asked for.
 */
export const assembleBoard = (files: readonly IdentifiedFile[]): Board => {
  const plots = new Map<string, DrillPlot>()
  for (const f of files) {
    if ((f.role === 'drill' || f.role === 'route') && f.drill && f.drillReading)
      plots.set(f.path, plotDrill(f.drill, f.drillReading.format))
  }
  const declared = declaredCopperCount(files)
  const copperCount = copperCountOf(files, declared)
  const outline = findOutline(files, plots, placesOf(files, plots))
  const ordered = layerFiles(files)
  const names = numberCopies(ordered.map(layerName))
  const holes = resolvePlating(collectHoles(files, plots, outline, copperCount), files, copperCount)
  return {
    files,
    layers: ordered.map((file, k) => makeLayer(file, names[k]!, outline)),
    holes: holeColumns(holes),
    outline,
    declaredCopperCount: declared,
    thicknessMm: files.map((f) => f.job?.thickness ?? null).find((t) => t !== null) ?? null,
  }
}
