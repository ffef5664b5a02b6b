import { NM_PER_MM, toMm } from '#core/base/units.ts'
import type { Point } from '#core/base/box.ts'
import type { Finding } from '#core/checks/finding.ts'
import type { AppState } from '#renderer/state/app-state.ts'
import { decidedOf, groupFindings, sectionOf, walkOrder, type Decided } from '#renderer/state/finding-groups.ts'
import { selectFindingOf } from '#renderer/state/slices/review.slice.ts'
import { formatValue } from '#renderer/ui/format-value.ts'
import { formatLength, type LengthUnit } from '#renderer/ui/units.ts'
import { numberedNotes } from '#renderer/state/note-pins.ts'
import type { Marker, MeasuredLine, Pin } from '#renderer/viewer/overlay/overlay.ts'

const NO_NETS: readonly string[] = []

const nm = (p: readonly [number, number]): Point => [p[0] * NM_PER_MM, p[1] * NM_PER_MM]

/** Of the note that is being written. */
export const NEW_PIN = 'new'
const KIND = { blocked: 'error', advised: 'warning', info: 'note', waived: 'waived', 'not-run': 'unmeasured' } as const

type Shown = Pick<AppState, 'review' | 'filter' | 'decisions'>

/** @returns a function that gives a marker for each finding that the list shows and that has a place; kept while nothing changes */
export const markerMaker = (): ((state: Shown) => readonly Marker[]) => {
  let known: Shown | null = null
  let markers: readonly Marker[] = []
  return ({ review, filter, decisions }) => {
    if (known?.review === review && known.filter === filter && known.decisions === decisions) return markers
    known = { review, filter, decisions }
    const decided = decidedOf(decisions)
    const sections = review ? groupFindings(review.findings, review.outcomes, filter, decided) : []
    markers = walkOrder(sections, filter.hidden).flatMap((finding) => markerOf(finding, decided))
    return markers
  }
}

const markerOf = (finding: Finding, decided: Decided): readonly Marker[] =>
  finding.at
    ? [
        {
          id: finding.fingerprint,
          x: finding.at.x * NM_PER_MM,
          y: finding.at.y * NM_PER_MM,
          kind: KIND[sectionOf(finding, decided)],
        },
      ]
    : []

/** @returns a pin for each note that stands at a place of the board, and for the place of one that is being written */
export const pinsOf = (state: Pick<AppState, 'decisions' | 'noting'>): readonly Pin[] => {
  const pins = numberedNotes(state).flatMap(({ note, number, at }): readonly Pin[] =>
    at ? [{ id: note.id, x: at.x * NM_PER_MM, y: at.y * NM_PER_MM, label: String(number), isSettled: note.resolved }] : [],
  )
  const { noting } = state
  if (noting?.kind !== 'place') return pins
  return [...pins, { id: NEW_PIN, x: noting.at.x * NM_PER_MM, y: noting.at.y * NM_PER_MM, label: '+', isSettled: false }]
}

/** @returns the measured line of the finding with its number; null when it has none */
export const witnessOf = (finding: Finding | null, unit: LengthUnit): MeasuredLine | null => {
  const [from, to] = finding?.witness ?? []
  if (!finding || !from || !to) return null
  return { from: nm(from), to: nm(to), label: finding.measured === null ? '' : formatValue(finding.measured, finding.unit, unit) }
}

/** @returns the gaps of an open board edge with their width */
export const gapsOf = ({ board }: Pick<AppState, 'board'>, unit: LengthUnit): readonly MeasuredLine[] =>
  board?.facts.gaps.map((gap) => ({ from: nm(gap.from), to: nm(gap.to), label: `gap ${formatLength(gap.widthMm, unit)}` })) ?? []

/** @returns the measured line of the tool: length and both parts */
export const measureLineOf = ({ measurement }: Pick<AppState, 'measurement'>, unit: LengthUnit): MeasuredLine | null => {
  if (!measurement) return null
  const { from, to } = measurement
  const dx = toMm(to[0] - from[0])
  const dy = toMm(to[1] - from[1])
  return { from, to, label: formatLength(Math.hypot(dx, dy), unit) }
}

/** @returns the nets that stand out: those that were asked for, else those of the selected finding */
export const shownNets = (state: AppState): readonly string[] => {
  if (state.highlightedNets.length) return state.highlightedNets
  const finding = state.stage === 'review' ? selectFindingOf(state) : null
  // Lit copper would cover the ink or the mask that a finding is about.
  return finding?.layers.every((id) => isCopper(state, id)) ? finding.nets : NO_NETS
}

const isCopper = (state: AppState, id: string): boolean =>
  state.board?.layers.some((layer) => layer.id === id && (layer.role === 'copper' || layer.role === 'plane')) ?? false

/** @returns the selected finding's layers, which stay bright */
export const focusLayers = (state: AppState): readonly string[] => {
  const finding = state.stage === 'review' ? selectFindingOf(state) : null
  return finding?.layers.filter((id) => state.layerViews[id] !== undefined) ?? []
}
