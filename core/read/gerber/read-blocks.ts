import {
  OP_ARC_CCW,
  OP_ARC_CW,
  OP_DRAW,
  OP_FLASH,
  OP_MOVE,
  OP_REGION_END,
  OP_REGION_START,
  OP_SELECT,
  QUADRANT_SINGLE,
} from '#core/read/gerber/gerber-commands.ts'
import { BlockTally, skipNoise } from '#core/read/gerber/block-tally.ts'
import { commentEnd } from '#core/read/gerber/comment-end.ts'
import { readComment } from '#core/read/gerber/read-attribute.ts'
import { isExtendedCode, readExtended } from '#core/read/gerber/read-extended.ts'
import type { ReadState } from '#core/read/gerber/read-state.ts'
import { setByGCode } from '#core/read/gerber/set-by-g-code.ts'

const HAS_X = 1
const HAS_Y = 2
const HAS_CENTRE = 4
const HAS_G = 8

/** More digits than this are noise, and would not be exact in a number. */
const MAX_NUMBER_DIGITS = 15

const LINEAR = 1

/**
 * The pass over the bytes up to `end`, behind a `*` or `%`. The one hot loop of the reader: numbers are parsed where
 * they stand, everything rare is elsewhere.
 * @returns the offset at which reading stopped: behind M02, or `end`
 */
