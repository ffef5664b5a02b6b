import type { Board } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'

/** Parts made to join nets, by the prefixes that CAD libraries give them: net ties, jumpers, solder bridges. */
const TIE = /^(?:NT|JP|SB|SJ|TIE|BR|GND_?TIE)\d*[A-Z]?$/i

/** A part that joins nets on purpose. */
export interface NetTie {
  readonly ref: string
  readonly names: readonly string[]
}

/**
 * Parts whose pads carry several nets and whose name says that joining them is their purpose; their pads may be joined by copper
 * (a net tie, a jumper that is closed until cut).
 */
export const netTies = (board: Board, measures: Measures): readonly NetTie[] =>
  measures.once('net-ties', () => {
    const byRef = new Map<string, Set<string>>()
    const add = (ref: string | null, names: readonly string[]): void => {
      if (ref === null || !TIE.test(ref)) return
      const known = byRef.get(ref) ?? new Set<string>()
      for (const name of names) if (name) known.add(name)
      byRef.set(ref, known)
    }
    for (const layer of measures.copper) for (const { ref, nets } of layer.plotted.attributes) if (nets) add(ref, nets)
    for (const { netlist } of board.files) for (const { ref, net } of netlist?.points ?? []) if (net !== null) add(ref, [net])
    return [...byRef].filter(([, names]) => names.size > 1).map(([ref, names]) => ({ ref, names: [...names] }))
  })

/** @returns the ties that join all these nets with each other; null when they don't */
export const tiedBy = (names: readonly string[], ties: readonly NetTie[]): readonly NetTie[] | null => {
  const reached = new Set(names.slice(0, 1))
  const used = new Set<NetTie>()
  for (let grew = true; grew;) {
    grew = false
    for (const tie of ties) {
      if (used.has(tie) || !tie.names.some((name) => reached.has(name))) continue
      used.add(tie)
      grew = true
      for (const name of tie.names) reached.add(name)
    }
  }
  return names.every((name) => reached.has(name)) ? [...used] : null
}
