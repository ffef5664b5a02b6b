import type { Role, Side } from '#core/identify/identified-file.ts'

export interface ExtensionRole {
  readonly role: Role
  readonly side: Side
  readonly weight: number
  readonly family: string
  readonly rank: number | null
  readonly rankFrom: 'absolute' | 'relative' | null
}

/** `extension: role side weight`; one family a line. Families as the CAD tools' own manuals name them. */
const TABLE: readonly (readonly [family: string, entries: string])[] = [
  [
    'Protel',
    'gtl:copper.top gbl:copper.bottom gts:soldermask.top gbs:soldermask.bottom gto:legend.top gbo:legend.bottom gtp:paste.top gbp:paste.bottom',
  ],
  [
    'Protel',
    'gko:outline:0.7 gm:mechanical:0.5 gml:outline:0.6 gdd:drawing gdl:drawing gpt:mechanical.top gpb:mechanical.bottom gta:drawing.top gba:drawing.bottom gtd:drawing.top gbd:drawing.bottom gtc:courtyard.top gbc:courtyard.bottom',
  ],
  ['Protel', 'gtsl:stiffener.top gbsl:stiffener.bottom gtg:adhesive.top gbg:adhesive.bottom gvc:vscore'],
  [
    'EAGLE',
    'cmp:copper.top sol:copper.bottom stc:soldermask.top sts:soldermask.bottom plc:legend.top pls:legend.bottom crc:paste.top crs:paste.bottom drd:drill dri:document gpi:document oln:outline',
  ],
  ['EAGLE', 'tsp:paste.top bsp:paste.bottom tsm:soldermask.top bsm:soldermask.bottom tsk:legend.top bsk:legend.bottom slk:legend.top'],
  [
    'OrCAD',
    'top:copper.top bot:copper.bottom smt:soldermask.top smb:soldermask.bottom sst:legend.top ssb:legend.bottom spt:paste.top spb:paste.bottom ast:drawing.top asb:drawing.bottom tap:drill:0.7 fab:drawing:0.7 gnd:copper.inner:0.6 pwr:copper.inner:0.6',
  ],
  ['gEDA', 'cnc:drill:0.6'],
  [
    'NC',
    'drl:drill:0.7 xln:drill:0.6 exc:drill:0.7 drill:drill:0.7 ncd:drill:0.6 nc:drill:0.5 xnc:drill:0.7 exl:drill:0.6 rou:route:0.7 rt:route:0.5 mill:route:0.6',
  ],
  ['Gerber', 'gbrjob:document'],
]

const byExtension = new Map<string, ExtensionRole>()
for (const [family, entries] of TABLE) {
  for (const entry of entries.split(' ')) {
    const [extension = '', what = '', weight] = entry.split(':')
    const [role, side] = what.split('.') as [Role, Side | undefined]
    byExtension.set(extension, { role, side: side ?? null, weight: weight ? Number(weight) : 0.8, family, rank: null, rankFrom: null })
  }
}

const PATTERNS: readonly (readonly [RegExp, (n: number) => Omit<ExtensionRole, 'family'>])[] = [
  [/^g(?:l)?(\d{1,2})$/, (n) => ({ role: 'copper', side: 'inner', weight: 0.75, rank: n, rankFrom: 'relative' })],
  [/^g(\d{1,2})l?$/, (n) => ({ role: 'copper', side: 'inner', weight: 0.7, rank: n, rankFrom: 'relative' })],
  [/^(?:in|inr|ly)(\d{1,2})$/, (n) => ({ role: 'copper', side: 'inner', weight: 0.75, rank: n, rankFrom: 'relative' })],
  // A plane's number counts planes only: it orders planes among themselves.
  [/^gp(\d{1,2})$/, (n) => ({ role: 'copper', side: 'inner', weight: 0.75, rank: n, rankFrom: null })],
  [
    /^gm(\d{1,2})$/,
    (n) => ({ role: n === 1 ? 'outline' : 'mechanical', side: null, weight: n === 1 ? 0.45 : 0.5, rank: null, rankFrom: null }),
  ],
  [/^g[dg](\d{1,2})$/, () => ({ role: 'drawing', side: null, weight: 0.75, rank: null, rankFrom: null })],
  [/^l(\d{1,2})$/, (n) => ({ role: 'copper', side: n === 1 ? 'top' : 'inner', weight: 0.6, rank: n, rankFrom: 'absolute' })],
]

/** @returns what a file extension (without dot, any case) stands for in the CAD tools that use it, or null */
export const roleOfExtension = (extension: string): ExtensionRole | null => {
  const key = extension.toLowerCase()
  const fixed = byExtension.get(key)
  if (fixed) return fixed
  for (const [pattern, make] of PATTERNS) {
    const match = pattern.exec(key)
    if (match) return { ...make(Number(match[1])), family: 'Protel' }
  }
  return null
}
