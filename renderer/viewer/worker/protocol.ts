import type { Box } from '#core/base/box.ts'
import type { PlottedLayer } from '#core/interpret/plotted-layer.ts'
import type { CachedView } from '../cached-view.ts'
import type { BinnedGeometry } from '../geometry/binned-geometry.ts'
import type { ObjectFacts } from '../pick/describe-object.ts'
import type { ObjectGap } from '../pick/object-gap.ts'
import type { SnapPoint } from '../pick/snap.ts'
import type { ShownLayer } from '../picture.ts'
import type { Derived } from './derived-artwork.ts'

/** An object under the pointer with its layer. */
export interface Hit extends ObjectFacts {
  /** From the drawn shape, nm; 0 inside. */
  readonly distance: number
}

/** Shapes of an object for a highlight: world nm. Rings are flat x, y lists. */
export interface Shape {
  readonly capsules: readonly { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number; readonly r: number }[]
  readonly rings: readonly Float64Array[]
}

/** Questions to the drawing worker and their answers, by name. */
export interface WorkerCalls {
  /** Takes a layer over; `geometry` asks for the tables that the GPU draws from. */
  add: { input: { id: string; layer: PlottedLayer; geometry: boolean }; output: { geometry: BinnedGeometry | null } }
  remove: { input: { id: string }; output: null }
  /** Layers top first; answers newest first within a layer. */
  pick: { input: { x: number; y: number; tolerance: number; layers: readonly string[] }; output: readonly Hit[] }
  snap: { input: { x: number; y: number; tolerance: number; layers: readonly string[] }; output: SnapPoint | null }
  shape: { input: { layer: string; object: number }; output: Shape }
  /** Everything on the layers that belongs to the nets, as a layer of its own. */
  netArtwork: {
    input: { id: string; nets: readonly string[]; layers: readonly string[]; geometry: boolean }
    output: { geometry: BinnedGeometry | null; objects: number }
  }
  /** Artwork made from other layers, as a layer of its own; `prims`: how much there is of it. */
  derive: {
    input: { id: string; of: Derived; geometry: boolean }
    output: { geometry: BinnedGeometry | null; prims: number }
  }
  /** Null when one of the objects is not there or draws nothing. */
  gap: {
    input: { a: { layer: string; object: number }; b: { layer: string; object: number } }
    output: ObjectGap | null
  }
  /** A picture of a place, drawn like the canvas. */
  thumbnail: {
    input: { box: Box; width: number; height: number; layers: readonly ShownLayer[]; background: string; turns: number; flipped: boolean }
    output: { bitmap: ImageBitmap }
  }
  /** Coverage of one layer for a view; null when a newer frame was asked for meanwhile. */
  paint: { input: { frame: number; layer: string; view: CachedView; outlines: boolean }; output: { bitmap: ImageBitmap | null } }
}

export type CallName = keyof WorkerCalls
export type RequestOf<K extends CallName> = { readonly seq: number; readonly call: K; readonly input: WorkerCalls[K]['input'] }
export type Request = { [K in CallName]: RequestOf<K> }[CallName]
export type Reply =
  | { readonly seq: number; readonly ok: true; readonly output: WorkerCalls[CallName]['output'] }
  | { readonly seq: number; readonly ok: false; readonly message: string }
