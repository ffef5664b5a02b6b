import { Menu, type MenuItemConstructorOptions } from 'electron'

export interface MenuActions {
  open(folder: boolean): void
  sample(): void
}

/** The window's menu: opening, editing text, zoom, quitting. Everything else has its place on the page. */
export const setMenu = ({ open, sample }: MenuActions): void => {
  const isMac = process.platform === 'darwin'
  const file: MenuItemConstructorOptions = {
    label: 'File',
    submenu: [
      { label: 'Open files…', accelerator: 'CmdOrCtrl+O', click: () => open(false) },
      { label: 'Open folder…', accelerator: 'CmdOrCtrl+Shift+O', click: () => open(true) },
      { label: 'Open sample board', click: sample },
      { type: 'separator' },
      isMac ? { role: 'close' } : { role: 'quit' },
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [{ role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'resetZoom' }, { type: 'separator' }, { role: 'togglefullscreen' }],
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([...(isMac ? [{ role: 'appMenu' as const }] : []), file, { role: 'editMenu' }, view, { role: 'windowMenu' }]),
  )
}
