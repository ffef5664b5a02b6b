import type { PushedBoard } from '#core/provider/provider.ts'
import type { AttachedFile } from './board-flow.ts'

const nameOf = (path: string): string => path.replace(/\\/g, '/').split('/').at(-1) || 'file'

/** The package's name with the start of its hash, so that the shop can tell packages apart. */
const packageDocument = ({ packageName, packageSha256 }: Pick<PushedBoard, 'packageName' | 'packageSha256'>): string => {
  const [, stem, ending] = /^(.*?)(\.[^.]*)?$/s.exec(nameOf(packageName))!
  return `${stem}.${markOf(packageSha256)}${ending ?? ''}`
}

/** The start of a package's hash: enough to tell packages of one board apart. */
export const markOf = (sha256: string): string => sha256.slice(0, 8)

/** Parts lists and placement files, the package last: where it is, everything is. A name that comes twice gets a number. */
export const filesOf = (board: PushedBoard): readonly AttachedFile[] => {
  const seen = new Map<string, number>()
  const beside = [...board.bom, ...board.placement].map(({ path, bytes }) => {
    const name = nameOf(path)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { name: count === 1 ? name : `${count}-${name}`, bytes }
  })
  return [...beside, { name: packageDocument(board), bytes: board.packageBytes }]
}
