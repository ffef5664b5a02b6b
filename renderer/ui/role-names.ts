import type { Plating, Role, Side } from '#core/identify/identified-file.ts'

/** Roles as people call them, in the order in which they are offered. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  copper: 'Copper',
  plane: 'Plane (negative copper)',
  soldermask: 'Soldermask',
  legend: 'Silkscreen',
  paste: 'Paste',
  outline: 'Board outline',
  drill: 'Drill',
  route: 'Routing',
  vscore: 'V-score',
  adhesive: 'Adhesive',
  courtyard: 'Courtyard',
  mechanical: 'Mechanical',
  stiffener: 'Stiffener',
  drawing: 'Drawing',
  document: 'Document',
  unknown: 'Unassigned',
}

/** Roles that lie on a side of the board. */
export const SIDED_ROLES: ReadonlySet<Role> = new Set([
  'copper',
  'plane',
  'soldermask',
  'legend',
  'paste',
  'adhesive',
  'courtyard',
  'stiffener',
])
export const DRILL_ROLES: ReadonlySet<Role> = new Set(['drill', 'route'])

const SIDE_NAMES: Readonly<Record<Exclude<Side, null>, string>> = { top: 'top', bottom: 'bottom', inner: 'inner', both: 'both sides' }
export const PLATING_NAMES: Readonly<Record<Exclude<Plating, null>, string>> = {
  plated: 'plated',
  'non-plated': 'non-plated',
  mixed: 'plated and non-plated',
  unknown: 'plating not stated',
}

/** @returns what a file is in words: "Copper, inner 2", "Drill, plated" */
export const roleText = (file: {
  readonly role: Role
  readonly side: Side
  readonly order: number | null
  readonly plating: Plating
}): string => {
  const parts = [ROLE_NAMES[file.role]]
  if (SIDED_ROLES.has(file.role) && file.side)
    parts.push(file.side === 'inner' && file.order !== null ? `inner ${file.order - 1}` : SIDE_NAMES[file.side])
  if (DRILL_ROLES.has(file.role) && file.plating) parts.push(PLATING_NAMES[file.plating])
  return parts.join(', ')
}
