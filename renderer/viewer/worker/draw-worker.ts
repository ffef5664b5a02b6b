/// <reference lib="webworker" />
import { buffersOf } from '../geometry/binned-geometry.ts'
import { buildGeometry } from '../geometry/build-geometry.ts'
import { objectGap } from '../pick/object-gap.ts'
import { derivedArtwork } from './derived-artwork.ts'
import { LayerStore } from './layer-store.ts'
import { mergeArtwork } from './merge-artwork.ts'
import { netArtwork } from './net-artwork.ts'
import { PaintJobs } from './paint-jobs.ts'
import type { CallName, Reply, Request, WorkerCalls } from './protocol.ts'
import { shapeOf } from './shape-of.ts'

// The page's and the worker's global types clash; only these two are needed.
const scope = globalThis as unknown as {
  postMessage(message: Reply, transfer: Transferable[]): void
  onmessage: ((event: MessageEvent<Request>) => void) | null
}

const store = new LayerStore()
const jobs = new PaintJobs(store)

type Answer<K extends CallName> = { output: WorkerCalls[K]['output']; transfer?: Transferable[] }
type Handlers = { [K in CallName]: (input: WorkerCalls[K]['input']) => Answer<K> | Promise<Answer<K>> }

const handlers: Handlers = {
  add({ id, layer, geometry: wanted }) {
    store.add(id, layer)
    const geometry = wanted ? buildGeometry(layer) : null
    return { output: { geometry }, transfer: geometry ? buffersOf(geometry) : [] }
  },
  remove({ id }) {
    store.remove(id)
    return { output: null }
  },
  pick: ({ x, y, tolerance, layers }) => ({ output: store.pick(x, y, tolerance, layers) }),
  snap: ({ x, y, tolerance, layers }) => ({ output: store.snap(x, y, tolerance, layers) }),
  shape({ layer, object }) {
    const found = store.layer(layer)
    return { output: found && object < found.objects.count ? shapeOf(found, object) : { capsules: [], rings: [] } }
  },
  netArtwork({ id, nets, layers, geometry: wanted }) {
    const wantedNets = new Set(nets)
    const parts = layers.flatMap((layerId) => {
      const layer = store.layer(layerId)
      return layer ? [netArtwork(layer, wantedNets)] : []
    })
    const art = mergeArtwork(parts)
    store.addArtwork(id, art)
    const geometry = wanted ? buildGeometry(art) : null
    const objects = parts.reduce((sum, p) => sum + p.objects, 0)
    return { output: { geometry, objects }, transfer: geometry ? buffersOf(geometry) : [] }
  },
  derive({ id, of, geometry: wanted }) {
    const art = derivedArtwork(of, (layer) => store.layer(layer))
    store.addArtwork(id, art)
    const geometry = wanted ? buildGeometry(art) : null
    return { output: { geometry, prims: art.prims.count }, transfer: geometry ? buffersOf(geometry) : [] }
  },
  gap({ a, b }) {
    const [one, other] = [store.layer(a.layer), store.layer(b.layer)]
    const gap = one && other ? objectGap({ layer: one, object: a.object }, { layer: other, object: b.object }) : null
    return { output: gap }
  },
  thumbnail(input) {
    const bitmap = jobs.thumbnail(input)
    return { output: { bitmap }, transfer: [bitmap] }
  },
  async paint(input) {
    const bitmap = await jobs.paint(input)
    return { output: { bitmap }, transfer: bitmap ? [bitmap] : [] }
  },
}

const answer = async (request: Request): Promise<void> => {
  try {
    const handler = handlers[request.call] as (input: Request['input']) => Answer<CallName> | Promise<Answer<CallName>>
    const { output, transfer } = await handler(request.input)
    scope.postMessage({ seq: request.seq, ok: true, output }, transfer ?? [])
  } catch (error) {
    scope.postMessage({ seq: request.seq, ok: false, message: error instanceof Error ? error.message : String(error) }, [])
  }
}

scope.onmessage = ({ data }) => {
  if (data.call === 'paint') jobs.noteFrame(data.input.frame)
  void answer(data)
}
