#!/usr/bin/env node
// The command line. Runs the TypeScript program on a Node that is new enough: as one built file, made again whenever a
// source is newer, else straight from the sources.
import { accessSync, constants } from 'node:fs'
import nodeModule from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { isNewest } from './build-state.mjs'
import { become, findNode, requireNode, ROOT, runToEnd } from './find-node.mjs'

const canWrite = () => {
  try {
    accessSync(ROOT, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** A short run is mostly young objects: with room for them they are collected a third as often. In both threads; MB. */
const ROOM_FOR_YOUNG = '--min-semi-space-size=16'

/** A quiet attempt: without the build tools, or in a folder that cannot be written, the sources run as they are. */
const build = () =>
  canWrite() && runToEnd(process.execPath, [join(ROOT, 'main/build/build.ts'), 'command'], { quiet: true, timeout: 60_000 }) === 0

if (findNode() === process.execPath) {
  setFlagsFromString(ROOM_FOR_YOUNG)
  nodeModule.enableCompileCache?.(join(ROOT, '.cache', 'compile'))
  const built = isNewest('command') || (process.env.BOARDPROOF_FROM_SOURCE === undefined && build())
  await import(built ? '../../out/command/boardproof.js' : '../cli/main.ts')
} else {
  await become(requireNode(), [ROOM_FOR_YOUNG, fileURLToPath(import.meta.url), ...process.argv.slice(2)])
}
