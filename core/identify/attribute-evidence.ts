import type { Claim } from '#core/identify/claim.ts'
import { claim, roleText } from '#core/identify/claim.ts'
import type { Evidence, Plating, Role, Side } from '#core/identify/identified-file.ts'
import { layerWords } from '#core/identify/layer-words.ts'
import { roleOfWords } from '#core/identify/role-of-words.ts'

const SIDES: Readonly<Record<string, Side>> = { top: 'top', bot: 'bottom', bottom: 'bottom', inr: 'inner', inner: 'inner' }

/** File functions with a fixed role; keys in lower case. */
const ROLES: Readonly<Record<string, Role>> = {
  soldermask: 'soldermask',
  paste: 'paste',
  solderpaste: 'paste',
  legend: 'legend',
  profile: 'outline',
  glue: 'adhesive',
  vcut: 'vscore',
  keepout: 'mechanical',
  keep: 'mechanical',
  pads: 'mechanical',
  carbonmask: 'mechanical',
  goldmask: 'mechanical',
  heatsinkmask: 'mechanical',
  peelablemask: 'mechanical',
  silvermask: 'mechanical',
  tinmask: 'mechanical',
  viafill: 'mechanical',
  depthrout: 'route',
  viatenting: 'mechanical',
  drillmap: 'drawing',
  fabricationdrawing: 'drawing',
  arraydrawing: 'drawing',
  assemblydrawing: 'drawing',
  vcutmap: 'drawing',
  drawing: 'drawing',
  otherdrawing: 'drawing',
  component: 'drawing',
  plated: 'drill',
  nonplated: 'drill',
  mixedplating: 'drill',
}

/**
 * What an X2 file function says.
 * @param values as written, e.g. `['Copper', 'L2', 'Inr', 'Plane']`
 * @param from `attribute` for the file's own, `job` for the job file's list
 * @returns null for an empty or unknown function
 * @source Gerber Layer Format Specification 2024.05, 5.6.3
 */
export const functionClaim = (values: readonly string[], negative: boolean, from: Evidence['from'], weight: number): Claim | null => {
  const [name = '', ...fields] = values.map((v) => v.trim())
  const key = name.toLowerCase().replace(/[^a-z]/g, '')
  const side = fields.map((f) => SIDES[f.toLowerCase()]).find((s) => s !== undefined) ?? null
  const text = values.join(',')
  const source = from === 'job' ? 'the job file lists it as' : 'the file says'
  if (key === 'copper') {
    const layer = fields.map((f) => /^L(\d{1,3})$/i.exec(f)?.[1]).find((n) => n !== undefined)
    const rank = layer === undefined ? null : Number(layer)
    const order = {
      rank,
      rankFrom: rank === null ? null : ('absolute' as const),
      ...(side === 'bottom' && rank !== null ? { bottomOrder: rank } : {}),
    }
    return claim(from, weight, negative ? 'plane' : 'copper', side, `${source} ${text}${negative ? ', polarity negative' : ''}`, order)
  }
  const role = ROLES[key]
  if (role) return claim(from, weight, role, side, `${source} ${text}`)
  if (key === 'other' || key === 'route') return otherClaim(key, fields, from, weight, `${source} ${text}`)
  return null
}

/** `Other` names a layer in free words; they count as words, below everything that the name itself says plainly. */
const otherClaim = (key: string, fields: readonly string[], from: Evidence['from'], weight: number, says: string): Claim => {
  if (key === 'route') return claim(from, weight, 'route', null, says)
  const found = roleOfWords(layerWords(fields.join(' ')))
  return found
    ? claim(from, Math.min(weight, 0.5, found.strength), found.role, found.side, `${says}: ${roleText(found.role, found.side)}`)
    : claim(from, 0.45, 'drawing', null, says)
}

export interface DrillFunction {
  readonly plating: Plating
  readonly span: readonly [number, number] | null
  /** The last value says that it is routed. */
  readonly routed: boolean
}

/** What the X2 function of a drill file says about plating and span; null for other functions. */
export const drillFunction = (values: readonly string[]): DrillFunction | null => {
  const key = (values[0] ?? '').toLowerCase().replace(/[^a-z]/g, '')
  const plating: Plating = key === 'plated' ? 'plated' : key === 'nonplated' ? 'non-plated' : key === 'mixedplating' ? 'mixed' : null
  if (plating === null) return null
  const [from, to] = [Number(values[1]), Number(values[2])]
  const span = Number.isInteger(from) && Number.isInteger(to) && from >= 1 && to > from ? ([from, to] as const) : null
  return { plating, span, routed: values.some((v) => /^rout/i.test(v)) }
}
