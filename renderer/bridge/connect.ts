import { BRIDGE_NAME, type DesktopBridge } from '#core/ipc/bridge.ts'
import type { Backend } from './backend.ts'
import { ipcBackend } from './ipc-backend.ts'
import { preloadChannel } from './preload-channel.ts'
import { socketChannel } from './socket-channel.ts'

/** Connects to the application: through the preload in Electron, else through the socket of the server that served the page. */
export const connect = (): Backend => {
  const bridge = (globalThis as unknown as Record<string, DesktopBridge | undefined>)[BRIDGE_NAME]
  if (bridge) return ipcBackend(preloadChannel(bridge), 'electron')
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return ipcBackend(socketChannel(`${scheme}://${location.host}/socket`), 'browser')
}
