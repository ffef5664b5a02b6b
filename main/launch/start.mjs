// `npm start [-- package …]`: opens the window, in Electron where that can be had, else in the browser shell.
import { join } from 'node:path'
import { ensureBuilt } from './build-state.mjs'
import { findElectron } from './find-electron.mjs'
import { become, requireNode, ROOT } from './find-node.mjs'

const node = requireNode()
const args = process.argv.slice(2)
const wanted = process.env.BOARDPROOF_SHELL

if (wanted && wanted !== 'electron' && wanted !== 'browser') {
  console.error(`BOARDPROOF_SHELL must be electron or browser; it is "${wanted}"`)
  process.exit(2)
}
// Options such as --port belong to the browser shell.
const isBrowserCall = args.some((arg) => /^--(port|no-open)\b/.test(arg))
const electron =
  wanted === 'browser'
    ? { file: null, why: 'BOARDPROOF_SHELL asks for it' }
    : isBrowserCall
      ? { file: null, why: 'its options were given' }
      : await findElectron(node)

if (!ensureBuilt('page', node)) process.exit(1)
if (electron.file) {
  if (!ensureBuilt('desktop', node)) process.exit(1)
  console.log(`Electron shell: ${electron.why}.`)
  await become(electron.file, [ROOT, ...args])
} else if (wanted === 'electron') {
  console.error(`Electron cannot be used: ${electron.why}.`)
  process.exit(1)
} else {
  console.log(`Browser shell: ${electron.why}.`)
  await become(node, [join(ROOT, 'main/shell/browser.ts'), ...args])
}
