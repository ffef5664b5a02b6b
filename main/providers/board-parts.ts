import { err, ok, type Result } from '#core/base/result.ts'
import { toMm } from '#core/base/units.ts'
import { bomPanel, type BomDifference, type BomPanel } from '#core/bom/bom-rows.ts'
import { readPartLists, type PartFile } from '#core/bom/part-files.ts'
import { interpretGerber } from '#core/interpret/interpret-gerber.ts'
import type { GerberLayer } from '#core/interpret/plotted-layer.ts'
import type { BomShape } from '#core/ipc/parts.ipc.ts'
import { readPackage } from '#main/import/read-package.ts'
import type { Store } from '#main/store/store.ts'

/** A component layer says so near its beginning; nothing else has to be interpreted for its parts. */
const HEAD_BYTES = 8192
const isComponentLayer = ({ bytes }: PartFile): boolean =>
  Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1').includes('.FileFunction,Component,')

const saysOf = (difference: BomDifference): string => {
  const { ref } = difference
  switch (difference.kind) {
    case 'not-placed':
      return `${ref} is listed and placed nowhere.`
    case 'not-listed':
      return `${ref} is placed by ${difference.path} and listed nowhere.`
    case 'listed-twice':
      return `${ref} is listed twice.`
    case 'placed-although-not-fitted':
      return `${ref} is placed, although the list says that it is not fitted.`
    case 'value-differs':
      return `${ref} is ${difference.listed} in the list and ${difference.placed} where it is placed.`
    case 'place-differs':
      return `${ref} is ${toMm(difference.distance).toFixed(2)} mm apart in ${difference.paths[0]} and ${difference.paths[1]}.`
  }
}

const shapeOf = ({ rows, differences, sources }: BomPanel): BomShape => ({
  rows: rows.map((row) => ({
    ...row,
    partNumbers: { ...row.partNumbers },
    parts: row.parts.map(({ ref, place }) => {
      if (!place) return { ref, place: null }
      const { x, y, rotation, side, path } = place
      return { ref, place: { xMm: toMm(x), yMm: toMm(y), rotation, side, path } }
    }),
  })),
  differences: differences.map((difference) => ({ kind: difference.kind, ref: difference.ref, says: saysOf(difference) })),
  sources: sources.map((source) => ({ ...source })),
})

/** The parts of a stored board: its lists, placement files and component layers, read anew from the package. */
export const boardParts = async (
  store: Store,
  board: string,
  revision: number | null,
): Promise<Result<BomShape, { code: 'gone'; message: string }>> => {
  const gone = err({ code: 'gone', message: 'The package of this board is no longer kept.' } as const)
  const kept = store.boards.packageOf(board, revision ?? undefined)
  if (!kept) return gone
  let files: readonly PartFile[]
  if (kept.archiveSha256) {
    const bytes = store.contents.get(kept.archiveSha256)
    const read = bytes ? await readPackage({ name: kept.name, bytes }) : null
    if (!read?.ok) return gone
    files = read.value.files
  } else
    files = kept.files.flatMap(({ path, sha256 }) => {
      const bytes = store.contents.get(sha256)
      return bytes ? [{ path, bytes }] : []
    })
  const layers = new Map<string, GerberLayer>()
  for (const file of files) if (isComponentLayer(file)) layers.set(file.path, interpretGerber(file.bytes))
  return ok(shapeOf(bomPanel(readPartLists(files, layers))))
}
