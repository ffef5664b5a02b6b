import { createHash } from 'node:crypto'
import { partFileKind } from '#core/bom/part-files.ts'
import type { PushedBoard } from '#core/provider/provider.ts'
import { readPackage } from '#main/import/read-package.ts'

/** What is sent, and by which approval. */
export interface PushSource {
  /** The approval's id; the same push is found again by it. */
  readonly approvalId: string
  readonly name: string
  readonly revision: string
  readonly packageName: string
  readonly packageBytes: Uint8Array
}

/** Design files that CircuitHub imports: KiCad, Eagle, Altium and CircuitMaker, IPC-2581. */
const DESIGN = /\.(?:kicad_pro|kicad_pcb|kicad_sch|brd|sch|prjpcb|pcbdoc|schdoc|cvg)$/i

const hashOf = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')

/** A short name for a push that is the same on every try: of the approval and the account it goes to. */
const referenceOf = (approvalId: string, accountId: string): string => `bp-${hashOf(`${approvalId}\n${accountId}`).slice(0, 12)}`

/**
 * Makes what a provider gets of an approved package: the package itself, the lists of parts and placement files in it, and
 * design files (option `designFiles`) where it has some.
 */
export const pushedBoard = async (
  source: PushSource,
  accountId: string,
  options: Readonly<Record<string, unknown>>,
): Promise<PushedBoard> => {
  const read = await readPackage({ name: source.packageName, bytes: source.packageBytes })
  // A project file of LibrePCB is no package of fabrication files, and goes as it is.
  const files = read.ok ? read.value.files : []
  const kinds = files.map(({ path, bytes }) => ({ path, bytes, kind: partFileKind({ path, bytes }) }))
  const ofKind = (wanted: 'bom' | 'cpl') => kinds.filter(({ kind }) => kind === wanted).map(({ path, bytes }) => ({ path, bytes }))
  const designFiles = files.filter(({ path }) => DESIGN.test(path)).map(({ path, bytes }) => ({ path, bytes }))
  return {
    idempotencyKey: hashOf(`${source.approvalId}\n${accountId}\npush`).slice(0, 32),
    clientReference: referenceOf(source.approvalId, accountId),
    name: source.name,
    revision: source.revision,
    packageName: source.packageName,
    packageBytes: source.packageBytes,
    packageSha256: hashOf(source.packageBytes),
    bom: ofKind('bom'),
    placement: ofKind('cpl'),
    options: designFiles.length > 0 ? { designFiles, ...options } : options,
  }
}
