import type { PackageFile } from '#core/identify/identified-file.ts'
import { copperLayerIds, layersOf, type BoardDescription, type Hole, type LayerId } from '#core/builder/description.ts'
import { kicadDialect, type Dialect } from '#core/builder/dialect.ts'
import { asciiBytes } from '#core/builder/ascii.ts'
import { gerberText, type FileAttributes } from '#core/builder/gerber-writer.ts'
import { excellonText } from '#core/builder/excellon-writer.ts'
import { sha256Hex } from '#core/builder/sha256.ts'

const sideName = (layer: LayerId): string => (layer.startsWith('bottom') ? 'Bot' : 'Top')

/** X2 file function of a layer (Gerber 2024.05, 5.6.3). */
const fileFunction = (layer: LayerId, copperLayers: number): readonly string[] => {
  const order = copperLayerIds(copperLayers).indexOf(layer) + 1
  if (order > 0) return ['Copper', `L${order}`, order === 1 ? 'Top' : order === copperLayers ? 'Bot' : 'Inr']
  if (layer.endsWith('-mask')) return ['Soldermask', sideName(layer)]
  if (layer.endsWith('-paste')) return ['Paste', sideName(layer)]
  if (layer.endsWith('-legend')) return ['Legend', sideName(layer)]
  if (layer === 'v-score') return ['Vcut']
  return layer === 'outline' ? ['Profile', 'NP'] : ['Other', layer]
}

const fileAttributes = (layer: LayerId, { copperLayers, negative = [] }: BoardDescription): FileAttributes => [
  ['.GenerationSoftware', 'Boardproof', 'Builder', '1'],
  ['.SameCoordinates', 'Original'],
  ['.FileFunction', ...fileFunction(layer, copperLayers)],
  ['.FilePolarity', layer.endsWith('-mask') || negative.includes(layer) ? 'Negative' : 'Positive'],
]

const file = (path: string, text: string): PackageFile => {
  const bytes = asciiBytes(text)
  return { path, bytes, sha256: sha256Hex(bytes) }
}

/** @returns the Gerber text of one layer of the board */
export const layerText = (board: BoardDescription, layer: LayerId, dialect: Dialect): string =>
  gerberText(
    board.items.filter((item) => item.layer === layer),
    dialect.gerber,
    fileAttributes(layer, board),
    [`Layer ${layer} of ${board.name.replace(/[^ \w-]/g, '_')}`],
    dialect.lineEnd,
  )

/** X2 kind of a plated hole by the copper layers that it joins (Gerber 2024.05, 5.6.3). */
const platedKind = ([from, to]: Span, copperLayers: number): string =>
  from === 1 && to === copperLayers ? 'PTH' : from === 1 || to === copperLayers ? 'Blind' : 'Buried'

type Span = readonly [from: number, to: number]

/** Holes that go through first, the others by the layers that they join. */
const bySpan = (holes: readonly Hole[], copperLayers: number): readonly (readonly [Span, readonly Hole[]])[] => {
  const whole: Span = [1, copperLayers]
  const groups = new Map<string, [Span, Hole[]]>()
  for (const hole of holes) {
    const span = hole.span ?? whole
    const group = groups.get(span.join('-')) ?? [span, []]
    group[1].push(hole)
    groups.set(span.join('-'), group)
  }
  const isWhole = ([from, to]: Span): boolean => from === 1 && to === copperLayers
  return [...groups.values()].sort(([a], [b]) => Number(isWhole(b)) - Number(isWhole(a)) || a[0] - b[0] || a[1] - b[1])
}

const drillFiles = (board: BoardDescription, dialect: Dialect): readonly PackageFile[] => {
  if (board.absent.includes('drill')) return []
  const { copperLayers, name } = board
  const write = (plating: 'plated' | 'non-plated' | 'mixed'): PackageFile[] => {
    const wanted = board.holes.filter((hole) => plating === 'mixed' || hole.plated === (plating === 'plated'))
    return bySpan(wanted, copperLayers).map(([span, holes]) => {
      const layers = span.map(String)
      const kind = platedKind(span, copperLayers)
      const fn = {
        plated: ['Plated', ...layers, kind],
        'non-plated': ['NonPlated', ...layers, 'NPTH'],
        mixed: ['MixedPlating', ...layers],
      }[plating]
      const path = dialect.drillName(name, plating)
      const partial = path.replace(/(\.[^.]*)?$/, (ending) => `-L${span[0]}-L${span[1]}${ending}`)
      return file(kind === 'PTH' ? path : partial, excellonText(holes, dialect.drill, fn, dialect.lineEnd))
    })
  }
  return dialect.drill.split ? [...write('plated'), ...write('non-plated')] : write('mixed')
}

/** A job file, when there is something to say that only a job file says. */
const jobFiles = ({ name, thickness }: BoardDescription): readonly PackageFile[] =>
  thickness === undefined
    ? []
    : [
        file(
          `${name}-job.gbrjob`,
          `${JSON.stringify({ Header: { GenerationSoftware: { Vendor: 'Boardproof', Application: 'Builder' } }, GeneralSpecs: { BoardThickness: thickness } })}\n`,
        ),
      ]

/** @returns the board as real files in memory: one Gerber file a layer, then the drill files, then a job file when needed; the same board gives the same bytes */
export const writePackage = (board: BoardDescription, dialect: Dialect = kicadDialect): readonly PackageFile[] => [
  ...layersOf(board).map((layer) => file(dialect.fileName(board.name, layer, board.copperLayers), layerText(board, layer, dialect))),
  ...drillFiles(board, dialect),
  ...jobFiles(board),
]
