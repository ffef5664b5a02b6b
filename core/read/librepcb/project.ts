import { ProblemLog, type Problem } from '#core/base/problem.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { decodeText } from '#core/read/text/decode-text.ts'
import { FileReading, referenceOf, uuidOf } from './file-reading.ts'
import { readFootprint } from './read-pad.ts'
import type { Footprint } from './shapes.ts'
import { children, parseSExpression, textOf, type Node } from './s-expression.ts'

/** What the library says of a device: its package, and which signal each pad of the package carries. */
export interface LibraryDevice {
  readonly package: string
  readonly signals: ReadonlyMap<string, string | null>
}

export interface LibraryPackage {
  readonly padNames: ReadonlyMap<string, string>
  footprint(uuid: string): Footprint | null
}

/** A project's files, read when they are asked for; what is wrong with one is kept under its path. */
export class ProjectFiles {
  readonly root: string
  readonly #files: ReadonlyMap<string, PackageFile>
  readonly #logs = new Map<string, ProblemLog>()
  readonly #devices = new Map<string, LibraryDevice | null>()
  readonly #packages = new Map<string, LibraryPackage | null>()

  constructor(root: string, files: readonly PackageFile[]) {
    this.root = root
    this.#files = new Map(files.map((file) => [file.path, file]))
  }

  reading(path: string): FileReading {
    const log = this.#logs.get(path) ?? new ProblemLog()
    this.#logs.set(path, log)
    return new FileReading(log)
  }

  /** @returns the parsed file, null when it is missing or damaged, which is then a problem of it */
  parse(path: string): Node | null {
    const file = this.#files.get(path)
    if (!file) return null
    const parsed = parseSExpression(decodeText(file.bytes))
    if (parsed.ok) return parsed.value
    this.reading(path).log.add('error', 'librepcb-damaged', parsed.error.line, `The file is damaged: ${parsed.error.message}.`)
    return null
  }

  device(uuid: string): LibraryDevice | null {
    return cached(this.#devices, uuid, () => {
      const node = this.parse(`${this.root}library/dev/${uuid}/device.lp`)
      if (!node) return null
      return {
        package: textOf(node, 'package'),
        signals: new Map(children(node, 'pad').map((pad) => [uuidOf(pad), referenceOf(pad, 'signal')])),
      }
    })
  }

  package(uuid: string): LibraryPackage | null {
    const path = `${this.root}library/pkg/${uuid}/package.lp`
    return cached(this.#packages, uuid, () => {
      const node = this.parse(path)
      if (!node) return null
      const footprints = new Map<string, Footprint>()
      const nodes = new Map(children(node, 'footprint').map((each) => [uuidOf(each), each]))
      return {
        padNames: new Map(children(node, 'pad').map((pad) => [uuidOf(pad), textOf(pad, 'name')])),
        footprint: (wanted) => {
          const found = nodes.get(wanted)
          if (!found) return null
          const footprint = footprints.get(wanted) ?? readFootprint(this.reading(path), found)
          footprints.set(wanted, footprint)
          return footprint
        },
      }
    })
  }

  /** Problems by path, of files that have some. */
  problems(): ReadonlyMap<string, readonly Problem[]> {
    return new Map(
      [...this.#logs].map(([path, log]): [string, readonly Problem[]] => [path, log.list()]).filter(([, list]) => list.length > 0),
    )
  }
}

const cached = <T>(known: Map<string, T>, key: string, make: () => T): T => {
  if (!known.has(key)) known.set(key, make())
  return known.get(key)!
}
