// `npm test [-- vitest arguments]`: every test, the end-to-end ones in a real browser.
import { join } from 'node:path'
import { ensureBuilt } from './build-state.mjs'
import { ensureChromium, howToInstall } from './find-chromium.mjs'
import { become, requireNode, ROOT } from './find-node.mjs'

const node = requireNode()
const chromium = ensureChromium()
if (!chromium) {
  const given = process.env.BOARDPROOF_CHROMIUM
  console.error(
    given
      ? `BOARDPROOF_CHROMIUM names "${given}", which cannot be run.`
      : `The end-to-end tests need a Chromium, and there is none. ${howToInstall()}, or name one in BOARDPROOF_CHROMIUM.`,
  )
  process.exit(1)
}
if (!ensureBuilt('page', node)) process.exit(1)
await become(node, [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--root', ROOT, ...process.argv.slice(2)], {
  BOARDPROOF_CHROMIUM: chromium,
})
