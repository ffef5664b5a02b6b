import type { RoleChoiceShape } from '#core/ipc/board-shapes.ts'
import type { RoleOverride } from '#core/identify/identified-file.ts'

/** Endings that say nothing about a file's role: a pattern of only such an ending would fit everything. */
const VAGUE_ENDING = /^\*?[._ -]*(gbr|ger|gerber|gb|pho|art|txt|drl|xln|nc|exc|cnc|tap|pdf|zip|csv|job|gbx)?$/

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase()

/** What all names begin with, cut back to the last separator. */
const sharedStart = (names: readonly string[]): string => {
  let shared = names[0] ?? ''
  for (const name of names) {
    let n = 0
    while (n < shared.length && shared[n] === name[n]) n++
    shared = shared.slice(0, n)
  }
  return shared.slice(0, Math.max(shared.lastIndexOf('.'), shared.lastIndexOf('-'), shared.lastIndexOf('_'), shared.lastIndexOf(' '), 0))
}

/**
 * The part of a file's name that its role hangs on: the board's name, which all artwork names begin with, becomes `*`
 * ("amp-F_Cu.gbr" in a package of "amp-…" files gives "*-f_cu.gbr"). Without a shared beginning, or where only a vague
 * ending would be left, it is the whole name. Lower case.
 * @param paths all files of the package
 */
export const namePattern = (path: string, paths: readonly string[]): string => {
  const name = baseName(path)
  // A readme or a job file must not hide what the artwork files share: those of the commonest beginning count.
  const siblings = paths.map(baseName).filter((other) => other.slice(0, 3) === name.slice(0, 3))
  if (siblings.length < 2) return name
  const shared = sharedStart(siblings)
  const pattern = `*${name.slice(shared.length)}`
  return shared.length < 2 || VAGUE_ENDING.test(pattern) ? name : pattern
}

/** @returns the roles that hold for a package's files: chosen for this package, else remembered by name pattern */
export const overridesFor = (
  paths: readonly string[],
  chosen: Readonly<Record<string, RoleChoiceShape>>,
  patterns: Readonly<Record<string, RoleChoiceShape>>,
): readonly RoleOverride[] => {
  const remembered = Object.keys(patterns).length > 0
  return paths.flatMap((path) => {
    const choice = chosen[path] ?? (remembered ? patterns[namePattern(path, paths)] : undefined)
    return choice ? [{ path, ...choice }] : []
  })
}
