import type { Holes } from '#core/board/board.ts'

export interface HoleRecord {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly diameter: number
  readonly plating: number
  readonly from: number
  readonly to: number
  readonly file: number
  readonly tool: number
  readonly line: number
  readonly fn: string
}

/** Turns holes into columns. */
export const holeColumns = (records: readonly HoleRecord[]): Holes => {
  const fnNames = [...new Set(['', ...records.map((r) => r.fn)])].slice(0, 256)
  const floats = (of: (r: HoleRecord) => number): Float64Array => Float64Array.from(records, of)
  return {
    count: records.length,
    x0: floats((r) => r.x0),
    y0: floats((r) => r.y0),
    x1: floats((r) => r.x1),
    y1: floats((r) => r.y1),
    diameter: floats((r) => r.diameter),
    plating: Uint8Array.from(records, (r) => r.plating),
    from: Uint16Array.from(records, (r) => r.from),
    to: Uint16Array.from(records, (r) => r.to),
    file: Uint32Array.from(records, (r) => r.file),
    tool: Uint32Array.from(records, (r) => r.tool),
    line: Uint32Array.from(records, (r) => r.line),
    fn: Uint8Array.from(records, (r) => Math.max(0, fnNames.indexOf(r.fn))),
    fnNames,
  }
}
