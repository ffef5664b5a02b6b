import { BrowserWindow, session, type Session, type WebContents } from 'electron'
import { APP_ORIGIN, APP_SCHEME, isOwnAddress } from './app-protocol.ts'

/** Copying a measurement and telling what happened are all that the page may ask the system for. */
const ALLOWED_PERMISSIONS: readonly string[] = ['clipboard-sanitized-write', 'notifications']
const OWN_SCHEMES = [`${APP_SCHEME}:`, 'blob:', 'data:', 'devtools:']

/** Nothing is asked for, nothing is loaded from elsewhere: the application works without a network. */
export const lockSession = (locked: Session = session.defaultSession): void => {
  locked.setPermissionRequestHandler((_contents, permission, answer) => answer(ALLOWED_PERMISSIONS.includes(permission)))
  locked.setPermissionCheckHandler((_contents, permission) => ALLOWED_PERMISSIONS.includes(permission))
  locked.setDevicePermissionHandler(() => false)
  locked.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !OWN_SCHEMES.includes(new URL(url).protocol) }))
  locked.on('will-download', (event) => event.preventDefault())
}

/** A page that would go elsewhere, open a window or embed another page stays where it is. */
export const lockContents = (contents: WebContents): void => {
  contents.on('will-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Opens the window. @param preload the built preload script */
export const openAppWindow = (preload: string): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 560,
    show: false,
    backgroundColor: '#101214',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${APP_ORIGIN}/`)
  return window
}
