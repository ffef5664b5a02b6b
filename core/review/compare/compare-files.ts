import type { IdentifiedFile } from '#core/identify/identified-file.ts'

export interface FileComparison {
  readonly from: IdentifiedFile | null
  readonly to: IdentifiedFile | null
  readonly state: 'same' | 'renamed' | 'changed' | 'added' | 'removed'
}

const purpose = ({ role, side, order, plating }: IdentifiedFile): string | null =>
  role === 'unknown' || role === 'document' ? null : `${role} ${side} ${order} ${plating}`

/** Pairs the files of two packages: by path, by content, else by what they are for. In the order of the newer package, removed ones last. */
export const compareFiles = (from: readonly IdentifiedFile[], to: readonly IdentifiedFile[]): readonly FileComparison[] => {
  const left = new Set(from)
  const pairs = new Map<IdentifiedFile, IdentifiedFile>()
  const pairBy = (key: (file: IdentifiedFile) => string | null): void => {
    const byKey = new Map<string, IdentifiedFile[]>()
    for (const file of left) {
      const k = key(file)
      if (k !== null) byKey.set(k, [...(byKey.get(k) ?? []), file])
    }
    for (const file of to) {
      const k = key(file)
      if (pairs.has(file) || k === null) continue
      const match = byKey.get(k)?.shift()
      if (!match) continue
      pairs.set(file, match)
      left.delete(match)
    }
  }
  pairBy((file) => file.path)
  pairBy((file) => file.sha256)
  pairBy(purpose)
  return [
    ...to.map((file): FileComparison => {
      const match = pairs.get(file) ?? null
      if (!match) return { from: null, to: file, state: 'added' }
      if (match.sha256 !== file.sha256) return { from: match, to: file, state: 'changed' }
      return { from: match, to: file, state: match.path === file.path ? 'same' : 'renamed' }
    }),
    ...[...left].map((file): FileComparison => ({ from: file, to: null, state: 'removed' })),
  ]
}
