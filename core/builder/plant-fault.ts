import type { BoardDescription } from '#core/builder/description.ts'
import { closePair, copperAtEdge, copperSliver, narrowTrack, openNet, short } from '#core/builder/faults/copper-faults.ts'
import {
  closeHoles,
  doubledHit,
  missingHit,
  npthNearCopper,
  shiftedDrill,
  smallDrill,
  strayHole,
  thinRing,
} from '#core/builder/faults/drill-faults.ts'
import type { Planted, PlantedFault, Planting } from '#core/builder/faults/fault.ts'
import { layerMirror, layerScale, layerShift } from '#core/builder/faults/layer-faults.ts'
import { coveredPad, leftOut, openOutline, silkOnPad, thinDam, thinSilk } from '#core/builder/faults/surface-faults.ts'
import type { Random } from '#core/builder/random.ts'

export type { Planted, PlantedFault }

const PLANTINGS = {
  narrow_track: narrowTrack,
  close_pair: closePair,
  open_net: openNet,
  short,
  copper_at_edge: copperAtEdge,
  copper_sliver: copperSliver,
  thin_ring: thinRing,
  shifted_drill: shiftedDrill,
  small_drill: smallDrill,
  close_holes: closeHoles,
  missing_hit: missingHit,
  doubled_hit: doubledHit,
  stray_hole: strayHole,
  npth_near_copper: npthNearCopper,
  covered_pad: coveredPad,
  thin_dam: thinDam,
  silk_on_pad: silkOnPad,
  thin_silk: thinSilk,
  open_outline: openOutline,
  layer_shift: layerShift,
  layer_mirror: layerMirror,
  layer_scale: layerScale,
  no_outline: leftOut('no_outline', 'outline', ['board_outline_missing', 'missing_required_layers']),
  no_drill: leftOut('no_drill', 'drill', ['missing_required_layers', 'missing_drill_for_pad']),
  no_top_mask: leftOut('no_top_mask', 'top-mask', ['missing_required_layers', 'missing_mask_opening']),
  no_bottom_copper: leftOut('no_bottom_copper', 'bottom-copper', ['missing_required_layers']),
} as const satisfies Readonly<Record<string, Planting>>

export type FaultKind = keyof typeof PLANTINGS

/** All kinds of faults that can be planted. */
export const faultKinds = Object.keys(PLANTINGS) as readonly FaultKind[]

/**
 * Builds one fault into a board: the same random source gives the same place.
 * @returns the faulty board and what a review should find there; null where the board has no place for the fault
 */
export const plantFault = (board: BoardDescription, kind: FaultKind, random: Random): Planted | null => PLANTINGS[kind](board, random)
