import { describe, expect, it } from 'vitest'
import { pdfReport } from '#main/report/pdf/pdf-report.ts'
import { pdfText } from '#main/report/pdf/pdf-text.ts'
import { crowdedBoard, faultyBoard, HOSTILE, reviewedBoard } from '#test/core/report/support/reviewed.ts'
import { pdfCommands, pdfTexts } from '#test/main/report/pdf-content.ts'

const ascii = (text: string): string => text.replace(/[^\x20-\x7e]/g, '.')
/** Lines are broken where they are full: spaces do not count. */
const joined = (pdf: Uint8Array): string => ascii(pdfTexts(pdf).join('')).replaceAll(' ', '')
const missing = (pdf: Uint8Array, ...texts: string[]): string[] => {
  const all = joined(pdf)
  return texts.filter((text) => !all.includes(ascii(text).replaceAll(' ', '')))
}

describe('the PDF report', async () => {
  const source = await reviewedBoard(faultyBoard())
  const pdf = await pdfReport(source)
  const raw = Buffer.from(pdf).toString('latin1')

  it('is a PDF that ends as one, without a date of its own', () => {
    expect(raw.slice(0, 9)).toBe('%PDF-1.3\n')
    expect(raw.trimEnd().endsWith('%%EOF')).toBe(true)
    expect(raw.match(/CreationDate|ModDate/)).toBeNull()
  })

  it('tells verdict, coverage, every finding, what did not run, the files and the capability', () => {
    const { findings, outcomes, summary, board } = source.review
    expect(missing(pdf, 'Blocked', `${summary.checksRun} of ${outcomes.length} checks ran.`, source.input.sha256)).toEqual([])
    expect(missing(pdf, ...findings.flatMap((f) => [f.message, f.fingerprint]))).toEqual([])
    expect(missing(pdf, ...outcomes.filter((o) => o.outcome === 'skipped').map((o) => o.reason!.slice(1)))).toEqual([])
    expect(missing(pdf, ...board.files.flatMap((f) => [f.path, f.sha256]), 'Conservative IPC class 2: minTrace')).toEqual([])
  })

  it('draws the board as vectors and leads from each mark to its finding', () => {
    expect(raw.includes('/Subtype /Image')).toBe(false)
    expect(pdfCommands(pdf).match(/ c\n/g)!.length).toBeGreaterThan(50)
    const targets = new Set([...raw.matchAll(/\(([^)]+)\) \[\d+ 0 R \/XYZ /g)].map((m) => m[1]!))
    const located = source.review.findings.filter((f) => f.at)
    const links = new Set([...raw.matchAll(/\/S \/GoTo\n\/D \(([^)]+)\)/g)].map((m) => m[1]!))
    expect(located.length).toBeGreaterThan(3)
    expect(links.size).toBe(located.length)
    expect([...links].filter((name) => !targets.has(name))).toEqual([])
  })

  it('has bookmarks for its chapters', () =>
    expect(['Verdict', 'Drawings', 'Findings', 'Files'].filter((title) => !raw.includes(`/Title (${title})`))).toEqual([]))

  it('is the same for the same package, byte for byte, and another for another', async () => {
    expect(Buffer.compare(await pdfReport(await reviewedBoard(faultyBoard())), pdf)).toBe(0)
    const other = await pdfReport({ ...source, input: { ...source.input, sha256: 'cd'.repeat(32) } })
    const idOf = (bytes: Uint8Array): string => /\/ID \[<([0-9a-f]+)>/.exec(Buffer.from(bytes).toString('latin1'))![1]!
    expect(idOf(other)).not.toBe(idOf(pdf))
  })
})

describe('the PDF report of a review that was decided on', () => {
  it('says what was waived and why', async () => {
    const source = await reviewedBoard(faultyBoard())
    const waived = { [source.review.findings[0]!.fingerprint]: 'the fab agreed (Ada)' }
    const pdf = await pdfReport({ ...source, decisions: { verdict: 'review', text: 'No blockers · 1 waived', waived } })
    expect(missing(pdf, 'After waivers: No blockers', 'Waived: the fab agreed (Ada)', 'Needs a look')).toEqual([])
  })
})

describe('the PDF report of unusual packages', () => {
  it('names letters that it does not have, and survives names that look like commands', async () => {
    const pdf = await pdfReport(await reviewedBoard(faultyBoard(), { name: `板子) Tj ET \\ ${HOSTILE}`, rename: (path) => `Ж/${path}` }))
    expect(missing(pdf, 'U+677F', 'U+5B50', ') Tj ET \\ "><img src=x onerror=alert(1)>', 'U+0416', 'U+0007')).toEqual([])
  })

  it('goes on over many pages with the head of a table on each', async () => {
    const pdf = await pdfReport(await reviewedBoard(crowdedBoard(60), { checks: ['min_trace_width'] }))
    expect(missing(pdf, '20 of 60 findings are listed', '60 advices')).toEqual([])
    const pages = Number(/\/Type \/Pages\n\/Count (\d+)/.exec(Buffer.from(pdf).toString('latin1'))![1])
    expect(pages).toBeGreaterThan(4)
    expect(missing(pdf, `${pages} of ${pages}`)).toEqual([])
  })

  it('cuts a text that would fill pages, and keeps every row', async () => {
    const source = await reviewedBoard(faultyBoard())
    const files = source.review.board.files.map((file) => ({ ...file, conflicts: ['word '.repeat(5000)] }))
    const pdf = await pdfReport({ ...source, review: { ...source.review, board: { ...source.review.board, files } } })
    expect(missing(pdf, ...files.map((f) => f.sha256))).toEqual([])
  })
})

describe('text for the standard fonts', () => {
  it.each([
    ['Größe 5 µm – “ok” €', 'Größe 5 µm – “ok” €'],
    ['≥ 0.1 → Ω', '>= 0.1 -> Ohm'],
    ['板', '‹U+677F›'],
    ['😀', '‹U+1F600›'],
    ['\u0000\u0085', '‹U+0000›‹U+0085›'],
    ['\ud800', '‹U+D800›'],
    ['two\nlines\tand more', 'two\nlines and more'],
  ])('%j becomes %j', (text, expected) => expect(pdfText(text)).toBe(expected))
})
