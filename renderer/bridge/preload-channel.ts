import type { DesktopBridge } from '#core/ipc/bridge.ts'
import type { Api } from '#core/ipc/contract.ts'
import type { Channel } from './channel.ts'

/** The channel inside Electron. It cannot get lost: page and application end together. */
export const preloadChannel = (bridge: DesktopBridge): Channel => ({
  // The answer was checked against the contract where it was made.
  api: ((name, input) => bridge.call(name, input)) as Api,
  subscribe: (onEvent) => bridge.on(onEvent),
  pathsOf: (files) => files.map((file) => bridge.pathOf(file)),
})
