import type { NetlistPoint, NetlistPointKind } from '#core/read/ipc356/netlist.ts'

/** Column of the first character behind the pin; everything after it is found by its letters, not by its column. */
const NAME_COLUMNS = { net: [3, 17], ref: [20, 26], pin: [27, 31] } as const

const MID_POINT_COLUMN = 31

const TAIL =
  /(M?)\s*(?:D(\d{4,6})\s*([PU]?))?\s*(?:A(\d\d))?\s*X([+-]\d{1,9}|\d{4,9})\s*Y([+-]?\d{1,9})\s*(?:X(\d{1,6}))?\s*(?:Y(\d{1,6}))?\s*(?:R(\d{1,6}))?\s*(?:S(\d))?/

const KINDS: Readonly<Record<string, NetlistPointKind>> = { 1: 'through', 2: 'smd', 4: 'tooling', 6: 'tooling', 0: 'blind' }

/** Lengths of one record unit and how angles are written. */
export interface NetlistUnits {
  readonly nm: number
  readonly radians: boolean
}

const cut = (line: string, [from, to]: readonly [number, number]): string => line.slice(from, to).trim()

/** Names of the feature: by column, or, where a writer shifted the columns, by the gaps between them. */
const names = (line: string, tailAt: number): { net: string; ref: string; pin: string } => {
  const columns = { net: cut(line, NAME_COLUMNS.net), ref: cut(line, NAME_COLUMNS.ref), pin: cut(line, NAME_COLUMNS.pin) }
  const aligned = tailAt >= 31 && tailAt <= 38 && /^\s*$/.test(line.slice(17, 20)) && !/\s/.test(columns.net + columns.ref)
  if (aligned) return { ...columns, pin: columns.pin.replace(/^-\s*/, '') }
  const loose = /^(\S*)\s*(?:(\S+?)\s*-\s*(\S*)|(\S+)\s*(\S*).*)?$/.exec(line.slice(3, tailAt).trim())
  return { net: loose?.[1] ?? '', ref: loose?.[2] ?? loose?.[4] ?? '', pin: (loose?.[3] ?? loose?.[5] ?? '').replace(/^-/, '') }
}

/**
 * Reads a test record (3x7, or 0x7 for a further record of the same feature).
 * @returns null when it has no readable position
 * @source IPC-D-356A, 4.1: 317 through-hole, 327 surface, 307 blind or buried via, 367 tooling hole
 */
export const readRecord = (line: string, number: number, units: NetlistUnits, alias: ReadonlyMap<string, string>): NetlistPoint | null => {
  const tail = TAIL.exec(line.slice(3))
  if (!tail) return null
  const [, middle, hole, plating, access, x, y, width, height, rotation, mask] = tail
  const tailAt = 3 + tail.index + tail[0].search(/\S/)
  // an M in its column or after a gap says "mid-point"; any other one ends a name
  const midPoint = middle === 'M' && (tailAt === MID_POINT_COLUMN || /\s/.test(line[tailAt - 1]!))
  const { net, ref, pin } = names(line, middle === 'M' && !midPoint ? tailAt + 1 : tailAt)
  const length = (text: string | undefined): number | null => (text === undefined ? null : Number(text) * units.nm)
  const via = ref.toUpperCase() === 'VIA'
  const unconnected = net === '' || net.toUpperCase() === 'N/C' || net.toUpperCase() === 'NC'
  return {
    kind: KINDS[line[1]!] ?? 'other',
    net: unconnected ? null : (alias.get(net) ?? net),
    ref: via || ref === '' ? null : ref,
    pin: pin === '' ? null : pin,
    via,
    midPoint,
    x: Number(x) * units.nm,
    y: Number(y) * units.nm,
    access: access === undefined ? null : Number(access),
    side: null,
    hole: length(hole),
    plated: plating === 'P' ? true : plating === 'U' ? false : null,
    padWidth: length(width),
    padHeight: height === undefined || Number(height) === 0 ? null : length(height),
    rotation: rotation === undefined ? null : units.radians ? (Number(rotation) / 100) * (180 / Math.PI) : Number(rotation),
    maskedSides: mask === undefined ? null : Number(mask),
    continues: line[0] === '0',
    line: number,
  }
}
