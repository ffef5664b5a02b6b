import { referenceOf, uuidOf } from './file-reading.ts'
import { child, children, textOf, word, type Node } from './s-expression.ts'

export interface Component {
  readonly name: string
  readonly value: string
  /** Of the component and of the part that is assembled, with their units; keys as texts name them. */
  readonly attributes: Readonly<Record<string, string>>
  /** Net of each signal; null = not connected. */
  readonly nets: ReadonlyMap<string, string | null>
}

/** What the circuit says: names of nets, and which part's signal is on which. */
export interface Circuit {
  readonly netNames: ReadonlyMap<string, string>
  readonly components: ReadonlyMap<string, Component>
}

export const EMPTY_CIRCUIT: Circuit = { netNames: new Map(), components: new Map() }

/** Units as they can be written with capitals; others are left out. */
const UNITS: Readonly<Record<string, string>> = {
  ohm: 'R',
  milliohm: 'mR',
  kiloohm: 'k',
  megaohm: 'M',
  picofarad: 'pF',
  nanofarad: 'nF',
  microfarad: 'uF',
  millifarad: 'mF',
  nanohenry: 'nH',
  microhenry: 'uH',
  millihenry: 'mH',
  volt: 'V',
  millivolt: 'mV',
  kilovolt: 'kV',
  ampere: 'A',
  milliampere: 'mA',
  watt: 'W',
  hertz: 'Hz',
  kilohertz: 'kHz',
  megahertz: 'MHz',
}

const attributesOf = (node: Node): readonly (readonly [string, string])[] =>
  children(node, 'attribute').map((each) => {
    const value = textOf(each, 'value')
    return [word(each) ?? '', value === '' ? '' : value + (UNITS[textOf(each, 'unit')] ?? '')]
  })

const partAttributes = (node: Node): readonly (readonly [string, string])[] => {
  const device = child(node, 'device')
  const part = device && child(device, 'part')
  return part ? [['MPN', word(part) ?? ''], ['MANUFACTURER', textOf(part, 'manufacturer')], ...attributesOf(part)] : []
}

const componentOf = (node: Node): Component => ({
  name: textOf(node, 'name'),
  value: textOf(node, 'value'),
  attributes: Object.fromEntries([...partAttributes(node), ...attributesOf(node)]),
  nets: new Map(children(node, 'signal').map((signal) => [uuidOf(signal), referenceOf(signal, 'net')])),
})

/** Reads `circuit/circuit.lp`. Format 0.1 calls nets `netsignal`. */
export const readCircuit = (root: Node): Circuit => ({
  netNames: new Map([...children(root, 'net'), ...children(root, 'netsignal')].map((net) => [uuidOf(net), textOf(net, 'name')])),
  components: new Map(children(root, 'component').map((each) => [uuidOf(each), componentOf(each)])),
})
