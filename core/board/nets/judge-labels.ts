import type { NetLabel, NetOpen, NetShort } from './nets.ts'

/** What labels say about nets. */
export interface JudgedLabels {
  /** Per net the names found, most frequent first. */
  readonly names: ReadonlyMap<number, readonly string[]>
  readonly shorts: readonly NetShort[]
  readonly opens: readonly NetOpen[]
}

interface Tally {
  count: number
  readonly first: NetLabel
}

const byCount = ([nameA, a]: readonly [string | number, Tally], [nameB, b]: readonly [string | number, Tally]): number =>
  b.count - a.count || (nameA < nameB ? -1 : 1)

const tallyUp = <K extends string | number, L extends string | number>(
  table: Map<K, Map<L, Tally>>,
  key: K,
  item: L,
  label: NetLabel,
): void => {
  let row = table.get(key)
  if (!row) table.set(key, (row = new Map<L, Tally>()))
  const tally = row.get(item)
  if (tally) tally.count++
  else row.set(item, { count: 1, first: label })
}

/** Whether labels that name several nets at once (net ties) connect all names with each other. */
const areTied = (names: readonly string[], ties: readonly (readonly string[])[]): boolean => {
  const reached = new Set([names[0]])
  for (let grew = true; grew;) {
    grew = false
    for (const tie of ties) {
      if (!tie.some((name) => reached.has(name))) continue
      for (const name of tie) {
        if (!reached.has(name)) grew = true
        reached.add(name)
      }
    }
  }
  return names.every((name) => reached.has(name))
}

/** Puts labels together per net and per name, and finds what contradicts: several names on a net, a name on several nets. */
export const judgeLabels = (labels: readonly NetLabel[]): JudgedLabels => {
  const byNet = new Map<number, Map<string, Tally>>()
  const byName = new Map<string, Map<number, Tally>>()
  const ties = new Map<number, Map<string, readonly string[]>>()
  for (const label of labels) {
    for (const name of label.names) {
      tallyUp(byNet, label.net, name, label)
      tallyUp(byName, name, label.net, label)
    }
    if (label.names.length < 2) continue
    const known = ties.get(label.net) ?? new Map<string, readonly string[]>()
    ties.set(label.net, known.set(label.names.join('\n'), label.names))
  }
  const names = new Map<number, readonly string[]>()
  const shorts: NetShort[] = []
  for (const [net, row] of byNet) {
    const sorted = [...row].sort(byCount)
    const list = sorted.map(([name]) => name)
    names.set(net, list)
    if (list.length > 1 && !areTied(list, [...(ties.get(net)?.values() ?? [])]))
      shorts.push({ net, labels: sorted.map(([, { first }]) => first) })
  }
  const opens = [...byName]
    .filter(([, row]) => row.size > 1)
    .map(([name, row]): NetOpen => ({ name, labels: [...row].sort(byCount).map(([, { first }]) => first) }))
  return { names, shorts: shorts.sort((a, b) => a.net - b.net), opens: opens.sort((a, b) => (a.name < b.name ? -1 : 1)) }
}
