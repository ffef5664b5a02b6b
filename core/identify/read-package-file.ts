import type { Problem } from '#core/base/problem.ts'
import type { FileFormat, PackageFile } from '#core/identify/identified-file.ts'
import type { GerberLayer } from '#core/interpret/plotted-layer.ts'
import type { DrillFile } from '#core/read/excellon/drill-file.ts'
import type { Netlist } from '#core/read/ipc356/netlist.ts'
import type { GbrJob } from '#core/read/gbrjob/job.ts'
import { interpretGerber } from '#core/interpret/interpret-gerber.ts'
import { looksLikeDrill } from '#core/read/excellon/looks-like-drill.ts'
import { readDrill } from '#core/read/excellon/read-drill.ts'
import { looksLikeGbrJob, readGbrJob } from '#core/read/gbrjob/read-gbrjob.ts'
import { looksLikeGerber } from '#core/read/gerber/looks-like-gerber.ts'
import { looksLikeIpc356, readIpc356 } from '#core/read/ipc356/read-ipc356.ts'
import { sniffTable } from '#core/read/placement/read-table.ts'
import { decodeText } from '#core/read/text/decode-text.ts'
import { otherReadings } from '#core/reread/other-readings.ts'
import type { OtherReading } from '#core/reread/other-reading.ts'
import { documentKind } from '#core/identify/document-kind.ts'

/** One file of a package, read but not yet identified. Structured-cloneable: workers hand it over. */
export interface FileRead {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  /** What was found wrong with it while the package was opened. */
  readonly notes: readonly Problem[]
  readonly format: FileFormat
  readonly gerber: GerberLayer | null
  /** Other ways to read the same artwork; empty where the file leaves nothing open. */
  readonly others: readonly OtherReading[]
  readonly drill: DrillFile | null
  readonly job: GbrJob | null
  readonly netlist: Netlist | null
  /** Start of a text file of another format, for layer lists and reports; null for binary and artwork files. */
  readonly text: string | null
  /** What a file without artwork is, as shown ("drill report"); null for artwork. */
  readonly kind: string | null
}

/** Side files that list layers are short; nothing beyond this is looked at. */
const TEXT_LIMIT = 256 * 1024

/**
 * Finds out what format a file has from its bytes and reads it. Never fails: a file that is nothing known comes back as
 * `other`, and what is wrong inside artwork is in its problems.
 */
export const readPackageFile = (file: PackageFile): FileRead => {
  const { path, sha256, bytes } = file
  const base: FileRead = {
    path,
    sha256,
    bytes: bytes.length,
    notes: file.notes ?? [],
    format: 'other',
    gerber: null,
    others: [],
    drill: null,
    job: null,
    netlist: null,
    text: null,
    kind: null,
  }
  if (bytes.length === 0) return { ...base, kind: 'empty file' }
  if (looksLikeGbrJob(bytes)) return { ...base, format: 'gbrjob', job: readGbrJob(bytes), kind: 'Gerber job file' }
  if (/\.apr_lib$/i.test(path)) return { ...base, text: null, kind: 'aperture macro library' }
  if (looksLikeGerber(bytes)) {
    const gerber = interpretGerber(bytes)
    return { ...base, format: 'gerber', gerber, others: otherReadings(bytes, gerber) }
  }
  if (looksLikeIpc356(bytes)) return { ...base, format: 'ipc356', netlist: readIpc356(bytes), kind: 'IPC-D-356 netlist' }
  const text = isText(bytes) ? decodeText(bytes.subarray(0, TEXT_LIMIT)) : null
  const known = documentKind(path, text)
  if (known !== null && known.sure) return { ...base, text, kind: known.kind }
  if (looksLikeDrill(bytes)) return { ...base, format: 'excellon', drill: readDrill(bytes) }
  const table = text === null ? null : sniffTable(bytes)
  if (table !== null) return { ...base, format: table, text, kind: table === 'bom' ? 'bill of materials' : 'placement list' }
  return { ...base, text, kind: known?.kind ?? (text === null ? 'binary file' : 'text file') }
}

const isText = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, 4096)
  const utf16 = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)
  return utf16 || !sample.some((b) => b < 9 || (b > 13 && b < 32 && b !== 26 && b !== 27))
}
