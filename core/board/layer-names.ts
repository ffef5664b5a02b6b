import type { IdentifiedFile, Role, Side } from '#core/identify/identified-file.ts'

/** Roles that make a layer, in the order shown. Drawings and documents are files only. */
const ORDER: readonly Role[] = [
  'copper',
  'plane',
  'soldermask',
  'paste',
  'legend',
  'outline',
  'vscore',
  'adhesive',
  'stiffener',
  'courtyard',
  'mechanical',
  'drill',
  'route',
]

const ID: Partial<Record<Role, string>> = {
  copper: 'copper',
  plane: 'copper',
  soldermask: 'mask',
  paste: 'paste',
  legend: 'legend',
  adhesive: 'adhesive',
  stiffener: 'stiffener',
  courtyard: 'courtyard',
  mechanical: 'mechanical',
  outline: 'outline',
  vscore: 'v-score',
  drill: 'drill-artwork',
  route: 'route-artwork',
}
const NAME: Partial<Record<Role, string>> = {
  copper: 'copper',
  plane: 'copper',
  soldermask: 'soldermask',
  paste: 'paste',
  legend: 'silkscreen',
  adhesive: 'adhesive',
  stiffener: 'stiffener',
  courtyard: 'courtyard',
  mechanical: 'mechanical',
  outline: 'outline',
  vscore: 'V-score',
  drill: 'drill artwork',
  route: 'route artwork',
}

const isCopper = (role: Role): boolean => role === 'copper' || role === 'plane'

const sideRank = (side: Side): number => (side === 'top' ? 0 : side === 'inner' ? 1 : side === 'bottom' ? 2 : 3)

/** @returns the files that are layers, in the order of the board: copper from top to bottom, then masks, pastes, legends, rest */
export const layerFiles = (files: readonly IdentifiedFile[]): IdentifiedFile[] =>
  files
    .filter((f) => f.gerber !== null && ORDER.includes(f.role))
    .map((file, index) => ({ file, index }))
    .sort((a, b) => compare(a.file, b.file) || a.index - b.index)
    .map(({ file }) => file)

const compare = (a: IdentifiedFile, b: IdentifiedFile): number => {
  const group = (f: IdentifiedFile): number => (isCopper(f.role) ? 0 : ORDER.indexOf(f.role))
  if (group(a) !== group(b)) return group(a) - group(b)
  if (isCopper(a.role)) return (a.order ?? 999) - (b.order ?? 999)
  return sideRank(a.side) - sideRank(b.side)
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** @returns id and shown name of a layer before copies are numbered: `top-mask` "Top soldermask", `inner-1` "Inner 1" */
export const layerName = (file: IdentifiedFile): { readonly id: string; readonly name: string } => {
  const { role, side, order } = file
  const [id, name] = [ID[role] ?? role, NAME[role] ?? role]
  if (isCopper(role) && side === 'inner') return { id: `inner-${(order ?? 2) - 1}`, name: `Inner ${(order ?? 2) - 1}` }
  if (side === 'top' || side === 'bottom') return { id: `${side}-${id}`, name: `${capital(side)} ${name}` }
  return { id, name: capital(name) }
}

/** Numbers ids and names that come up again: `-2` and " 2". */
export const numberCopies = (
  names: readonly { readonly id: string; readonly name: string }[],
): { readonly id: string; readonly name: string }[] => {
  const seen = new Map<string, number>()
  return names.map(({ id, name }) => {
    const n = (seen.get(id) ?? 0) + 1
    seen.set(id, n)
    return n === 1 ? { id, name } : { id: `${id}-${n}`, name: `${name} ${n}` }
  })
}
