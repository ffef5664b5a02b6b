import { describe, expect, it } from 'vitest'
import { pdfReport } from '#main/report/pdf/pdf-report.ts'
import { pdfText } from '#main/report/pdf/pdf-text.ts'
import { crowdedBoard, faultyBoard, HOSTILE, reviewedBoard } from '#test/core/report/support/reviewed.ts'
import { decidedOnBoard } from '#test/core/report/support/decided.ts'
import { pdfCommands, pdfTags, pdfTexts, unmarked } from '#test/main/report/pdf-content.ts'

/** Lines are broken where they are full: spaces do not count. */
const bare = (text: string): string => text.replace(/\s/g, '')
const missing = (pdf: Uint8Array, ...texts: string[]): string[] => {
  const all = bare(pdfTexts(pdf).join(''))
  return texts.filter((text) => !all.includes(bare(text)))
}

describe('the PDF report', async () => {
  const source = await reviewedBoard(faultyBoard())
  const pdf = await pdfReport(source)
  const raw = Buffer.from(pdf).toString('latin1')

  it('is a PDF that ends as one, without a date of its own', () => {
    expect(raw.slice(0, 9)).toBe('%PDF-1.7\n')
    expect(raw.trimEnd().endsWith('%%EOF')).toBe(true)
    expect(raw.match(/CreationDate|ModDate|CreateDate|ModifyDate/)).toBeNull()
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
    const pdf = await pdfReport({ ...source, decisions: decidedOnBoard(source.review.findings[0]!) })
    expect(
      missing(
        pdf,
        'After waivers: No blockers',
        'Waived: the fab agreed <by mail> (Ada, until 2027-01-31)',
        'Note: asked on Monday (Ada)',
        'Needs a look',
      ),
    ).toEqual([])
  })
})

describe('the structure of the PDF report', async () => {
  const source = await reviewedBoard(faultyBoard(), { name: 'Größe & <co>.zip' })
  const pdf = await pdfReport(source)
  const raw = Buffer.from(pdf).toString('utf8')

  it('has a title, a language and a tagged tree', () => {
    expect(raw).toContain('/Lang (en)')
    expect(raw).toContain('/Marked true')
    expect(raw).toContain('/DisplayDocTitle true')
    expect(raw).toContain('<rdf:li xml:lang="x-default">Review of Größe &amp; &lt;co&gt;.zip</rdf:li>')
  })

  it('names headings, tables with heads, figures and links', () => {
    const { findings, outcomes } = source.review
    const tags = pdfTags(pdf)
    expect(tags).toMatchObject({ Document: 1, H1: 1, Sect: findings.length })
    expect(tags['H2']).toBeGreaterThanOrEqual(7)
    expect(tags['Figure']).toBeGreaterThanOrEqual(2 + findings.filter((f) => f.at).length)
    expect(tags['Link']).toBeGreaterThanOrEqual(findings.filter((f) => f.at).length)
    expect(tags['TR']).toBeGreaterThan(outcomes.length)
    expect(tags['TH']).toBeGreaterThan(20)
    expect([...raw.matchAll(/\/S \/(Figure|Link)\n(?:\/\w+ .*\n)*?\/Alt /g)]).toHaveLength(tags['Figure']! + tags['Link']!)
  })

  it('leaves nothing that is drawn outside of it', () => expect(unmarked(pdf)).toEqual([]))
})

describe('the PDF report of unusual packages', () => {
  it('writes names in Latin, Greek and Cyrillic letters as they are, with the fonts in the file', async () => {
    const names = 'Žluťoučký kůň, Łódź, Ίδρυμα, Плата управления, ışık, Việt Nam, ≥ 0,1 → 4x4'
    const pdf = await pdfReport(await reviewedBoard(faultyBoard(), { name: names, rename: (path) => `Плата/${path}` }))
    expect(missing(pdf, names, 'Плата/')).toEqual([])
    const raw = Buffer.from(pdf).toString('latin1')
    expect([...raw.matchAll(/\/FontFile2 /g)]).toHaveLength(2)
    expect(raw).not.toContain('Helvetica')
  })

  it('names letters that it does not have, and survives names that look like commands', async () => {
    const pdf = await pdfReport(await reviewedBoard(faultyBoard(), { name: `板子) Tj ET \\ ${HOSTILE}`, rename: (path) => `ვ/${path}` }))
    expect(missing(pdf, '‹U+677F›‹U+5B50›', ') Tj ET \\ "><img src=x onerror=alert(1)>', '‹U+10D5›', '‹U+0007›')).toEqual([])
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

describe('text for the fonts of the reports', () => {
  it.each([
    ['Größe 5 µm – “ok” €', 'Größe 5 µm – “ok” €'],
    ['≥ 0.1 → Ω', '≥ 0.1 → Ω'],
    ['Плата č. 5', 'Плата č. 5'],
    ['板', '‹U+677F›'],
    ['😀', '‹U+1F600›'],
    ['\u0000\u0085', '‹U+0000›‹U+0085›'],
    ['\u202egnp.exe\u200b', '‹U+202E›gnp.exe‹U+200B›'],
    ['\ud800', '‹U+D800›'],
    ['two\nlines\tand more', 'two\nlines and more'],
  ])('%j becomes %j', (text, expected) => expect(pdfText(text)).toBe(expected))
})
