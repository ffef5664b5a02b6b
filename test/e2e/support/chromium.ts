import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const CANDIDATES = [process.env.BOARDPROOF_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser that the picture and end-to-end tests drive; null where the machine has none: the tests then say "skipped". */
export const chromiumPath: string | null = CANDIDATES.find((path): path is string => path !== undefined && existsSync(path)) ?? null

const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the browser; `webgl` adds drawing by the processor behind the WebGL interface. */
export const launchChromium = (webgl: boolean): Promise<Browser> => {
  if (!chromiumPath) throw new Error('no Chromium on this machine; set BOARDPROOF_CHROMIUM')
  const gl = webgl ? ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'] : ['--disable-gpu', '--disable-3d-apis']
  return chromium.launch({ executablePath: chromiumPath, args: [...ARGUMENTS, ...gl] })
}
