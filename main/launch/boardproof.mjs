#!/usr/bin/env node
// The command line. Runs the TypeScript program on a Node that is new enough.
import nodeModule from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { become, findNode, requireNode, ROOT } from './find-node.mjs'

if (findNode() === process.execPath) {
  nodeModule.enableCompileCache?.(join(ROOT, '.cache', 'compile'))
  await import('../cli/main.ts')
} else {
  await become(requireNode(), [fileURLToPath(import.meta.url), ...process.argv.slice(2)])
}
