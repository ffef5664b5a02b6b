import { componentsOf, type Component } from '#core/bom/component.ts'
import { readBom } from '#core/read/placement/read-bom.ts'
import { readPlacement } from '#core/read/placement/read-placement.ts'
import { readTable } from '#core/read/placement/read-table.ts'
import type { Bom, Placement } from '#core/read/placement/part-lists.ts'
import type { GerberLayer } from '#core/interpret/plotted-layer.ts'

export interface PartFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Lists of parts and where they go, as a package has them. */
export interface PartLists {
  readonly boms: readonly { readonly path: string; readonly bom: Bom }[]
  readonly placements: readonly { readonly path: string; readonly placement: Placement }[]
  readonly components: readonly { readonly path: string; readonly components: readonly Component[] }[]
}

/** Larger tables are no lists of parts of one board. */
const MOST_TABLE_BYTES = 8 * 1024 * 1024

/** Artwork, drill files and archives begin so. */
const isOther = (bytes: Uint8Array): boolean => {
  const start = String.fromCharCode(...bytes.subarray(0, 4))
  return /^(?:%|G0|G[1-9]|M48|PK|\{)/.test(start.trimStart())
}

/** @returns whether a file lists parts (`bom`), places them (`cpl`), or neither (null) */
export const partFileKind = ({ bytes }: PartFile): 'bom' | 'cpl' | null =>
  bytes.length > MOST_TABLE_BYTES || isOther(bytes) ? null : (readTable(bytes)?.kind ?? null)

/**
 * Reads the lists of parts among a package's files.
 * @param layers what the Gerber files of the package gave, by path: component layers place parts as well
 */
export const readPartLists = (files: readonly PartFile[], layers: ReadonlyMap<string, GerberLayer>): PartLists => {
  const kinds = files.filter(({ path }) => !layers.has(path)).map((file) => ({ ...file, kind: partFileKind(file) }))
  return {
    boms: kinds.filter(({ kind }) => kind === 'bom').map(({ path, bytes }) => ({ path, bom: readBom(bytes) })),
    placements: kinds.filter(({ kind }) => kind === 'cpl').map(({ path, bytes }) => ({ path, placement: readPlacement(bytes) })),
    components: [...layers]
      .map(([path, layer]) => ({ path, components: componentsOf(layer) }))
      .filter(({ components }) => components.length > 0),
  }
}
