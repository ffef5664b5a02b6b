import { err, ok, type Result } from '#core/base/result.ts'
import type { Api } from '#core/ipc/contract.ts'
import { routes } from '#core/ipc/routes.ts'
import type { Ask } from './ask.ts'
import type { Answer, Backend, BackendEvents, PackageSource } from './backend.ts'
import type { Refusal } from './model.ts'
import { isExportedBoard, saveExportedBoard, sendExportedBoard } from './exported-board.ts'
import { fetchHoles, fetchLayer } from './fetch-tables.ts'
import { saveMade } from './save-made.ts'
import { sendPackage } from './send-package.ts'
import type { Channel } from './channel.ts'

const refusalOf = (error: { readonly code: string; readonly message: string }): Refusal => ({ code: error.code, message: error.message })

const openSource = (
  api: Api,
  channel: Channel,
  source: PackageSource,
  onSent: (share: number) => void,
): Answer<{ id: string; name: string }> => {
  switch (source.kind) {
    case 'sample':
      return api('package.openSample', {})
    case 'recent':
      return api('package.openRecent', { id: source.id })
    case 'files': {
      const paths = channel.pathsOf?.(source.files.map((f) => f.file)) ?? []
      // Where the shell knows the paths nothing needs to be copied through the page.
      if (paths.length === source.files.length && paths.length > 0)
        return api('package.openPaths', { paths: [...paths], revisionOf: source.revisionOf })
      return sendPackage(source.files, source.revisionOf, onSent)
    }
  }
}

const saveThumbnail = async (board: string, png: Blob): Promise<Result<null, Refusal>> => {
  try {
    const reply = await fetch(routes.picture(board), { method: 'PUT', body: png, headers: { 'Content-Type': 'image/png' } })
    return reply.ok ? ok(null) : err({ code: 'not-saved', message: `The picture was not saved (${reply.status}).` })
  } catch (error) {
    return err({ code: 'disconnected', message: String(error) })
  }
}

const listen = (channel: Channel, events: BackendEvents): (() => void) =>
  channel.subscribe((message) => {
    switch (message.event) {
      case 'progress':
        return events.onProgress(message.payload.board, message.payload.progress)
      case 'files':
        return events.onFiles(message.payload.board, message.payload.files)
      case 'board':
        return events.onBoard(message.payload.board)
      case 'review':
        return events.onReview(message.payload.board, message.payload.final)
      case 'failed':
        return events.onFailed(message.payload.board, message.payload.refusal)
      case 'decisions':
        return events.onDecisions(message.payload.board)
      case 'outbox':
        return events.onOutbox()
      case 'sync':
        return events.onSync(message.payload)
      case 'order':
        return events.onOrder(message.payload.says)
      case 'push':
        return events.onPush(message.payload)
      case 'accounts':
        return events.onAccounts()
      case 'transfer': {
        const { job, ...progress } = message.payload
        return events.onTransfer(job, progress)
      }
      case 'opened':
        return events.onOpened(message.payload.board)
    }
  }, events.onConnection)

/** The application behind the page, through whichever shell carries the channel. */
export const ipcBackend = (channel: Channel, shell: 'electron' | 'browser'): Backend => {
  const { api } = channel
  const answer = async <T>(reply: Promise<Result<T, { code: string; message: string }>>): Promise<Result<T, Refusal>> => {
    const result = await reply
    return result.ok ? result : err(refusalOf(result.error))
  }
  return {
    host: () => answer(api('app.host', {})),
    capabilities: () => answer(api('app.capabilities', {})),
    open: (source, onSent) => answer(openSource(api, channel, source, onSent)),
    chooseNatively: shell === 'electron' ? (folder, revisionOf) => answer(api('package.choose', { folder, revisionOf })) : null,
    cancel: (board) => answer(api('board.cancel', { board })),
    files: (board) => answer(api('board.files', { board })),
    board: (board) => answer(api('board.get', { board })),
    layer: fetchLayer,
    holes: fetchHoles,
    review: (board, capability) => answer(api('board.review', { board, capability })),
    setRole: (board, path, choice) => answer(api('board.setRole', { board, path, choice })),
    exportReport: async (board, capability, format) => {
      const made = await answer(api('report.make', { board, capability, format }))
      return made.ok ? saveMade(routes.report(board, format), made.value) : made
    },
    isExportedBoard,
    exportBoard: saveExportedBoard,
    importBoard: sendExportedBoard,
    saveRecord: async (id, kind) => {
      const made = await answer(api('approval.make', { id, kind }))
      if (!made.ok) return made
      const saved = await saveMade(routes.record(id, kind), made.value)
      return saved.ok ? made : saved
    },
    saveThumbnail,
    loadSettings: () => answer(api('settings.load', {})),
    saveSettings: (settings) => answer(api('settings.save', { settings: settings as Record<string, string> })),
    ask: api as unknown as Ask,
    subscribe: (events) => listen(channel, events),
  }
}
