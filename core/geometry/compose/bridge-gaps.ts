import type { Chained } from './chain.ts'
import { chainPieces } from './chain.ts'
import type { LoosePieces } from './loose-pieces.ts'
import { pairOpenNodes } from './open-nodes.ts'
import type { Tolerances } from './tolerances.ts'

/** Gaps are closed by straight pieces up to this length, nm; wider ones stay open and their outlines are left out. */
const REACHES = [100, 2000]

/**
 * Chains pieces and closes what did not close by short straight pieces.
 * @returns the chain and the places that were bridged or stayed open
 */
export const chainAndBridge = (
  pieces: LoosePieces,
  tolerances: Tolerances,
): { chained: Chained; bridged: readonly { x: number; y: number }[] } => {
  let chained = chainPieces(pieces, tolerances)
  const bridged: { x: number; y: number }[] = []
  for (const reach of REACHES) {
    if (chained.open.size === 0) break
    const { x, y } = chained.nodes
    const pairs = pairOpenNodes(chained.open, x, y, reach)
    for (const [from, to] of pairs) {
      pieces.addLine(primAt(pieces, chained, to), x[from], y[from], x[to], y[to])
      bridged.push({ x: x[from], y: y[from] })
    }
    if (pairs.length === 0) continue
    pieces.joinGroups()
    chained = chainPieces(pieces, tolerances)
  }
  for (const node of chained.open.keys()) bridged.push({ x: chained.nodes.x[node], y: chained.nodes.y[node] })
  return { chained, bridged }
}

/** @returns the primitive of a piece that starts at a node */
const primAt = (pieces: LoosePieces, chained: Chained, node: number): number => {
  const p = chained.node.indexOf(node)
  return p < 0 ? 0 : pieces.prim[p]
}
