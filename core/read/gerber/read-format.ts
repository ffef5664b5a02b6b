import type { ReadState } from '#core/read/gerber/read-state.ts'

/** Digits that a coordinate may have before and after the point; 6 and 7 are what writers use at most. */
const MAX_DIGITS = 9

/**
 * Reads `FSLAX46Y46` and its old variants (`FSDAX..`, `FSLI..`, `FSLAN2X24Y24D2G2M2`, `FSAX..`).
 * @source Gerber Layer Format Specification 2024.05, 4.2.2; RS-274X User's Guide, FS
 */
export const readFormat = (state: ReadState, text: string, at: number): void => {
  const parts = /^FS([LTD]?)([AI]?)(?:[NGDM]\d+)*X(\d)\.?(\d)(?:Y(\d)\.?(\d))?/.exec(text.replace(/\s+/g, ''))
  if (!parts) {
    state.error(
      'bad-format',
      at,
      `The coordinate format "${clip(text)}" cannot be read; coordinates may be wrong. Expected e.g. FSLAX46Y46.`,
    )
    return
  }
  const [, omitted, notation] = parts
  const integer = Number(parts[3])
  const decimal = Number(parts[4])
  const yDecimal = parts[6] === undefined ? decimal : Number(parts[6])
  if (integer > MAX_DIGITS || decimal > MAX_DIGITS) return
  if (omitted === '') state.warn('format-zeros-unstated', at, 'The format does not say which zeros are omitted; read as leading zeros.')
  if (notation === '') state.warn('format-notation-unstated', at, 'The format does not say absolute or incremental; read as absolute.')
  if (parts[5] === undefined || parts[5] !== parts[3] || parts[6] !== parts[4])
    state.warn(
      'format-axes-differ',
      at,
      'X and Y have different coordinate formats; each axis is read with its own. Export again with one format.',
    )
  if (omitted === 'T') state.construct('trailing-zeros-omitted', at)
  if (omitted === 'D') state.construct('no-zeros-omitted', at)
  if (state.format) state.warn('format-repeated', at, 'The coordinate format is set again; the new one holds from here on.')
  state.incremental = notation === 'I'
  if (state.incremental) state.construct('incremental', at)
  state.setFormat({ integer, decimal, zeros: omitted === 'T' ? 'trailing' : omitted === 'D' ? 'none' : 'leading' }, at)
  state.yScale = 10 ** (decimal - yDecimal)
}

/** @returns the start of a text for a message */
export const clip = (text: string, length = 40): string => {
  const line = text.replace(/[\r\n\t]+/g, ' ').trim()
  return line.length > length ? `${line.slice(0, length)}…` : line
}
