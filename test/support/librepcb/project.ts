import JSZip from 'jszip'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { sha256Hex } from '#core/builder/sha256.ts'

/** UUIDs by a name, so that projects can be written without them. */
export const uuidOf = (name: string): string => {
  const hash = sha256Hex(new TextEncoder().encode(name))
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** A package of a library with one footprint. */
export interface TestPackage {
  readonly name: string
  /** Names of the pads; each is a signal of its own. */
  readonly pads: readonly string[]
  /** What the footprint holds, as text; `pad(…)` helps. */
  readonly footprint: string
}

export interface TestDevice {
  readonly name: string
  readonly package: string
  readonly at: readonly [number, number]
  readonly rotation?: number
  readonly flip?: boolean
  /** Nets of the pads by their name. */
  readonly nets: Readonly<Record<string, string>>
  readonly more?: string
}

export interface TestBoard {
  readonly name: string
  readonly innerLayers?: number
  readonly rules?: string
  readonly devices?: readonly TestDevice[]
  /** Writes it as file format 0.1 does. */
  readonly isOld?: boolean
  /** Anything else of the board file, as text: segments, planes, polygons, holes. */
  readonly body: string
}

export interface TestProject {
  readonly name?: string
  readonly nets: readonly string[]
  readonly packages: readonly TestPackage[]
  readonly boards: readonly TestBoard[]
  /** Files that are added or replaced. */
  readonly files?: Readonly<Record<string, string>>
}

const id = uuidOf

export const pad = (name: string, at: readonly [number, number], more: string): string =>
  `(pad ${id(`pad ${name}`)} (side top) (position ${at[0]} ${at[1]}) (stop_mask auto) (solder_paste auto) (clearance 0.0) (function standard) (package_pad ${id(`package pad ${name}`)}) ${more})`

/** @returns a path from points; a third number is the angle of the edge that leaves it */
export const path = (...points: readonly (readonly [number, number, number?])[]): string =>
  points.map(([x, y, angle = 0]) => `(vertex (position ${x} ${y}) (angle ${angle}))`).join(' ')

export const boxOutline = (width: number, height: number): string =>
  `(polygon ${id('outline')} (layer brd_outlines) (width 0) (fill false) (grab_area false) (lock false) ${path([0, 0], [width, 0], [width, height], [0, height], [0, 0])})`

export const via = (name: string, at: readonly [number, number], more = '(drill 0.3) (size 0.7) (exposure off)'): string =>
  `(via ${id(name)} (from top_cu) (to bot_cu) (position ${at[0]} ${at[1]}) ${more})`

/** @returns a trace between two places, with its junctions */
export const line = (name: string, layer: string, width: number, from: readonly [number, number], to: readonly [number, number]): string =>
  `(junction ${id(`${name} a`)} (position ${from[0]} ${from[1]})) (junction ${id(`${name} b`)} (position ${to[0]} ${to[1]})) (trace ${id(name)} (layer ${layer}) (width ${width}) (from (junction ${id(`${name} a`)})) (to (junction ${id(`${name} b`)})))`

export const segment = (net: string | null, ...parts: readonly string[]): string =>
  `(netsegment ${id(parts.join())} (net ${net === null ? 'none' : id(net)}) ${parts.join('\n  ')})`

export const plane = (net: string, layer: string, contour: string, more: string): string =>
  `(plane ${id(`${net}${layer}${more}`)} (layer ${layer}) (net ${id(net)}) (lock false) ${more} ${contour})`

const RULES = `(design_rules (stopmask_clearance (ratio 0.0) (min 0.1) (max 0.1)) (solderpaste_clearance (ratio 0.1) (min 0.0) (max 1.0)) (pad_annular_ring (outer full) (inner full) (ratio 0.25) (min 0.25) (max 2.0)) (via_annular_ring (ratio 0.25) (min 0.2) (max 2.0)) (stopmask_max_via_drill_diameter 0.5))`

const HEAD = ` (thickness 1.6)
 (solder_resist green)
 (silkscreen white)
 (silkscreen_layers_top top_legend top_names)
 (silkscreen_layers_bot bot_legend bot_names)`
const HEAD_01 = ` (fabrication_output_settings
  (silkscreen_top (suffix "_TOP.gbr") (layers top_placement top_names))
  (silkscreen_bot (suffix "_BOT.gbr") (layers bot_placement bot_names))
 )`

const boardText = ({ name, innerLayers = 0, rules = RULES, devices = [], isOld = false, body }: TestBoard): string =>
  `(librepcb_board ${id(`board ${name}`)}
 (name "${name}")
 (layers (inner ${innerLayers}))
${isOld ? HEAD_01 : HEAD}
 ${rules}
${devices.map((d) => ` (device ${id(`part ${d.name}`)} (lib_device ${id(`device ${d.package}`)}) (lib_footprint ${id(`footprint ${d.package}`)}) (lib_3d_model none)\n  (position ${d.at[0]} ${d.at[1]}) (rotation ${d.rotation ?? 0}) (${isOld ? 'mirror' : 'flip'} ${d.flip ?? false}) (lock false) (glue true) ${d.more ?? ''})`).join('\n')}
 ${body}
)
`

const circuitText = ({ nets, boards, packages }: TestProject): string => {
  const devices = [...new Map(boards.flatMap((board) => board.devices ?? []).map((device) => [device.name, device])).values()]
  const signals = (device: TestDevice): string =>
    packages
      .find(({ name }) => name === device.package)!
      .pads.map((each) => `(signal ${id(`signal ${each}`)} (net ${device.nets[each] ? id(device.nets[each]) : 'none'}))`)
      .join(' ')
  return `(librepcb_circuit
${nets.map((net) => ` (net ${id(net)} (auto false) (name "${net}") (netclass ${id('class')}))`).join('\n')}
${devices.map((d) => ` (component ${id(`part ${d.name}`)} (name "${d.name}") (value "") ${signals(d)})`).join('\n')}
)
`
}

const libraryFiles = ({ name, pads, footprint }: TestPackage): Readonly<Record<string, string>> => ({
  [`library/dev/${id(`device ${name}`)}/device.lp`]: `(librepcb_device ${id(`device ${name}`)} (package ${id(`package ${name}`)})\n${pads.map((each) => ` (pad ${id(`package pad ${each}`)} (signal ${id(`signal ${each}`)}))`).join('\n')}\n)\n`,
  [`library/pkg/${id(`package ${name}`)}/package.lp`]: `(librepcb_package ${id(`package ${name}`)} (name "${name}")\n${pads.map((each) => ` (pad ${id(`package pad ${each}`)} (name "${each}"))`).join('\n')}\n (footprint ${id(`footprint ${name}`)} (name "default")\n${footprint}\n )\n)\n`,
})

/** @returns a project as LibrePCB 1 stores it, sorted by path */
export const projectFiles = (project: TestProject): readonly PackageFile[] => {
  const texts: Record<string, string> = {
    '.librepcb-project': '1\n',
    [`${project.name ?? 'sample'}.lpp`]: 'LIBREPCB-PROJECT\n',
    'boards/boards.lp': `(librepcb_boards\n${project.boards.map(({ name }) => ` (board "boards/${name}/board.lp")`).join('\n')}\n)\n`,
    'circuit/circuit.lp': circuitText(project),
    ...Object.fromEntries(project.boards.map((board) => [`boards/${board.name}/board.lp`, boardText(board)])),
    ...Object.assign({}, ...project.packages.map(libraryFiles)),
    ...project.files,
  }
  return Object.keys(texts)
    .sort()
    .map((name) => {
      const bytes = new TextEncoder().encode(texts[name])
      return { path: name, bytes, sha256: sha256Hex(bytes) }
    })
}

/** @returns the project packed as LibrePCB packs it (.lppz); the same project gives the same bytes */
export const projectArchive = async (project: TestProject, more: readonly PackageFile[] = []): Promise<Uint8Array> => {
  const zip = new JSZip()
  for (const { path: name, bytes } of [...projectFiles(project), ...more])
    zip.file(name, bytes, { date: new Date(Date.UTC(2026, 0, 1)), createFolders: false })
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
