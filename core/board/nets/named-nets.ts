import type { Board } from '#core/board/board.ts'
import { nameByNetlist } from './name-by-netlist.ts'
import type { NetOpen, Nets, NetShort } from './nets.ts'
import { registerNetlist } from './register-netlist.ts'
import { copperLayers, traceNets } from './trace-nets.ts'

/** The nets of the artwork with all names the package gives, and where the names come from. */
export interface NamedNets extends Nets {
  /** Whether anything names nets: X2 attributes, or a netlist that lies on this board. */
  readonly labelled: boolean
  /** Why a netlist of the package was not used, as a sentence; null when there is none or it was used. */
  readonly netlistRefused: string | null
}

/** Adds what the netlist says beyond the attributes: a contradiction is told once. */
const withoutRepeats = <T>(first: readonly T[], second: readonly T[], key: (item: T) => unknown): readonly T[] => {
  const known = new Set(first.map(key))
  return [...first, ...second.filter((item) => !known.has(key(item)))]
}

const percent = (share: number): string => `${Math.floor(share * 100)} %`

/**
 * Works out the nets and names them: by X2 net names, then by an IPC-D-356 netlist of the package when its drilled points lie
 * on the board's holes.
 * @source IPC-D-356A
 */
export const namedNets = (board: Board): NamedNets => {
  const traced = traceNets(board)
  const byAttributes = copperLayers(board).some((l) =>
    l.plotted.attributes.some((a) => a.nets !== null && a.nets.some((name) => name !== '')),
  )
  const refused: string[] = []
  for (const file of board.files) {
    if (!file.netlist || file.netlist.points.length === 0) continue
    const registration = registerNetlist(file.netlist.points, board.holes)
    if (!registration.ok) {
      refused.push(
        registration.error.code === 'no-drilled-points'
          ? `the netlist ${file.path} has no drilled points to lay it on the board by`
          : `the netlist ${file.path} is not of this board: at best ${percent(registration.error.share)} of its holes meet one`,
      )
      continue
    }
    const { nets, shorts, opens } = nameByNetlist(board, traced, file.netlist.points, registration.value)
    return {
      ...nets,
      shorts: withoutRepeats<NetShort>(traced.shorts, shorts, ({ net }) => net),
      opens: withoutRepeats<NetOpen>(traced.opens, opens, ({ name }) => name),
      labelled: true,
      netlistRefused: null,
    }
  }
  return { ...traced, labelled: byAttributes, netlistRefused: refused[0] ?? null }
}
