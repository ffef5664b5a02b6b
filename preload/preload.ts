import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import { BRIDGE_NAME, CALL_CHANNEL, EVENT_CHANNEL, type DesktopBridge } from '#core/ipc/bridge.ts'
import type { AppEvent } from '#core/ipc/events.ts'

/** All that the page gets of the desktop: make a call, hear events, learn where a dropped file lies. */
const bridge: DesktopBridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input) as ReturnType<DesktopBridge['call']>,
  on(listener) {
    // The event object would hand the page a way to send by itself: only the payload goes on.
    const hear = (_: IpcRendererEvent, event: AppEvent): void => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, hear)
    return () => void ipcRenderer.removeListener(EVENT_CHANNEL, hear)
  },
  pathOf: (file) => webUtils.getPathForFile(file as File),
}

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge)
