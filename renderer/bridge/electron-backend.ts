import type { DesktopBridge } from '#core/ipc/bridge.ts'
import { BRIDGE_NAME } from '#core/ipc/bridge.ts'
import type { Api } from '#core/ipc/contract.ts'
import type { Backend, NamedFile } from './backend.ts'
import { backendOver } from './backend-over.ts'

/** @returns the desktop window's bridge, or null in a browser */
export const desktopBridge = (): DesktopBridge | null => ((globalThis as Record<string, unknown>)[BRIDGE_NAME] as DesktopBridge | undefined) ?? null

/**
 * Where dropped files lie. Files of one dropped folder are opened as that folder, so that names and links are seen as
 * they are on disk.
 * @returns null when any of them has no path: then the bytes are sent
 */
const pathsBy = (bridge: DesktopBridge) => (files: readonly NamedFile[]): readonly string[] | null => {
  const paths: string[] = []
  for (const { path, file } of files) {
    const full = bridge.pathOf(file)
    if (!full) return null
    const depth = path.split('/').length - 1
    // Cut back to the folder that was dropped; both separators occur.
    paths.push(depth === 0 ? full : full.split(/(?=[\\/])/).slice(0, -depth).join(''))
  }
  const unique = [...new Set(paths)]
  return unique.length ? unique : null
}

/** The application behind the desktop window: calls and events through the preload bridge, bytes through its own protocol. */
export const electronBackend = (bridge: DesktopBridge): Backend => {
  const api = ((name: string, input: unknown) => bridge.call(name, input)) as Api
  return backendOver({
    api,
    listen(on, onState) {
      onState('connected')
      return bridge.on(on)
    },
    chooseNatively: (folder) => api('package.choose', { folder }),
    pathsOf: pathsBy(bridge),
  })
}
