import { describe, expect, test } from 'vitest'
import { codesOf, holesOf, plotText, readText, verticesOf } from '#test/core/read/excellon/plotted.ts'

/** Metric, thousandths, leading zeros left out; one tool of 1 mm. */
const HEADER = 'M48\nMETRIC,TZ,000.000\nT1C1.0\nT2C0.5\n%\n'

interface Case {
  readonly name: string
  /** Body after `HEADER`, or with `whole` the file. */
  readonly body?: string
  readonly whole?: string
  readonly holes: readonly (readonly number[])[]
  readonly paths?: readonly (readonly (readonly number[])[])[]
  readonly closed?: readonly boolean[]
  readonly problems?: readonly string[]
}

const HALF = Math.round(Math.tan(Math.PI / 8) * 1e6) / 1e6

const CASES: readonly Case[] = [
  { name: 'hits with modal coordinates', body: 'T1\nX1000Y2000\nX3000\nY500\nM30\n', holes: [[1, 2, 1], [3, 2, 1], [3, 0.5, 1]] },
  { name: 'signs, plus and minus', body: 'T1\nX+1000Y-2000\nX-1Y+1\nM30\n', holes: [[1, -2, 1], [-0.001, 0.001, 1]] },
  { name: 'tool change without zero padding and with', body: 'T01\nX0Y0\nT2\nX1000Y0\nT001\nX2000Y0\nM30\n', holes: [[0, 0, 1], [1, 0, 0.5], [2, 0, 1]] },
  { name: 'tool and compensation in four digits', body: 'T0202\nX0Y0\nM30\n', holes: [[0, 0, 0.5]] },
  { name: 'tool defined in the body is selected', body: 'T3C0.8F200S65\nX1000Y0\nM30\n', holes: [[1, 0, 0.8]] },
  { name: 'tool redefined in the body', body: 'T1\nX0Y0\nT1C0.7\nX1000Y0\nM30\n', holes: [[0, 0, 1], [1, 0, 0.7]], problems: ['tool-redefined'] },
  { name: 'undefined tool keeps its hits', body: 'T9\nX1000Y0\nM30\n', holes: [[1, 0, 0]], problems: ['tool-undefined'] },
  { name: 'hit while no tool is held', body: 'T1\nX0Y0\nT0\nX1000Y0\nM30\n', holes: [[0, 0, 1], [1, 0, 0]], problems: ['no-tool'] },
  { name: 'tool 0 when the table has one', whole: 'M48\nMETRIC,TZ,000.000\nT0C0.3\n%\nT0\nX1000Y0\nM30\n', holes: [[1, 0, 0.3]] },
  { name: 'decimal coordinates', body: 'T1\nX1.5Y-.25\nX2.Y3\nM30\n', holes: [[1.5, -0.25, 1], [2, 3, 1]], problems: ['mixed-decimals'] },
  { name: 'R repeats the last hole', body: 'T1\nX1000Y1000\nR2X500\nR1Y-250\nM30\n', holes: [[1, 1, 1], [1.5, 1, 1], [2, 1, 1], [2, 0.75, 1]] },
  { name: 'R repeats a slot', body: 'T1\nX0Y0G85X1000Y0\nR1Y2000\nM30\n', holes: [[0, 0, 1, 0, 1], [0, 2, 1, 2, 1]] },
  { name: 'R without an offset', body: 'T1\nX1000Y0\nR3\nM30\n', holes: [[1, 0, 1]], problems: ['repeat-without-offset'] },
  { name: 'words of the language in comments are no formats', body: '; FORMAT={constructor/ toString}\n; units: constructor\nT1\nX1000Y0\nM30\n', holes: [[1, 0, 1]] },
  { name: 'R without a hole', body: 'T1\nR3X100\nM30\n', holes: [], problems: ['repeat-without-hole'] },
  { name: 'pattern repeated by M02, each offset from the copy before', body: 'T1\nX9000Y9000\nM25\nX0Y0\nT2\nX1000Y0\nM01\nM02X0Y2000\nM02X5000Y0\nM08\nM30\n',
    holes: [[9, 9, 1], [0, 0, 1], [1, 0, 0.5], [0, 2, 1], [1, 2, 0.5], [5, 2, 1], [6, 2, 0.5]] },
  { name: 'R before M02 repeats a pattern several times', body: 'T1\nM31\nX0Y0\nM01\nR2M02X1000Y500\nM08\nM30\n', holes: [[0, 0, 1], [1, 0.5, 1], [2, 1, 1]] },
  { name: 'routed slot inside a pattern keeps apart from its copy', body: 'T1\nM25\nG00X0Y0\nM15\nG01X1000\nM16\nM01\nM02X0Y1000\nM08\nM30\n',
    holes: [[0, 0, 1, 0, 1], [0, 1, 1, 1, 1]] },
  { name: 'mirrored pattern is refused', body: 'T1\nM25\nX0Y0\nM01\nM02X1000Y0M80\nM08\nM30\n', holes: [[0, 0, 1]], problems: ['mirrored-pattern'] },
  { name: 'G85 slot, second end modal', body: 'T2\nX1000Y2000G85X3000\nM30\n', holes: [[1, 2, 3, 2, 0.5]] },
  { name: 'G85 slot on two axes, next hit modal from its end', body: 'T2\nX0Y0G85X3000Y4000\nX5000\nM30\n', holes: [[0, 0, 3, 4, 0.5], [5, 4, 0.5]] },
  { name: 'incremental by ICI', whole: 'M48\nMETRIC,TZ,000.000\nICI,ON\nT1C1\n%\nT1\nX1000Y1000\nX500\nY-250\nM30\n', holes: [[1, 1, 1], [1.5, 1, 1], [1.5, 0.75, 1]] },
  { name: 'G91 and back to G90', body: 'T1\nX1000Y1000\nG91\nX500Y500\nG90\nX0Y0\nM30\n', holes: [[1, 1, 1], [1.5, 1.5, 1], [0, 0, 1]] },
  { name: 'incremental slot', body: 'T1\nX1000Y1000\nG91\nX1000Y0G85X500Y500\nM30\n', holes: [[1, 1, 1], [2, 1, 2.5, 1.5, 1]] },
  { name: 'routed step is a slot', body: 'T1\nG00X0Y0\nM15\nG01X2000Y1000\nM16\nG05\nX5000Y5000\nM30\n', holes: [[0, 0, 2, 1, 1], [5, 5, 1]] },
  { name: 'milling to and fro on one line is one slot', body: 'T1\nG00X0Y9560\nM15\nG01Y8660\nY10460\nM17\nM30\n', holes: [[0, 10.46, 0, 8.66, 1]] },
  { name: 'plunge without movement is a hole', body: 'T1\nG00X1000Y1000\nM15\nM16\nM30\n', holes: [[1, 1, 1]] },
  { name: 'plunge and step to the same place is a hole', body: 'T1\nG00X1000Y1000\nM15\nG01X1000Y1000\nM16\nM30\n', holes: [[1, 1, 1]] },
  { name: 'tool change takes the tool out', body: 'T1\nG00X0Y0\nM15\nG01X1000\nT2\nG00X0Y5000\nM15\nG01X1000\nM16\nM30\n', holes: [[0, 0, 1, 0, 1], [0, 5, 1, 5, 0.5]] },
  { name: 'moves with the tool up cut nothing', body: 'T1\nG00X0Y0\nM15\nG01X1000\nM16\nG01X5000Y5000\nM30\n', holes: [[0, 0, 1, 0, 1]] },
  { name: 'file without M15: every G01 cuts', body: 'T1\nG00X0Y0\nG01X1000\nG00X0Y2000\nG01X1000\nM30\n', holes: [[0, 0, 1, 0, 1], [0, 2, 1, 2, 1]] },
  { name: 'open path', body: 'T1\nG00X0Y0\nM15\nG01X1000Y0\nX1000Y1000\nM16\nM30\n', holes: [], paths: [[[0, 0, 0], [1, 0, 0], [1, 1, 0]]], closed: [false] },
  { name: 'closed path', body: 'T1\nG00X0Y0\nM15\nG01X1000Y0\nX1000Y1000\nX0Y0\nM16\nM30\n', holes: [], paths: [[[0, 0, 0], [1, 0, 0], [1, 1, 0]]], closed: [true] },
  { name: 'arc by radius, counterclockwise', body: 'T1\nG00X1000Y0\nM15\nG03X0Y1000A1000\nM16\nM30\n', holes: [], paths: [[[1, 0, Math.round(Math.tan(Math.PI / 8) * 1e6) / 1e6], [0, 1, 0]]], closed: [false] },
  { name: 'arc by radius, clockwise', body: 'T1\nG00X0Y1000\nM15\nG02X1000Y0A1000\nM16\nM30\n', holes: [], paths: [[[0, 1, -HALF], [1, 0, 0]]], closed: [false] },
  { name: 'arc by centre offsets', body: 'T1\nG00X1000Y0\nM15\nG03X0Y1000I-1000J0\nM16\nM30\n', holes: [], paths: [[[1, 0, HALF], [0, 1, 0]]], closed: [false] },
  { name: 'arc beyond a half turn is split', body: 'T1\nG00X1000Y0\nM15\nG03X0Y-1000I-1000J0\nM16\nM30\n', holes: [],
    paths: [[[1, 0, 0.668179], [-0.707106781, 0.707106781, 0.668179], [0, -1, 0]]], closed: [false] },
  { name: 'full circle by centre', body: 'T1\nG00X1000Y0\nM15\nG02X1000Y0I-1000J0\nM16\nM30\n', holes: [], paths: [[[1, 0, -1], [-1, 0, -1]]], closed: [true] },
  { name: 'radius is modal', body: 'T1\nG00X1000Y0\nM15\nG03X0Y1000A1000\nX-1000Y0\nM16\nM30\n', holes: [], paths: [[[1, 0, HALF], [0, 1, HALF], [-1, 0, 0]]], closed: [false] },
  { name: 'arc without centre is a straight step', body: 'T1\nG00X0Y0\nM15\nG02X1000Y1000\nM16\nM30\n', holes: [[0, 0, 1, 1, 1]], problems: ['arc-without-centre'] },
  { name: 'cutter compensation is told', body: 'T1\nG00X0Y0\nG41\nM15\nG01X1000Y0\nM16\nG40\nM30\n', holes: [[0, 0, 1, 0, 1]], problems: ['cutter-compensation'] },
  { name: 'canned text and patterns drill nothing', body: 'T1\nM97,ABC\nX1000Y0\nM98,12\nG84X500\nM30\n', holes: [[1, 0, 1]], problems: ['drilled-text', 'canned-cycle'] },
  { name: 'dwell is no coordinate', body: 'T1\nG04X5000\nX1000Y0\nM30\n', holes: [[1, 0, 1]] },
  { name: 'zero set of nothing is silent, of something is told', body: 'G93X0Y0\nG92X100Y0\nT1\nX1000Y0\nM30\n', holes: [[1, 0, 1]], problems: ['zero-set'] },
  { name: 'park position behind M30 is no hole', body: 'T1\nX1000Y0\nM30X9000Y9000\n', holes: [[1, 0, 1]] },
  { name: 'commands after M30 are told', body: 'T1\nX1000Y0\nM30\nX2000Y0\n', holes: [[1, 0, 1]], problems: ['data-after-end'] },
  { name: 'text after M30 is nobody’s concern', body: 'T1\nX1000Y0\nM30\nend of tape\n', holes: [[1, 0, 1]] },
  { name: 'M02 alone ends as well', body: 'T1\nX1000Y0\nM02\n', holes: [[1, 0, 1]] },
  { name: 'a coordinate before a tool change on one line is drilled with the tool before', body: 'T1\nX1000Y0T2\nX2000Y0\nM30\n', holes: [[1, 0, 1], [2, 0, 0.5]] },
  { name: 'missing end', body: 'T1\nX1000Y0\n', holes: [[1, 0, 1]], problems: ['missing-end'] },
  { name: 'M00 ends as well', body: 'T1\nX1000Y0\nM00\n', holes: [[1, 0, 1]] },
  { name: 'header that is never closed', whole: 'M48\nMETRIC,TZ,000.000\nT1C1\nT1\nX1000Y0\nM30\n', holes: [[1, 0, 1]], problems: ['header-not-closed', 'no-tool'] },
  { name: 'M95 closes the header', whole: 'M48\nMETRIC,TZ,000.000\nT1C1\nM95\nT1\nX1000Y0\nM30\n', holes: [[1, 0, 1]] },
  { name: 'stops change tools when none is ever selected', whole: 'METRIC,TZ,000.000\n;Holesize 1. = 1.0 Tolerance = +0.0/-0.0 PLATED MM Quantity = 1\n;Holesize 2. = 0.5 Tolerance = +0.0/-0.0 NON_PLATED MM Quantity = 1\n%\nG90\nX1000Y0\nM00\nX2000Y0\nM00\nM30\n',
    holes: [[1, 0, 1], [2, 0, 0.5]], problems: ['no-tool'] },
  { name: 'line numbers, blanks, block skips, CR CR LF', body: 'T1\r\r\nN10X1000Y0\r\r\n/X2000Y0\r\r\n  X 3000 Y 0 \r\r\nM30\r\r\n', holes: [[1, 0, 1], [2, 0, 1], [3, 0, 1]] },
  { name: 'lines ended by CR alone', whole: 'M48\rMETRIC,TZ,000.000\rT1C1\r%\rT1\rX1000Y0\rM30\r', holes: [[1, 0, 1]] },
  { name: 'comment behind a command', body: 'T1 ; drill\nX1000Y0 (first)\nM30\n', holes: [[1, 0, 1]] },
  { name: 'lower case', body: 't1\nx1000y0\nm30\n', holes: [[1, 0, 1]] },
  { name: 'unknown commands are told and cost nothing', body: 'T1\nX1000Y0\nG77\nM77\nHELLO WORLD\n@@\nX2000Y0\nM30\n', holes: [[1, 0, 1], [2, 0, 1]], problems: ['unknown-command'] },
  { name: 'coordinate letter without number', body: 'T1\nXY1000\nX1000Y\nM30\n', holes: [[1, 0, 1]], problems: ['unknown-command', 'number-missing'] },
  { name: 'number beyond 15 digits', body: 'T1\nX1234567890123456Y0\nX1000Y0\nM30\n', holes: [[1, 0, 1]], problems: ['number-too-long'] },
  { name: 'empty body', body: 'M30\n', holes: [] },
  { name: 'nothing at all', whole: '', holes: [], problems: ['missing-end'] },
] // prettier-ignore

describe('drill commands', () => {
  test.each(CASES)('$name', ({ body, whole, holes, paths = [], closed = [], problems = [] }) => {
    const text = whole ?? HEADER + body!
    const plot = plotText(text)
    expect(holesOf(plot)).toEqual(holes)
    expect(plot.paths.map(verticesOf)).toEqual(paths)
    expect(plot.paths.map((path) => path.closed)).toEqual(closed)
    expect(codesOf(readText(text)).sort()).toEqual([...problems].sort())
  })

  test('repeats are capped', () => {
    const file = readText(`${HEADER}T1\nX0Y0\nR999999999X1\nX1Y1\nM30\n`)
    expect(file.commands.count).toBe(2)
    expect(codesOf(file)).toContain('too-many-repeats')
  })

  test('lines are those of the file', () => {
    const { commands } = readText('M48\r\nMETRIC,TZ\r\nT1C1\r\n%\r\nT1\r\nX1Y1\r\n\r\nX2Y2\r\nM30\r\n')
    expect([...commands.line]).toEqual([6, 8])
  })
})
