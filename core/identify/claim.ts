import type { Evidence, Role, Side } from '#core/identify/identified-file.ts'

/**
 * What one source says about a file, with how far it can be trusted (0..1). `evidence` is the part that is shown.
 * `rank` orders inner copper layers among claims of the same `rankFrom`; absolute ranks count the top as 1.
 */
export interface Claim {
  readonly from: Evidence['from']
  readonly says: string
  readonly weight: number
  readonly role: Role
  readonly side: Side
  readonly rank: number | null
  readonly rankFrom: 'absolute' | 'relative' | null
  /** X2 `Copper,Ln,Bot`: n is the number of copper layers. */
  readonly bottomOrder?: number
}

export const claim = (
  from: Evidence['from'],
  weight: number,
  role: Role,
  side: Side,
  says: string,
  rank: Partial<Pick<Claim, 'rank' | 'rankFrom' | 'bottomOrder'>> = {},
): Claim => ({
  from,
  says,
  weight,
  role,
  side,
  rank: null,
  rankFrom: null,
  ...rank,
})

/** "top copper", "drill", "drawing (bottom)" for sentences. */
export const roleText = (role: Role, side: Side): string => {
  const name: Record<Role, string> = {
    copper: 'copper',
    plane: 'negative plane',
    soldermask: 'soldermask',
    paste: 'paste',
    legend: 'silkscreen',
    outline: 'outline',
    drill: 'drill',
    route: 'route',
    vscore: 'V-score',
    adhesive: 'adhesive',
    courtyard: 'courtyard',
    mechanical: 'mechanical',
    drawing: 'drawing',
    stiffener: 'stiffener',
    document: 'document',
    unknown: 'unknown',
  }
  return side === null || side === 'both' ? name[role] : `${side} ${name[role]}`
}
