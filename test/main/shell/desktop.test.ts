import { beforeEach, describe, expect, test, vi } from 'vitest'
import { CALL_CHANNEL, EVENT_CHANNEL, type DesktopBridge } from '#core/ipc/bridge.ts'
import type { AppEvent } from '#core/ipc/events.ts'

/** Electron itself is not needed to see what it is asked for: this notes it. */
const asked = vi.hoisted(() => ({
  exposed: {} as Record<string, unknown>,
  invoked: [] as unknown[][],
  listeners: new Map<string, Set<(...args: unknown[]) => void>>(),
  window: null as unknown,
  loaded: [] as string[],
}))

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: unknown) => (asked.exposed[name] = api) },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => void asked.invoked.push(args),
    on: (channel: string, listener: () => void) =>
      void (asked.listeners.get(channel) ?? asked.listeners.set(channel, new Set()).get(channel)!).add(listener),
    removeListener: (channel: string, listener: () => void) => void asked.listeners.get(channel)?.delete(listener),
  },
  webUtils: { getPathForFile: () => '/home/a/board.zip' },
  session: {},
  BrowserWindow: class {
    constructor(options: unknown) {
      asked.window = options
    }
    once() {}
    async loadURL(address: string) {
      asked.loaded.push(address)
    }
  },
}))

const { lockContents, lockSession, openAppWindow } = await import('#main/shell/electron-window.ts')
await import('#preload/preload.ts')
const bridge = asked.exposed.boardproof as DesktopBridge

describe('what the page gets of the desktop', () => {
  beforeEach(() => void (asked.invoked.length = 0))

  test('call, on and pathOf: nothing else', () => {
    expect(Object.keys(asked.exposed)).toEqual(['boardproof'])
    expect(Object.keys(bridge).sort()).toEqual(['call', 'on', 'pathOf'])
  })

  test('a call goes out on one channel with name and payload only', async () => {
    await (bridge.call as (...args: unknown[]) => Promise<unknown>)('app.host', {}, 'more')
    expect(asked.invoked).toEqual([[CALL_CHANNEL, 'app.host', {}]])
  })

  test('events come without the object that could send', () => {
    const heard: unknown[][] = []
    const stop = bridge.on((...args: [AppEvent]) => heard.push(args))
    const emit = (payload: unknown): void => asked.listeners.get(EVENT_CHANNEL)?.forEach((listener) => listener({ sender: {} }, payload))
    emit({ event: 'opened' })
    stop()
    emit({ event: 'opened' })
    expect(heard).toEqual([[{ event: 'opened' }]])
  })
})

describe('the desktop window', () => {
  test('is sandboxed, isolated and without Node', () => {
    openAppWindow('/preload.cjs')
    expect(asked.window).toMatchObject({
      webPreferences: {
        preload: '/preload.cjs',
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        allowRunningInsecureContent: false,
      },
    })
    expect(asked.loaded).toEqual(['app://boardproof/'])
  })

  test.for([
    { address: 'app://boardproof/assets/x.js', stays: false },
    { address: 'https://example.com/', stays: true },
    { address: 'file:///etc/passwd', stays: true },
    { address: 'app://evil/', stays: true },
  ])('going to $address is prevented: $stays', ({ address, stays }) => {
    const on = new Map<string, (event: { url: string; preventDefault(): void }) => void>()
    let openWindow: ((asked: unknown) => unknown) | null = null
    lockContents({ on: (name: string, act: never) => on.set(name, act), setWindowOpenHandler: (act: never) => (openWindow = act) } as never)
    const prevented = (name: string): boolean => {
      let was = false
      on.get(name)!({ url: address, preventDefault: () => (was = true) })
      return was
    }
    expect(prevented('will-navigate')).toBe(stays)
    expect(prevented('will-redirect')).toBe(true)
    expect(prevented('will-attach-webview')).toBe(true)
    expect(openWindow!({ url: address })).toEqual({ action: 'deny' })
  })

  test('asks the system for nothing but copying and notifications, and loads nothing from a network', () => {
    const made: Record<string, (...args: never[]) => unknown> = {}
    lockSession({
      setPermissionRequestHandler: (act: never) => (made.request = act),
      setPermissionCheckHandler: (act: never) => (made.check = act),
      setDevicePermissionHandler: (act: never) => (made.device = act),
      webRequest: { onBeforeRequest: (act: never) => (made.load = act) },
      on: () => {},
    } as never)
    const granted = (permission: string): boolean => {
      let was = false
      made.request!(...([null, permission, (given: boolean) => (was = given)] as never[]))
      return was
    }
    const permissions = [
      'clipboard-sanitized-write',
      'clipboard-read',
      'media',
      'geolocation',
      'notifications',
      'usb',
      'openExternal',
      'fullscreen',
    ]
    const allowed = ['clipboard-sanitized-write', 'notifications']
    expect(permissions.filter(granted)).toEqual(allowed)
    expect(permissions.filter((permission) => made.check!(...([null, permission] as never[])))).toEqual(allowed)
    expect(made.device!()).toBe(false)
    const isCancelled = (url: string): boolean => {
      let was = false
      made.load!(...([{ url }, (answer: { cancel: boolean }) => (was = answer.cancel)] as never[]))
      return was
    }
    const addresses = [
      'app://boardproof/',
      'blob:app://boardproof/1',
      'https://example.com/',
      'http://127.0.0.1/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'ftp://x/',
    ]
    expect(addresses.filter((url) => !isCancelled(url))).toEqual(['app://boardproof/', 'blob:app://boardproof/1'])
  })
})
