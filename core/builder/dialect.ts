import { copperLayerIds, type LayerId } from '#core/builder/description.ts'

/** How a package is written: the habits of one family of CAD tools, as data. */
export interface Dialect {
  readonly id: string
  readonly gerber: GerberDialect
  readonly drill: DrillDialect
  readonly lineEnd: '\n' | '\r\n'
  /** @returns the file name of a layer */
  fileName(board: string, layer: LayerId, copperLayers: number): string
  /** @returns the file name of a drill file */
  drillName(board: string, plating: 'plated' | 'non-plated' | 'mixed'): string
}

export interface GerberDialect {
  readonly unit: 'mm' | 'inch'
  readonly integer: number
  readonly decimal: number
  /** `x2`: commands; `comments`: the same in G04 comments, as tools write for old readers; `none`. */
  readonly attributes: 'x2' | 'comments' | 'none'
  /** Turned and rounded shapes as aperture macros; else as regions. */
  readonly macros: boolean
  /** Leave out coordinates that did not change. */
  readonly modal: boolean
}

export interface DrillDialect {
  readonly unit: 'mm' | 'inch'
  readonly integer: number
  readonly decimal: number
  /** `point`: decimal points; `LZ`: leading zeros are kept; `TZ`: trailing zeros are kept. */
  readonly zeros: 'point' | 'LZ' | 'TZ'
  /** Plated and non-plated holes in files of their own. */
  readonly split: boolean
  /** `attributes`: X2 in comments; `types`: `;TYPE=PLATED` comments; `none`: nothing says the plating. */
  readonly says: 'attributes' | 'types' | 'none'
  readonly slots: 'G85' | 'rout'
}

const KICAD: Readonly<Record<string, string>> = {
  'top-copper': 'F_Cu',
  'bottom-copper': 'B_Cu',
  'top-mask': 'F_Mask',
  'bottom-mask': 'B_Mask',
  'top-paste': 'F_Paste',
  'bottom-paste': 'B_Paste',
  'top-legend': 'F_Silkscreen',
  'bottom-legend': 'B_Silkscreen',
  outline: 'Edge_Cuts',
  'v-score': 'V_Cuts',
}

const PROTEL: Readonly<Record<string, string>> = {
  'top-copper': 'GTL',
  'bottom-copper': 'GBL',
  'top-mask': 'GTS',
  'bottom-mask': 'GBS',
  'top-paste': 'GTP',
  'bottom-paste': 'GBP',
  'top-legend': 'GTO',
  'bottom-legend': 'GBO',
  outline: 'GKO',
  'v-score': 'GVC',
}

const EAGLE: Readonly<Record<string, string>> = {
  'top-copper': 'cmp',
  'bottom-copper': 'sol',
  'top-mask': 'stc',
  'bottom-mask': 'sts',
  'top-paste': 'crc',
  'bottom-paste': 'crs',
  'top-legend': 'plc',
  'bottom-legend': 'pls',
  outline: 'gko',
}

const innerOf = (layer: LayerId): number | null => {
  const match = /^inner-(\d+)$/.exec(layer)
  return match ? Number(match[1]) : null
}

/** Attributes with nets, millimetres, 1 nm steps, split drills with decimal points: what current KiCad writes. */
export const kicadDialect: Dialect = {
  id: 'kicad',
  gerber: { unit: 'mm', integer: 4, decimal: 6, attributes: 'x2', macros: true, modal: false },
  drill: { unit: 'mm', integer: 3, decimal: 6, zeros: 'point', split: true, says: 'attributes', slots: 'G85' },
  lineEnd: '\n',
  fileName: (board, layer) => {
    const inner = innerOf(layer)
    return `${board}-${inner === null ? (KICAD[layer] ?? layer.replaceAll('-', '_')) : `In${inner}_Cu`}.gbr`
  },
  drillName: (board, plating) => `${board}${{ plated: '-PTH', 'non-plated': '-NPTH', mixed: '' }[plating]}.drl`,
}

/** No attributes, inch 2.5, Protel extensions, one drill file with types in comments. */
export const protelDialect: Dialect = {
  id: 'protel',
  gerber: { unit: 'inch', integer: 2, decimal: 5, attributes: 'none', macros: true, modal: true },
  drill: { unit: 'inch', integer: 2, decimal: 5, zeros: 'LZ', split: false, says: 'types', slots: 'G85' },
  lineEnd: '\r\n',
  fileName: (board, layer) => {
    const inner = innerOf(layer)
    return `${board}.${inner === null ? (PROTEL[layer] ?? 'GM1') : `G${inner}`}`
  },
  drillName: (board, plating) => `${board}${plating === 'non-plated' ? '-NonPlated' : ''}.TXT`,
}

/** No attributes, inch 2.4, Eagle extensions, one drill file that says nothing about plating, no macros. */
export const eagleDialect: Dialect = {
  id: 'eagle',
  gerber: { unit: 'inch', integer: 2, decimal: 4, attributes: 'none', macros: false, modal: false },
  drill: { unit: 'inch', integer: 2, decimal: 4, zeros: 'TZ', split: false, says: 'none', slots: 'rout' },
  lineEnd: '\n',
  fileName: (board, layer, copperLayers) => {
    const inner = innerOf(layer)
    return `${board}.${inner === null ? (EAGLE[layer] ?? 'mil') : `ly${copperLayerIds(copperLayers).indexOf(layer) + 1}`}`
  },
  drillName: (board, plating) => `${board}${plating === 'non-plated' ? '-npth' : ''}.drd`,
}

/** Metric Protel names with attributes in comments and a merged metric drill file that keeps trailing zeros. */
export const commentsDialect: Dialect = {
  ...protelDialect,
  id: 'comments',
  gerber: { unit: 'mm', integer: 4, decimal: 5, attributes: 'comments', macros: true, modal: false },
  drill: { unit: 'mm', integer: 3, decimal: 3, zeros: 'TZ', split: false, says: 'attributes', slots: 'rout' },
}

export const dialects: readonly Dialect[] = [kicadDialect, protelDialect, eagleDialect, commentsDialect]
