import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, protocol, safeStorage, shell, type WebFrameMain } from 'electron'
import { CALL_CHANNEL, EVENT_CHANNEL } from '#core/ipc/bridge.ts'
import { keychainSealer } from '#main/secrets/sealer.ts'
import { startApplication, type Application } from '#main/services/application.ts'
import { APP_SCHEME, appProtocol, isOwnAddress } from './app-protocol.ts'
import { dataFolder } from './data-folder.ts'
import { setMenu } from './electron-menu.ts'
import { lockContents, lockSession, openAppWindow } from './electron-window.ts'
import { claimFolder } from './single-instance.ts'
import { startArguments } from './start-arguments.ts'

/** The desktop window: carries the contract over Electron's messages and the page over a protocol of its own. */

const PAGE = join(app.getAppPath(), 'out', 'renderer')
const PRELOAD = join(app.getAppPath(), 'out', 'preload', 'preload.cjs')

const given = startArguments(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd())
const data = dataFolder(given.data)
mkdirSync(data, { recursive: true, mode: 0o700 })
app.setPath('userData', join(data, 'window'))
app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
])

let application: Application | null = null

const window = (): BrowserWindow | null => BrowserWindow.getAllWindows()[0] ?? null

const openPaths = (paths: readonly string[]): void => {
  if (application && paths.length) application.outside.show(application.reviews.openPaths(paths))
}

const choose = async (folder: boolean): Promise<readonly string[]> => {
  const options = {
    title: folder ? 'Open a folder of fabrication files' : 'Open a package or fabrication files',
    properties: folder ? (['openDirectory'] as const) : (['openFile', 'multiSelections'] as const),
  }
  const parent = window()
  const chosen = await (parent
    ? dialog.showOpenDialog(parent, { ...options, properties: [...options.properties] })
    : dialog.showOpenDialog({ ...options, properties: [...options.properties] }))
  return chosen.canceled ? [] : chosen.filePaths
}

/** Only the top frame of the application's own page may call. */
const isOwnPage = (frame: WebFrameMain | null): boolean => frame !== null && frame.parent === null && isOwnAddress(frame.url)

const showWindow = (): void => {
  const open = window()
  if (open) {
    if (open.isMinimized()) open.restore()
    open.focus()
    return
  }
  openAppWindow(PRELOAD).on('closed', () => application?.outside.pagesGone())
}

const fail = (message: string): void => {
  dialog.showErrorBox('Boardproof cannot start', message)
  app.exit(2)
}

const start = async (): Promise<void> => {
  const claimed = await claimFolder(data, given.paths)
  if (!claimed) return fail(`Another Boardproof uses ${data} and does not answer. End it first.`)
  if ('address' in claimed) {
    await shell.openExternal(claimed.address)
    return app.exit(0)
  }
  const keychain = await keychainSealer(safeStorage, process.platform)
  const started = await startApplication(data, 'electron', { choose }, keychain ?? undefined)
  if (!started.ok) {
    claimed.mine.release()
    return fail(started.error.message)
  }
  const running = (application = started.value)
  protocol.handle(APP_SCHEME, appProtocol(running, PAGE))
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) =>
    isOwnPage(event.senderFrame)
      ? running.dispatch(name, input)
      : { ok: false, error: { code: 'bad-request', message: 'Only the Boardproof page may call.' } },
  )
  running.events.listen((event) => event.event === 'sync' && app.setBadgeCount(event.payload.needsYou))
  running.events.listen((event) => BrowserWindow.getAllWindows().forEach(({ webContents }) => webContents.send(EVENT_CHANNEL, event)))
  lockSession()
  setMenu({
    open: (folder) => void choose(folder).then(openPaths),
    sample: () => running.outside.show(running.reviews.openSample()),
  })
  app.on('before-quit', (event) => {
    if (!application) return
    event.preventDefault()
    application = null
    void running.close().finally(() => {
      claimed.mine.release()
      app.exit(0)
    })
  })
  showWindow()
  openPaths([...given.paths, ...early])
}

/** macOS says which files to open before the application is ready. */
const early: string[] = []

if (!app.requestSingleInstanceLock()) app.exit(0)
else {
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  app.on('second-instance', (_event, args, cwd) => {
    showWindow()
    openPaths(startArguments(args.slice(app.isPackaged ? 1 : 2), cwd).paths)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (application) openPaths([path])
    else early.push(path)
  })
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
  app.on('activate', showWindow)
  void app.whenReady().then(start)
}
