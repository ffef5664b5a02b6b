import type { GerberCommands, ReadAssumptions } from '#core/read/gerber/gerber-commands.ts'
import { reportEncoding, toPlainBytes } from '#core/read/gerber/plain-bytes.ts'
import { readBlocks } from '#core/read/gerber/read-blocks.ts'
import { ReadState } from '#core/read/gerber/read-state.ts'

const STAR = 42
const PERCENT = 37

/**
 * Reads a Gerber file in one pass over its bytes. Whatever the bytes are, it ends in time linear in their number and
 * gives what could be read; every tolerated deviation is a problem with its line.
 * @returns the commands in file order; see `GerberCommands`
 * @source Gerber Layer Format Specification 2024.05; RS-274X User's Guide for what it deprecates
 */
export const readGerber = (bytes: Uint8Array, assume: ReadAssumptions = {}): GerberCommands => {
  const state = new ReadState(toPlainBytes(bytes), assume)
  reportEncoding(state, bytes)
  const end = endOfCommands(state.bytes)
  const stopped = readBlocks(state, end)
  reportEnd(state, stopped, end)
  return commandsOf(state)
}

/** @returns the offset behind the last `*` or `%`: every scan for one of them stops in time without a bounds check */
const endOfCommands = (bytes: Uint8Array): number => {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] !== STAR && bytes[end - 1] !== PERCENT) end--
  return end
}

const isFiller = (c: number): boolean => c <= 32 || c === 127 || c === 0x80

const reportEnd = (state: ReadState, stopped: number, end: number): void => {
  const { bytes } = state
  const rest = state.ended ? stopped : end
  let next = rest
  while (next < bytes.length && isFiller(bytes[next]!)) next++
  const hasMore = next < bytes.length
  state.lines.scan(bytes, rest, next)
  if (state.ended) {
    if (hasMore) state.warn('data-after-end', next, 'There is data behind the end of the file (M02); it is not read.')
    return
  }
  if (state.problems.count('not-gerber') > 0) return
  if (hasMore) state.error('truncated', next, 'The file ends inside a command: it is cut off. Export it again.')
  if (state.inExtended) state.warn('missing-percent', end, 'The last extended command is not closed with %.')
  if (!hasMore) state.warn('missing-end', Math.max(0, end - 1), 'The file does not end with M02; it may be cut off.')
}

const commandsOf = (state: ReadState): GerberCommands => {
  const { commands } = state
  const { count, arcCount } = commands
  return {
    count,
    kind: commands.kind.subarray(0, count),
    x: commands.x.subarray(0, count),
    y: commands.y.subarray(0, count),
    at: commands.at.subarray(0, count),
    arcs: {
      count: arcCount,
      i: commands.i.subarray(0, arcCount),
      j: commands.j.subarray(0, arcCount),
      quadrant: commands.quadrant.subarray(0, arcCount),
    },
    statements: state.statements,
    lineStarts: state.lines.starts.subarray(0, state.lines.count),
    unit: state.firstUnit,
    format: state.format,
    negativeImage: state.negativeImage,
    comments: state.comments,
    names: state.names,
    ended: state.ended,
    problems: state.problems.list(),
    constructs: state.constructs.list(),
  }
}
