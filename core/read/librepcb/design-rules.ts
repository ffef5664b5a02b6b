import type { FileReading } from './file-reading.ts'
import { child, word, type Node } from './s-expression.ts'

/** A share of a size, kept between two bounds; mm. */
export interface BoundedRatio {
  readonly ratio: number
  readonly min: number
  readonly max: number
}

/** What a board's design rules say about plotting. */
export interface DesignRules {
  readonly stopMask: BoundedRatio
  readonly paste: BoundedRatio
  readonly padRing: BoundedRatio
  readonly viaRing: BoundedRatio
  /** Pads with holes have only a ring on the component side and on inner layers, instead of their full shape. */
  readonly isOuterRing: boolean
  readonly isInnerRing: boolean
  /** Vias with a larger drill get an opening in the mask of their own. */
  readonly maxTentedDrill: number
  readonly defaultViaDrill: number
}

/** What LibrePCB itself begins with. */
export const DEFAULT_RULES: DesignRules = {
  stopMask: { ratio: 0, min: 0.1, max: 0.1 },
  paste: { ratio: 0.1, min: 0, max: 1 },
  padRing: { ratio: 0.25, min: 0.25, max: 2 },
  viaRing: { ratio: 0.25, min: 0.2, max: 2 },
  isOuterRing: false,
  isInnerRing: true,
  maxTentedDrill: 0.5,
  defaultViaDrill: 0.3,
}

export const boundedOf = ({ ratio, min, max }: BoundedRatio, size: number): number => Math.min(max, Math.max(min, ratio * size))

/** File format 0.1 writes one list per figure, later ones a list of three. */
const bounded = (reading: FileReading, rules: Node, tag: string, old: string, otherwise: BoundedRatio): BoundedRatio => {
  const node = child(rules, tag)
  if (node && child(node, 'ratio'))
    return {
      ratio: reading.sizeOr(node, 'ratio', otherwise.ratio),
      min: reading.sizeOr(node, 'min', otherwise.min),
      max: reading.sizeOr(node, 'max', otherwise.max),
    }
  return {
    ratio: reading.sizeOr(rules, `${old}_ratio`, otherwise.ratio),
    min: reading.sizeOr(rules, `${old}_min`, otherwise.min),
    max: reading.sizeOr(rules, `${old}_max`, otherwise.max),
  }
}

/** Before format 1 all pads had their full shape on all layers. */
const isAuto = (rules: Node, tag: string): boolean => {
  const ring = child(rules, 'pad_annular_ring')
  const node = ring && child(ring, tag)
  return node !== null && word(node) === 'auto'
}

export const readDesignRules = (reading: FileReading, board: Node): DesignRules => {
  const rules = child(board, 'design_rules')
  if (!rules) return DEFAULT_RULES
  return {
    stopMask: bounded(reading, rules, 'stopmask_clearance', 'stopmask_clearance', DEFAULT_RULES.stopMask),
    paste: bounded(reading, rules, 'solderpaste_clearance', 'creammask_clearance', DEFAULT_RULES.paste),
    padRing: bounded(reading, rules, 'pad_annular_ring', 'restring_pad', DEFAULT_RULES.padRing),
    viaRing: bounded(reading, rules, 'via_annular_ring', 'restring_via', DEFAULT_RULES.viaRing),
    isOuterRing: isAuto(rules, 'outer'),
    isInnerRing: isAuto(rules, 'inner'),
    maxTentedDrill: reading.sizeOr(rules, 'stopmask_max_via_drill_diameter', DEFAULT_RULES.maxTentedDrill),
    defaultViaDrill: reading.sizeOr(rules, 'default_via_drill_diameter', DEFAULT_RULES.defaultViaDrill),
  }
}
