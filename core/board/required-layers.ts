import type { Board } from '#core/board/board.ts'
import { HOLE_NON_PLATED, HOLE_PLATED } from '#core/board/board.ts'

export interface RequiredLayer {
  /** Shown name: "bottom copper", "top solder mask", "plated drill", "board outline", "inner copper 2". */
  readonly name: string
  readonly role: 'copper' | 'soldermask' | 'outline' | 'drill'
  /** A missing one is an error (`must`) or a question (`should`: masks may be left out on purpose). */
  readonly grade: 'must' | 'should'
}

/** How many copper layers the board has by the best source: statement, highest order, number of images. */
export const expectedCopperCount = (board: Board): number => {
  const copper = board.layers.filter((l) => l.role === 'copper' || l.role === 'plane')
  const highest = Math.max(0, ...copper.map((l) => l.order ?? 0))
  // Plating and a mask below mean copper on both sides, whether its file is there or not.
  const twoSided =
    board.holes.plating.some((p) => p === HOLE_PLATED) || board.files.some((f) => f.role === 'soldermask' && f.side === 'bottom')
  return Math.max(board.declaredCopperCount ?? 0, highest, copper.length, twoSided ? 2 : 0)
}

/**
 * The layers that a board of this copper count needs, and which of them the package lacks. Files that are present but
 * unreadable or empty count as present: they have checks of their own.
 */
export const requiredLayers = (
  board: Board,
): { readonly required: readonly RequiredLayer[]; readonly missing: readonly RequiredLayer[] } => {
  const required: RequiredLayer[] = []
  const missing: RequiredLayer[] = []
  const need = (layer: RequiredLayer, present: boolean): void => {
    required.push(layer)
    if (!present) missing.push(layer)
  }
  const has = (role: string, side: string): boolean => board.files.some((f) => f.role === role && (f.side === side || f.side === 'both'))
  const copper = board.files.filter((f) => f.role === 'copper' || f.role === 'plane')
  const count = expectedCopperCount(board)
  const onSide = (side: string): boolean => copper.some((f) => f.side === side)
  need({ name: 'top copper', role: 'copper', grade: 'must' }, onSide('top'))
  if (count !== 1 || !onSide('top')) need({ name: 'bottom copper', role: 'copper', grade: 'must' }, onSide('bottom'))
  const orders = new Set(copper.map((f) => f.order))
  for (let order = 2; order < count; order++) {
    const present = orders.has(order) || copper.filter((f) => f.side === 'inner').length >= count - 2
    need({ name: `inner copper ${order - 1}`, role: 'copper', grade: 'must' }, present)
  }
  if (onSide('top')) need({ name: 'top solder mask', role: 'soldermask', grade: 'should' }, has('soldermask', 'top'))
  if (onSide('bottom')) need({ name: 'bottom solder mask', role: 'soldermask', grade: 'should' }, has('soldermask', 'bottom'))
  need(
    { name: 'board outline', role: 'outline', grade: 'must' },
    board.outline.source !== 'none' || board.files.some((f) => f.role === 'outline'),
  )
  const drilled =
    board.files.some((f) => f.role === 'drill' || f.role === 'route') && board.holes.plating.some((p) => p !== HOLE_NON_PLATED)
  const anyDrill = board.files.some((f) => f.role === 'drill')
  need({ name: 'drill', role: 'drill', grade: 'must' }, drilled || anyDrill)
  return { required, missing }
}