export const readBlocks = (state: ReadState, end: number): number => {
  const { bytes, lines, commands } = state
  const tally = new BlockTally()
  let p = 0
  let x = 0
  let y = 0
  let mode = LINEAR
  let lastOperation = 0
  // The block being read.
  let at = -1
  let has = 0
  let bx = 0
  let by = 0
  let bi = 0
  let bj = 0
  let d = -1
  let isBroken = false
  let inPair = 0

  while (p < end && !state.ended) {
    const c = bytes[p]!
    if (c === 42 || (isBroken && c > 32)) {
      if (c === 42) p++
      else state.warn('missing-star', at, 'A block does not end in *; read up to the end of its line.')
      isBroken = false
      if (has === 0 && d < 0) {
        at = -1
        continue
      }
      if (d >= 10) {
        commands.push(OP_SELECT, d, 0, at)
        if ((has & (HAS_X | HAS_Y)) !== 0) state.warn('coordinates-with-aperture', at, 'Coordinates in an aperture selection are ignored.')
      } else if (d >= 0 || (has & (HAS_X | HAS_Y | HAS_CENTRE)) !== 0) {
        if ((has & HAS_X) !== 0) x = state.incremental ? x + bx : bx
        if ((has & HAS_Y) !== 0) y = state.incremental ? y + by : by
        if (d < 0) {
          tally.modal(at)
          d = lastOperation
        }
        if ((has & HAS_G) !== 0) tally.combined(at)
        if (d === 1 && mode === LINEAR) commands.push(OP_DRAW, x, y, at)
        else if (d === 2) commands.push(OP_MOVE, x, y, at)
        else if (d === 3) commands.push(OP_FLASH, x, y, at)
        else if (d === 1) {
          commands.push(mode === 2 ? OP_ARC_CW : OP_ARC_CCW, x, y, at)
          commands.pushCentre((has & HAS_CENTRE) !== 0 ? bi : 0, (has & HAS_CENTRE) !== 0 ? bj : 0, state.quadrant)
          if (state.quadrant === QUADRANT_SINGLE) tally.singleQuadrant(at)
        } else {
          commands.push(OP_MOVE, x, y, at)
          if (d === 0 && (has & (HAS_X | HAS_Y)) !== 0)
            state.warn('no-operation', at, 'Coordinates without D01, D02 or D03 before any of them; read as a move.')
          else state.error('unknown-d-code', at, `D${d} is not an operation; read as a move.`)
        }
        lastOperation = d
      }
      has = 0
      bi = bj = 0
      d = -1
      at = -1
      continue
    }
    if (c <= 32) {
      p++
      if (c === 10 || (c === 13 && bytes[p] !== 10)) {
        lines.add(p)
        if (d >= 0) isBroken = true
      }
      continue
    }
    if (c === 37) {
      state.inExtended = !state.inExtended
      inPair = 0
      p++
      continue
    }
    const letter = c >= 97 && c <= 122 ? c - 32 : c
    if (at < 0) at = p
    let q = p + 1
    let ch = bytes[q]!
    let isNegative = false
    if (ch === 45) {
      isNegative = true
      ch = bytes[++q]!
    } else if (ch === 43) ch = bytes[++q]!
    const digitsFrom = q
    let v = 0
    while (ch >= 48 && ch <= 57) {
      v = v * 10 + (ch - 48)
      ch = bytes[++q]!
    }
    let digits = q - digitsFrom
    const isCoordinate = letter === 88 || letter === 89 || letter === 73 || letter === 74
    if (digits === 0 && ch !== 46) {
      if (isExtendedCode(c, bytes[p + 1]!)) {
        if (!state.inExtended) state.warn('missing-percent', p, 'An extended command stands outside %; read all the same.')
        state.inExtended = true
        if (inPair++ > 0) state.construct('combined-extended', p)
        p = readExtended(state, p, end)
      } else p = skipNoise(state, tally, p, end)
      if (state.rescale !== 1) {
        x *= state.rescale
        y *= state.rescale
        state.rescale = 1
      }
      if (has === 0 && d < 0) at = -1
      continue
    }
    if (state.inExtended) {
      state.warn('missing-percent', p, 'An ordinary command stands inside %; read all the same.')
      state.inExtended = false
    }
    if (ch === 46 && isCoordinate) {
      const from = ++q
      let unit = 1
      while ((ch = bytes[q]!) >= 48 && ch <= 57) {
        v = v * 10 + (ch - 48)
        unit *= 10
        q++
      }
      digits += q - from
      v = (v / unit) * (letter === 89 || letter === 74 ? state.countsPerUnit / state.yScale : state.countsPerUnit)
      tally.point(p)
    } else if (isCoordinate && state.paddedDigits > 0) v *= 10 ** (state.paddedDigits - digits)
    if (digits > MAX_NUMBER_DIGITS || digits === 0) {
      state.error('bad-number', p, 'A number has no digits or far too many; it is ignored.')
      p = q
      continue
    }
    if (c !== letter) tally.lowerCase(p)
    if (isNegative) v = -v
    const word = p
    p = q
    switch (letter) {
      case 88:
        bx = v
        has |= HAS_X
        break
      case 89:
        by = v * state.yScale
        has |= HAS_Y
        break
      case 73:
        bi = v
        has |= HAS_CENTRE
        break
      case 74:
        bj = v * state.yScale
        has |= HAS_CENTRE
        break
      case 68:
        if (digits === 1 && v > 0) tally.short(word)
        if (d >= 0) state.warn('several-d-codes', word, 'Two D-codes in one block; the last one counts.')
        d = v
        break
      case 71:
        if (v === 4) {
          const close = commentEnd(state, p, end)
          readComment(state, p, close)
          lines.scan(bytes, p, close)
          p = close
        } else if (v >= 1 && v <= 3) {
          mode = v
          has |= HAS_G
        } else if (v === 36 || v === 37) {
          commands.push(v === 36 ? OP_REGION_START : OP_REGION_END, 0, 0, word)
          if (has !== 0 || d >= 0) tally.several(word)
        } else if (v === 0 || (v >= 10 && v <= 12)) {
          state.construct(v === 0 ? 'g00' : 'g10', word)
          if (v !== 0) state.error('scaled-interpolation', word, `G${v} (scaled interpolation) is read as G01; the image may differ.`)
          mode = LINEAR
        } else {
          setByGCode(state, v, word)
          x *= state.rescale
          y *= state.rescale
          state.rescale = 1
        }
        break
      case 77:
        if (v === 0 || v === 2 || v === 30) {
          if (v !== 2) state.construct(v === 0 ? 'm00' : 'm30', word)
          state.ended = true
          if (bytes[p] === 42) p++
        } else if (v === 1) state.construct('m01', word)
        else state.error('unknown-m-code', word, `M${v} is not a Gerber command and is ignored.`)
        break
      case 78:
        tally.blockNumber(word)
        break
      default:
        p = skipNoise(state, tally, word, end)
    }
  }
  if (!state.ended && (has !== 0 || d >= 0)) state.error('truncated', at, 'The last block does not end in *; it is lost.')
  tally.report(state)
  return p
}
