import type { PackageFile } from '#core/identify/identified-file.ts'

type Files = readonly PackageFile[]

/** @returns a change of the files whose path matches, as text */
export const edited =
  (path: RegExp, change: (text: string) => string) =>
  (files: Files): Files =>
    files.map((file) =>
      path.test(file.path) ? { ...file, bytes: new TextEncoder().encode(change(new TextDecoder().decode(file.bytes))) } : file,
    )

/** @returns a change that takes a pattern out of the files, wherever it occurs */
export const without = (path: RegExp, pattern: RegExp): ((files: Files) => Files) => edited(path, (text) => text.replace(pattern, ''))

/** @returns a change that gives the matching files another name */
export const renamed =
  (path: RegExp, name: (path: string) => string) =>
  (files: Files): Files =>
    files.map((file) => (path.test(file.path) ? { ...file, path: name(file.path) } : file))

/** The top copper in every dialect. */
export const TOP_COPPER = /F_Cu\.gbr$|\.GTL$/
