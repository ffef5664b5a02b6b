import type { Role, Side } from '#core/identify/identified-file.ts'
import type { Meaning, NameWord } from '#core/identify/layer-words.ts'

export interface WordRole {
  readonly role: Role
  readonly side: Side
  /** 0..1: how plainly the words say it. */
  readonly strength: number
  readonly rank: number | null
  readonly rankFrom: 'absolute' | 'relative' | null
}

const sided = new Set<Role>([
  'copper',
  'soldermask',
  'paste',
  'legend',
  'adhesive',
  'courtyard',
  'drawing',
  'stiffener',
  'plane',
  'mechanical',
])

/**
 * The role that the words of a layer or file name add up to, or null when they say nothing.
 * The order of the questions is the point: "drill map" is a drawing, "paste mask" is no mask, "top solder" is one.
 */
export const roleOfWords = (words: readonly NameWord[]): WordRole | null => {
  const all = words.flatMap((w) => w.meanings)
  const has = (...some: Meaning[]): boolean => some.some((m) => all.includes(m))
  const side = sideOfWords(all)
  const say = (role: Role, strength: number): WordRole => ({
    role,
    side: sided.has(role) ? side : null,
    strength,
    rank: null,
    rankFrom: null,
  })
  const drillish = has('drill', 'plated', 'non-plated', 'route')
  if (has('vscore')) return say('vscore', 0.85)
  if (has('stiffener')) return say('stiffener', 0.85)
  if (has('drill', 'route') && has('map', 'drawing', 'legend')) return say('drawing', 0.85)
  if (has('map') && !has('mask', 'soldermask', 'copper', 'paste')) return say('drawing', 0.6)
  if (has('courtyard')) return say('courtyard', 0.85)
  if (has('adhesive')) return say('adhesive', 0.8)
  if (has('pad-master') && !has('paste', 'mask', 'soldermask')) return say('mechanical', 0.7)
  if (has('paste') && !has('outline')) return say('paste', 0.85)
  if (has('drawing') && !has('soldermask', 'mask')) return say('drawing', 0.75)
  if (has('soldermask', 'mask')) return say('soldermask', has('soldermask', 'solder') ? 0.85 : 0.75)
  if (has('solder') && side !== null && !has('copper', 'side')) return say('soldermask', 0.7)
  if (has('legend')) return say('legend', 0.85)
  if (has('place') && side !== null) return say('legend', 0.7)
  if (has('outline') && !has('copper')) return say('outline', has('plated', 'drill') ? 0.6 : 0.85)
  if (has('keepout')) return say('outline', 0.35)
  if (has('route') && !has('copper')) return say('route', 0.75)
  if (drillish) return say('drill', 0.75)
  if (has('document') && !has('copper')) return say(all.length > 1 && has('layer') ? 'drawing' : 'document', 0.5)
  if (has('jumper')) return say('drawing', 0.85)
  if (has('mechanical')) return say('mechanical', 0.7)
  return copperOfWords(words, all, side)
}

/** "component side" and "solder side" name a side where nothing else does. */
const sideOfWords = (all: readonly Meaning[]): Side => {
  const [top, bottom] = [all.includes('top'), all.includes('bottom')]
  if (top !== bottom) return top ? 'top' : 'bottom'
  const before = all[all.indexOf('side') - 1]
  return top ? null : before === 'component' ? 'top' : before === 'solder' ? 'bottom' : null
}

const copperOfWords = (words: readonly NameWord[], all: readonly Meaning[], side: Side): WordRole | null => {
  const has = (m: Meaning): boolean => all.includes(m)
  const copper = (where: Side, strength: number, rank: number | null = null, rankFrom: WordRole['rankFrom'] = null): WordRole => ({
    role: 'copper',
    side: where,
    strength,
    rank,
    rankFrom,
  })
  const numbered = words.find((w, i) => w.number !== null && isLayerNumber(words, i))
  const number = numbered?.number ?? followedNumber(words)
  if (has('inner')) return copper('inner', has('copper') || number !== null ? 0.85 : 0.75, number, number === null ? null : 'relative')
  if (side !== null) return copper(side, has('copper') || has('layer') ? 0.85 : 0.6)
  if (number !== null && number > 0 && number <= 64 && (has('layer') || has('copper') || numbered?.text === 'l')) {
    const absolute = numbered?.text !== 'in' && numbered?.text !== 'mid' && numbered?.text !== 'group'
    return copper(
      !absolute ? 'inner' : number === 1 ? 'top' : null,
      has('copper') ? 0.8 : numbered?.text === 'group' ? 0.5 : 0.65,
      number,
      absolute ? 'absolute' : 'relative',
    )
  }
  if (has('component') && (has('side') || has('copper') || all.length === 1)) return copper('top', has('side') ? 0.8 : 0.55)
  if (has('solder') && (has('side') || has('copper') || all.length === 1)) return copper('bottom', has('side') ? 0.8 : 0.55)
  if (has('plane')) return copper('inner', 0.55, number, number === null ? null : 'relative')
  if (has('copper')) return copper(null, 0.6)
  // P-CAD and CADSTAR call the layer of the board edge just "Board".
  if (words.length > 0 && words.at(-1)!.text === 'board') return { role: 'outline', side: null, strength: 0.4, rank: null, rankFrom: null }
  return null
}

/** "L2", "In3", "Layer4", "Lage 2": a number that counts layers, not a revision or a date. */
const isLayerNumber = (words: readonly NameWord[], i: number): boolean => {
  const own = words[i]!
  if (own.number === null || own.number > 64) return false
  if (counts(own)) return true
  const before = words[i - 1]
  return own.text === String(own.number) && before !== undefined && counts(before)
}

/** "Signal 1" and "Plane 2" count signals and planes, not layers. */
const counts = (w: NameWord): boolean =>
  !/^(?:sig|signal)$/.test(w.text) && w.meanings.some((m) => m === 'layer' || m === 'inner' || m === 'copper')

const followedNumber = (words: readonly NameWord[]): number | null => {
  const at = words.findIndex((_, i) => isLayerNumber(words, i))
  return at < 0 ? null : words[at]!.number
}
