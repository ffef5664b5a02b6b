import { unpackLayer } from '#core/board/layer-blob.ts'
import { START_CAMERA, type Camera } from '#renderer/viewer/camera.ts'
import { BoardViewer } from '#renderer/viewer/board-viewer.ts'
import type { Drawing } from '#renderer/viewer/create-painter.ts'
import { pictureCases } from './picture-cases.ts'
import type { Look } from '#renderer/viewer/versus.ts'
import { plot, type Shape } from './plot.ts'

const COLORS = {
  error: '#ff0000',
  warning: '#ffff00',
  note: '#0000ff',
  waived: '#ff00ff',
  unmeasured: '#888888',
  accent: '#00ffff',
  focus: '#ffff00',
  text: '#ffffff',
  panel: '#000000',
  rim: '#000000',
}

export interface View {
  readonly pxPerMm: number
  readonly at: readonly [number, number]
  readonly turns?: number
  readonly flipped?: boolean
}

const canvas = (id: string): HTMLCanvasElement => document.getElementById(id) as HTMLCanvasElement

const cameraOf = ({ pxPerMm, at, turns = 0, flipped = false }: View): Camera => ({
  ...START_CAMERA,
  x: at[0] * 1e6,
  y: at[1] * 1e6,
  scale: pxPerMm / 1e6,
  turns,
  flipped,
})

let viewer: BoardViewer | null = null
let settled: () => void = () => {}

/** What the tests call from outside. */
const harness = {
  open(drawing: Drawing, width: number, height: number): { kind: string; software: boolean } {
    viewer?.dispose()
    for (const id of ['artwork', 'overlay']) {
      const old = canvas(id)
      const fresh = old.cloneNode() as HTMLCanvasElement
      fresh.style.width = `${width}px`
      fresh.style.height = `${height}px`
      old.replaceWith(fresh)
    }
    viewer = new BoardViewer(
      { artwork: canvas('artwork'), overlay: canvas('overlay') },
      { background: '#000000', overlay: COLORS },
      drawing,
      {
        onFrame: (_, pending) => {
          if (!pending) settled()
        },
      },
    )
    viewer.resize(width, height, 1)
    return { kind: viewer.painterKind, software: viewer.software }
  },
  async show(id: string, shapes: readonly Shape[]): Promise<void> {
    await viewer?.addLayer(id, plot(shapes), [])
    viewer?.setVersus(null)
    viewer?.setLayers([{ id, color: '#ffffff', opacity: 1 }], false)
  },
  async showCase(name: string): Promise<void> {
    await harness.show(name, pictureCases[name]!)
  },
  /** Shows a packed layer, base64, as the application serves it. */
  async showPacked(base64: string): Promise<void> {
    const unpacked = unpackLayer(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)).buffer)
    if (!unpacked.ok) throw new Error(unpacked.error.message)
    await viewer?.addLayer('shown', unpacked.value, [])
    viewer?.setVersus(null)
    viewer?.setLayers([{ id: 'shown', color: '#ffffff', opacity: 1 }], false)
  },
  /** Holds two artworks against each other: red what only the older has, green the newer, blue both; white alone. */
  async showPair(from: readonly Shape[], to: readonly Shape[]): Promise<void> {
    viewer?.setLayers([], false)
    await viewer?.addLayer('from', plot(from), [])
    await viewer?.addLayer('to', plot(to), [])
  },
  look(look: Look, from: string | null = 'from', to: string | null = 'to'): void {
    viewer?.setVersus({ from, to, look, colors: { onlyFrom: '#ff0000', onlyTo: '#00ff00', both: '#0000ff', alone: '#ffffff' } })
  },
  /** @returns the red channel of the settled picture, row by row from the top, as base64 */
  async picture(view: View): Promise<string> {
    return harness.channels(view, [0])
  },
  /** @returns channels of the settled picture, one after another for each pixel, row by row from the top, as base64 */
  async channels(view: View, wanted: readonly number[]): Promise<string> {
    const done = new Promise<void>((resolve) => (settled = resolve))
    viewer?.look(cameraOf(view), { jump: true })
    await done
    const source = canvas('artwork')
    const copy = new OffscreenCanvas(source.width, source.height)
    const context = copy.getContext('2d')!
    // The drawing buffer lasts until the frame is shown: draw once more and read at once.
    viewer?.refresh()
    await new Promise<void>((resolve) => (settled = resolve))
    context.drawImage(source, 0, 0)
    const { data } = context.getImageData(0, 0, source.width, source.height)
    let text = ''
    for (let i = 0; i < data.length; i += 4) for (const c of wanted) text += String.fromCharCode(data[i + c]!)
    return btoa(text)
  },
  viewer: () => viewer,
}

export type Harness = typeof harness
Object.assign(window, { harness })
