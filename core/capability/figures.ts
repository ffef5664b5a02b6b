/** How a figure is written: one number, several, free text, or a set of named parts. */
export type FigureKind = 'number' | 'list' | 'text' | 'parts'

export interface FigureDefinition {
  readonly name: string
  readonly title: string
  readonly group: 'Copper' | 'Holes' | 'Rings and clearances' | 'Edge' | 'Mask and silk' | 'Board'
  readonly kind: FigureKind
  /** Lengths are mm; empty where the figure has no unit. */
  readonly unit: 'mm' | 'oz' | ''
}

type Row = readonly [name: string, title: string, kind?: FigureKind, unit?: FigureDefinition['unit']]

const groups: Readonly<Record<FigureDefinition['group'], readonly Row[]>> = {
  Copper: [
    ['minTrace', 'Track width, smallest'],
    ['minSpace', 'Spacing between copper, smallest'],
    ['copperWeights', 'Copper weights offered', 'list', 'oz'],
  ],
  Holes: [
    ['minDrillPth', 'Plated hole, smallest'],
    ['minDrillNpth', 'Non-plated hole, smallest'],
    ['minDrillVia', 'Via hole, smallest'],
    ['maxDrill', 'Hole, largest'],
    ['minSlotPlated', 'Plated slot, narrowest'],
    ['minSlotNonPlated', 'Non-plated slot, narrowest'],
    ['aspectRatio', 'Depth to diameter of a hole, largest', 'number', ''],
    ['holeToHoleDifferentNet', 'Hole to hole of another net'],
    ['holeToHoleSameNet', 'Hole to hole of the same net'],
    ['holeToHoleVia', 'Via to via'],
    ['holeToEdge', 'Hole to board edge'],
    ['castellation', 'Castellated holes', 'parts'],
  ],
  'Rings and clearances': [
    ['minAnnularVia', 'Ring of a via'],
    ['minAnnularPth', 'Ring of a plated hole'],
    ['minAnnularInner', 'Ring on an inner layer'],
    ['holeToCopperInner', 'Hole to copper of another net, inner layers'],
    ['npthToCopper', 'Non-plated hole to copper'],
  ],
  Edge: [
    ['copperToEdgeRouted', 'Copper to a routed edge'],
    ['copperToEdgeInner', 'Inner copper to the edge'],
    ['copperToVcut', 'Copper to a score line'],
    ['edgePlating', 'Plated edges', 'text', ''],
    ['panel', 'Panel', 'parts'],
  ],
  'Mask and silk': [
    ['maskExpansion', 'Mask opening beyond the pad'],
    ['maskDam', 'Mask between openings, narrowest'],
    ['silkLine', 'Silkscreen line, thinnest'],
    ['silkTextHeight', 'Silkscreen text, lowest'],
    ['silkToPad', 'Silkscreen to a pad'],
  ],
  Board: [
    ['boardMin', 'Board size, smallest (two sides)', 'list'],
    ['boardMax', 'Board size, largest (two sides)', 'list'],
    ['layers', 'Copper layers offered', 'list', ''],
    ['thicknessOptions', 'Thicknesses offered', 'list'],
  ],
}

/** Every figure that a capability can hold, in the order in which people read them. */
export const figureDefinitions: readonly FigureDefinition[] = Object.entries(groups).flatMap(([group, rows]) =>
  rows.map(([name, title, kind = 'number', unit = 'mm']) => ({ name, title, group: group as FigureDefinition['group'], kind, unit })),
)

const byName: ReadonlyMap<string, FigureDefinition> = new Map(figureDefinitions.map((d) => [d.name, d]))

export const figureDefinition = (name: string): FigureDefinition | null => byName.get(name) ?? null

export interface PartDefinition {
  readonly name: string
  readonly title: string
  readonly kind: 'number' | 'list'
}

const part = (name: string, title: string, kind: PartDefinition['kind'] = 'number'): PartDefinition => ({ name, title, kind })

/** Parts of a figure that boards are judged by, mm. */
export const figureParts: Readonly<Record<string, readonly PartDefinition[]>> = {
  castellation: [part('dia', 'Castellated hole, smallest'), part('holeToHole', 'Castellated hole to the next')],
  panel: [
    part('breakRoutGap', 'Routed gap in a panel, narrowest'),
    part('vLinesPitch', 'Score line to the next'),
    part('vcutMinBoard', 'Board with score lines, smallest (two sides)', 'list'),
    part('vcutMinThickness', 'Board with score lines, thinnest'),
  ],
}
