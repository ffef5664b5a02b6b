import { referenceOf, uuidOf } from './file-reading.ts'
import { children, textOf, type Node } from './s-expression.ts'

export interface Component {
  readonly name: string
  readonly value: string
  /** Net of each signal; null = not connected. */
  readonly nets: ReadonlyMap<string, string | null>
}

/** What the circuit says: names of nets, and which part's signal is on which. */
export interface Circuit {
  readonly netNames: ReadonlyMap<string, string>
  readonly components: ReadonlyMap<string, Component>
}

export const EMPTY_CIRCUIT: Circuit = { netNames: new Map(), components: new Map() }

const componentOf = (node: Node): Component => ({
  name: textOf(node, 'name'),
  value: textOf(node, 'value'),
  nets: new Map(children(node, 'signal').map((signal) => [uuidOf(signal), referenceOf(signal, 'net')])),
})

/** Reads `circuit/circuit.lp`. Format 0.1 calls nets `netsignal`. */
export const readCircuit = (root: Node): Circuit => ({
  netNames: new Map([...children(root, 'net'), ...children(root, 'netsignal')].map((net) => [uuidOf(net), textOf(net, 'name')])),
  components: new Map(children(root, 'component').map((each) => [uuidOf(each), componentOf(each)])),
})
