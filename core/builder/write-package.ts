import type { PackageFile } from '#core/identify/identified-file.ts'
import { copperLayerIds, layersOf, type BoardDescription, type LayerId } from '#core/builder/description.ts'
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

const drillFiles = (board: BoardDescription, dialect: Dialect): readonly PackageFile[] => {
  if (board.absent.includes('drill')) return []
  const span = ['1', String(board.copperLayers)]
  const write = (plating: 'plated' | 'non-plated' | 'mixed'): PackageFile[] => {
    const holes = board.holes.filter((hole) => plating === 'mixed' || hole.plated === (plating === 'plated'))
    if (holes.length === 0) return []
    const fn = { plated: ['Plated', ...span, 'PTH'], 'non-plated': ['NonPlated', ...span, 'NPTH'], mixed: ['MixedPlating', ...span] }[
      plating
    ]
    return [file(dialect.drillName(board.name, plating), excellonText(holes, dialect.drill, fn, dialect.lineEnd))]
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
