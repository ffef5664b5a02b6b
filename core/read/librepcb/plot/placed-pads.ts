import type { Point } from '#core/base/box.ts'
import { boundedOf, type DesignRules } from '#core/read/librepcb/design-rules.ts'
import type { FileReading } from '#core/read/librepcb/file-reading.ts'
import type { ProjectFiles } from '#core/read/librepcb/project.ts'
import type { BoardFile } from '#core/read/librepcb/read-board.ts'
import type { Circuit } from '#core/read/librepcb/read-circuit.ts'
import type { Device, Footprint, NetSegment, Via } from '#core/read/librepcb/shapes.ts'
import { ORIGIN, placePoint, type Placement } from '#core/read/librepcb/transform.ts'
import type { PlacedPad } from './pad-blobs.ts'

export interface BoardPad extends PlacedPad {
  readonly centre: Point
  /** UUID of the device, empty for pads that belong to none. */
  readonly device: string
  readonly segment: NetSegment | null
}

export interface PlacedDevice {
  readonly footprint: Footprint
  readonly placement: Placement
  readonly ref: string | null
}

/** @returns drill and size of a via in mm; the design rules say what the board leaves open */
export const viaSize = (via: Via, rules: DesignRules): { readonly drill: number; readonly size: number } => {
  const drill = via.drill ?? rules.defaultViaDrill
  return { drill, size: via.size === null ? drill + 2 * boundedOf(rules.viaRing, drill) : Math.max(via.size, drill) }
}

/**
 * @param copper names of the board's copper layers from top to bottom
 * @returns places in `copper` of the first and last layer of a via; null for one that joins nothing. It ends on the last
 * inner layer where the board has fewer layers than it names.
 */
export const viaSpan = (via: Via, copper: readonly string[]): readonly [from: number, to: number] | null => {
  const inner = /^in(\d+)_cu$/.exec(via.to)
  const to = inner ? Math.min(Number(inner[1]), copper.length - 2) : copper.indexOf(via.to)
  const from = copper.indexOf(via.from)
  return from >= 0 && to > from ? [from, to] : null
}

const flipped = (side: 'top' | 'bottom'): 'top' | 'bottom' => (side === 'top' ? 'bottom' : 'top')

/** Which device pads have traces on which layers, by device and pad. */
const connections = (segments: readonly NetSegment[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>()
  for (const { traces } of segments)
    for (const { from, to, layer } of traces)
      for (const end of [from, to]) {
        if (end.kind !== 'device' && end.kind !== 'pad') continue
        const key = end.kind === 'device' ? `${end.device} ${end.pad}` : ` ${end.uuid}`
        found.set(key, (found.get(key) ?? new Set<string>()).add(layer))
      }
  return found
}

const NONE: ReadonlySet<string> = new Set()

/** @returns all pads of a board where they stand, and the footprints they belong to; a device whose library is missing is a problem */
export const placedPads = (
  board: BoardFile,
  circuit: Circuit,
  project: ProjectFiles,
  reading: FileReading,
): { readonly pads: readonly BoardPad[]; readonly devices: readonly PlacedDevice[] } => {
  const connectedOn = connections(board.segments)
  const devices: PlacedDevice[] = []
  const missing = (device: Device, what: string): BoardPad[] => {
    const name = circuit.components.get(device.uuid)?.name
    const message = `${name ?? 'A device'} is left out: the project has not ${what}.`
    reading.log.add('error', 'librepcb-library', device.line, message)
    return []
  }
  const ofDevice = (device: Device): BoardPad[] => {
    const lib = project.device(device.libDevice)
    if (!lib) return missing(device, `the device ${device.libDevice}`)
    const pkg = project.package(lib.package)
    const footprint = pkg?.footprint(device.libFootprint)
    if (!pkg || !footprint) return missing(device, `the footprint ${device.libFootprint} of the package ${lib.package}`)
    const component = circuit.components.get(device.uuid)
    const placement: Placement = { at: device.at, rotation: device.rotation, isMirrored: device.isMirrored }
    devices.push({ footprint, placement, ref: component?.name ?? null })
    return footprint.pads.map((pad): BoardPad => {
      const signal = pad.packagePad === null ? null : lib.signals.get(pad.packagePad)
      return {
        pad,
        placement,
        side: device.isMirrored ? flipped(pad.side) : pad.side,
        net: signal ? (component?.nets.get(signal) ?? null) : null,
        ref: component?.name ?? null,
        pin: pad.packagePad === null ? null : (pkg.padNames.get(pad.packagePad) ?? null),
        connectedOn: connectedOn.get(`${device.uuid} ${pad.uuid}`) ?? NONE,
        centre: placePoint(placement, pad.at),
        device: device.uuid,
        segment: null,
      }
    })
  }
  const pads = board.devices.flatMap(ofDevice)
  for (const segment of board.segments)
    for (const pad of segment.pads)
      pads.push({
        pad,
        placement: ORIGIN,
        side: pad.side,
        net: segment.net,
        ref: null,
        pin: null,
        connectedOn: connectedOn.get(` ${pad.uuid}`) ?? NONE,
        centre: pad.at,
        device: '',
        segment,
      })
  return { pads, devices }
}
