import type { IdentifiedFile } from '#core/identify/identified-file.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'

/** One export run takes seconds; a file this much apart comes from another run. */
const WINDOW_MINUTES = 10

const attribute = (file: IdentifiedFile, name: string): string | null => {
  const attributes = file.gerber?.fileAttributes ?? file.drill?.fileAttributes
  return attributes?.[name]?.join(',') ?? null
}

/** The value most files share, and the files that say something else. */
const outliers = (
  files: readonly IdentifiedFile[],
  name: string,
): { readonly usual: string; readonly odd: readonly IdentifiedFile[] } | null => {
  const said = files.filter((f) => attribute(f, name) !== null)
  const counts = new Map<string, number>()
  for (const file of said) counts.set(attribute(file, name)!, (counts.get(attribute(file, name)!) ?? 0) + 1)
  if (counts.size < 2) return null
  const usual = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
  return { usual, odd: said.filter((f) => attribute(f, name) !== usual) }
}

const minutesOf = (file: IdentifiedFile): number | null => {
  const time = Date.parse(attribute(file, '.CreationDate') ?? '')
  return Number.isNaN(time) ? null : time / 60_000
}

export const packageProvenanceMismatch = defineCheck({
  id: 'package_provenance_mismatch',
  title: 'Files come from different exports',
  category: 'file_package',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['x2'],
  limits: { files: none('All files of a package come from one export run') },
  why: 'One file from an older export makes a board that matches no design.',
  fix: 'Export all files in one run after the last edit; refill the zones first.',
  source: 'Gerber Layer Format Specification 2024.05, 5.6 (.ProjectId, .CreationDate, .SameCoordinates)',
  messages: {
    project: 'belongs to project {value}, the others to {usual}',
    coordinates: 'its coordinates are declared as {value}, the others as {usual}',
    time: 'was exported {minutes} minutes {when} the others',
  },
  run(board, _measures, report) {
    const flag = (message: 'project' | 'coordinates' | 'time', file: IdentifiedFile, values: Record<string, string>): void =>
      report({ message, limit: 'files', value: 1, at: null, always: true, files: [{ path: file.path, line: 0 }], values })
    for (const [message, name] of [
      ['project', '.ProjectId'],
      ['coordinates', '.SameCoordinates'],
    ] as const) {
      const found = outliers(board.files, name)
      for (const file of found?.odd ?? []) flag(message, file, { value: attribute(file, name)!, usual: found!.usual })
    }
    const times = board.files.flatMap((f) => minutesOf(f) ?? []).sort((a, b) => a - b)
    const median = times[Math.floor(times.length / 2)]
    if (median === undefined) return
    for (const file of board.files) {
      const minutes = minutesOf(file)
      if (minutes === null || Math.abs(minutes - median) <= WINDOW_MINUTES) continue
      flag('time', file, { minutes: String(Math.round(Math.abs(minutes - median))), when: minutes < median ? 'before' : 'after' })
    }
  },
})
