import { basename } from 'node:path'
import { err, ok, type Result } from '#core/base/result.ts'
import type { TakenProjectShape } from '#core/ipc/projects.ipc.ts'
import { readZip } from '#main/import/read-zip.ts'
import { ImportFailure } from '#main/import/import-error.ts'
import type { ContentStore } from '#main/store/content-store.ts'

const BOARD = /^(?:.*\/)?boards\/([^/]+)\/board\.lp$/
const NOT_ONE = 'This is not a LibrePCB project (.lppz). In LibrePCB, choose File → Export → Project archive.'

/** Keeps a project file that was handed over, and says what is in it. @fails `not-a-project` with what is wrong with it */
export const takeProject = async (
  bytes: Uint8Array,
  fileName: string,
  contents: ContentStore,
): Promise<Result<TakenProjectShape, { code: 'not-a-project'; message: string }>> => {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return err({ code: 'not-a-project', message: NOT_ONE })
  try {
    const paths = (await readZip(bytes, {})).map(({ path }) => path)
    const project = paths.find((path) => path.endsWith('.lpp'))
    if (project === undefined && !paths.includes('.librepcb-project')) return err({ code: 'not-a-project', message: NOT_ONE })
    const boards = paths.flatMap((path) => {
      const name = BOARD.exec(path)?.[1]
      return name === undefined ? [] : [{ path, name }]
    })
    const name = basename(project ?? fileName).replace(/\.lppz?$/i, '')
    return ok({ sha256: contents.put(bytes), bytes: bytes.length, name, boards: boards.sort((a, b) => (a.path < b.path ? -1 : 1)) })
  } catch (error) {
    if (error instanceof ImportFailure) return err({ code: 'not-a-project', message: error.reason.message })
    throw error
  }
}
