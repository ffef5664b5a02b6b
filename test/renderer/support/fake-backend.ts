import { err, ok } from '#core/base/result.ts'
import type { Backend, BackendEvents } from '#renderer/bridge/backend.ts'
import { fakeHoles, fakeLayers } from './fake-artwork.ts'
import { boardModel, capabilities, files, recents, reviewFor } from './fake-review.ts'

const NM = 1e6

const nothingDecided = { waived: 0, notes: 0, approval: 'none' as const, deletedAt: null, revisions: 1, revision: 1, sha256: null }

/** The library is there; nothing was ever decided. */
const answerAsked = async (name: string): Promise<unknown> => {
  if (name !== 'library.list') return err({ code: 'not-ready' as const, message: 'Nothing was decided here.' })
  const boards = recents.map((r) => ({ ...r, ...nothingDecided, createdAt: r.openedAt, activeAt: r.openedAt, activity: 'opened' }))
  return ok({ boards, total: boards.length })
}

/** A backend made of data, for tests of the page alone. Progress comes only when a test asks for it. */
export const fakeBackend = (): Backend & {
  readonly events: BackendEvents | null
  readonly saved: Record<string, unknown>
  refuse: boolean
} => {
  let listener: BackendEvents | null = null
  const fake = {
    saved: {} as Record<string, unknown>,
    refuse: false,
    get events() {
      return listener
    },
    host: async () => ok({ version: '0.1.0', shell: 'browser' as const }),
    capabilities: async () => ok({ choices: capabilities, standard: 'house' }),
    open: async () =>
      fake.refuse
        ? err({
            code: 'too-many-entries',
            message: 'The archive holds more than 20,000 entries. Open the folder with the Gerber files only.',
          })
        : ok({ id: boardModel.id, name: boardModel.name }),
    chooseNatively: null,
    cancel: async () => ok(null),
    files: async () => ok(files),
    board: async () => ok(boardModel),
    layer: async (_board: string, id: string) => {
      const make = fakeLayers[id]
      return make ? ok({ layer: make(), buffers: [] }) : err({ code: 'gone', message: 'no such layer' })
    },
    holes: async () =>
      ok({
        count: fakeHoles.length,
        x0: Float64Array.from(fakeHoles, (h) => h.x * NM),
        y0: Float64Array.from(fakeHoles, (h) => h.y * NM),
        x1: Float64Array.from(fakeHoles, (h) => h.x * NM),
        y1: Float64Array.from(fakeHoles, (h) => h.y * NM),
        diameter: Float64Array.from(fakeHoles, (h) => h.d * NM),
        plating: Uint8Array.from(fakeHoles, (h) => (h.plated ? 1 : 0)),
        tool: new Uint32Array(fakeHoles.length).fill(1),
        line: Uint32Array.from(fakeHoles, (_, i) => i + 10),
      }),
    review: async (_board: string, capability: string) => ok(reviewFor(capability)),
    setRole: async () => ok(null),
    exportReport: async (_board: string, _capability: string, format: string) => ok({ fileName: `board-review.${format}` }),
    isExportedBoard: async (file: File) => file.name.endsWith('.boardproof.zip'),
    exportBoard: async () => ok({ fileName: 'board.boardproof.zip' }),
    importBoard: async (file: File) => ok({ board: '00000000-0000-4000-8000-00000000000a', name: file.name, revisions: 2 }),
    saveRecord: async (_id: string, kind: string) => ok({ fileName: `board-revision-1-approved.${kind}`, isDrawn: true }),
    saveThumbnail: async () => ok(null),
    loadSettings: async () => ok(fake.saved),
    saveSettings: async (settings: Readonly<Record<string, unknown>>) => {
      fake.saved = { ...settings }
      return ok(null)
    },
    ask: answerAsked as Backend['ask'],
    subscribe(events: BackendEvents) {
      listener = events
      return () => {
        listener = null
      }
    },
  }
  return fake
}
