import { basename } from 'node:path'
import type { Capability } from '#core/capability/capability.ts'
import type { RawOutcome } from '#core/checks/run-checks.ts'
import type { FileShape } from '#core/ipc/board-shapes.ts'
import type { Verdict } from '#core/review/verdict.ts'
import { appVersion } from '#main/cli/version.ts'
import { coverageOf, Judge } from '#main/services/judging.ts'
import { contentFolder, type Store } from '#main/store/store.ts'
import type { ReviewPool } from '#main/workers/review-pool.ts'
import type { BoardReport, PackageReport } from '#main/workers/review-protocol.ts'

export type Taken =
  | { readonly kind: 'board'; readonly boardId: string; readonly name: string; readonly verdict: Verdict; readonly coverage: string }
  | { readonly kind: 'no-artwork'; readonly name: string }
  | { readonly kind: 'refused' | 'broken'; readonly message: string }

/** @returns the project's name: its file `name.lpp`, else what the contract calls it */
const projectName = (read: PackageReport): string => {
  const file = read.files.find(({ path }) => path.endsWith('.lpp'))
  return file ? basename(file.path, '.lpp') : 'LibrePCB project'
}

const isArtwork = ({ format }: FileShape): boolean => format === 'gerber' || format === 'excellon'

/**
 * Reviews an uploaded project and keeps it among the boards of the application on this computer. A project without
 * artwork is no board: nothing is kept of it.
 * @param archive its bytes, in the application's content store by now, and the folder of the board that is to be made
 */
export const takeProject = async (
  archive: { readonly sha256: string; readonly board: string | null },
  parts: { readonly store: Store; readonly data: string; readonly pool: ReviewPool; readonly capability: Capability },
): Promise<Taken> => {
  const { store, data, pool, capability } = parts
  let read: PackageReport | null = null
  let board: BoardReport | null = null
  let files: readonly FileShape[] = []
  const raw: RawOutcome[] = []
  const end = await pool.run(
    {
      source: {
        kind: 'archive',
        name: 'project.lppz',
        sha256: archive.sha256,
        ...(archive.board === null ? {} : { projectBoard: archive.board }),
      },
      contents: contentFolder(data),
      capability,
      extraCapabilities: [],
      withoutTables: true,
    },
    {
      rolesFor: () => [],
      onReport(report) {
        if (report.kind === 'package') read = report.package
        else if (report.kind === 'files') files = report.files
        else if (report.kind === 'board') board = report.board
        else if (report.kind === 'check') raw.push(report.raw)
      },
    },
  ).end
  if (end.kind === 'refused') return { kind: 'refused', message: end.refusal.message }
  if (end.kind !== 'done' || !read || !board) {
    return { kind: 'broken', message: end.kind === 'crashed' ? end.message : 'The review was stopped.' }
  }
  const kept: PackageReport = read
  const { model, basis }: BoardReport = board
  const name = projectName(kept)
  if (!files.some(isArtwork)) return { kind: 'no-artwork', name }
  const { summary, findings } = new Judge(capability).review(raw, basis, files)
  const shown = new Map(files.map((file) => [file.path, file]))
  const boardId = store.boards.save({
    package: { ...kept, name, files: kept.files.map((file) => ({ ...file, shown: shown.get(file.path)! })) },
    appVersion,
    capability: capability.id,
    model: { ...model, name, facts: { ...model.facts, netCount: end.netCount } },
    basis,
    raw,
    findings,
    verdict: summary.verdict,
    coverage: coverageOf(summary),
  })
  return { kind: 'board', boardId, name, verdict: summary.verdict, coverage: coverageOf(summary) }
}
