import { createRoot } from 'react-dom/client'
import { systemAnnouncer } from '#renderer/bridge/announcer.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import { goToHits } from '#renderer/state/go-to-hit.ts'
import { followBackend } from '#renderer/state/follow-backend.ts'
import { createAppStore, type AppStore } from '#renderer/state/store.ts'
import { ViewerSession } from '#renderer/views/canvas/viewer-session.ts'
import { filesOf } from '#renderer/views/home/read-drop.ts'
import { App } from './app.tsx'
import { appCommands } from './commands/app-commands.ts'
import { compareCommands } from './commands/compare-commands.ts'
import { libraryCommands } from './commands/library-commands.ts'
import { reportCommands } from './commands/report-commands.ts'
import { reviewCommands } from './commands/review-commands.ts'
import { viewCommands } from './commands/view-commands.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/home.css'
import './styles/import.css'
import './styles/review.css'
import './styles/approve.css'
import './styles/dialogs.css'
import './styles/capability.css'
import './styles/librepcb.css'
import './styles/account.css'
import './styles/compare.css'
import './styles/circuithub.css'
import './styles/production.css'
import './styles/data.css'
import './styles/board-order.css'

/** Opens the page's file dialog and then what was chosen. */
const choosePackage = (store: AppStore, folder: boolean, revisionOf?: string): void => {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.webkitdirectory = folder
  input.addEventListener('change', () => {
    if (input.files?.length) void store.getState().take(filesOf(input.files), revisionOf)
  })
  input.click()
}

/** Starts the page on a backend. @returns the store, for tests and for debugging */
export const startApp = async (root: HTMLElement, backend: Backend): Promise<AppStore> => {
  const store = createAppStore(backend)
  let session: ViewerSession | null = null
  const choose = (folder: boolean, revisionOf?: string): void => {
    if (backend.chooseNatively) void store.getState().chooseFiles(folder, revisionOf)
    else choosePackage(store, folder, revisionOf)
  }
  await store.getState().loadSettings()
  const announcer = systemAnnouncer()
  followBackend(backend, store, announcer)
  goToHits(store)
  void store.getState().loadHost()
  const commands = [...compareCommands, ...reviewCommands, ...reportCommands, ...libraryCommands, ...viewCommands, ...appCommands(choose)]
  createRoot(root).render(
    <App parts={{ store, backend, commands, choose, announcer, session: () => (session ??= new ViewerSession(store, backend)) }} />,
  )
  return store
}
