import { describe, expect, it } from 'vitest'
import { htmlReport } from '#core/report/html/html-report.ts'
import { crowdedBoard, faultyBoard, HOSTILE, reviewedBoard } from '#test/core/report/support/reviewed.ts'
import { decidedOnBoard } from '#test/core/report/support/decided.ts'

/** Missing texts, so that a failure shows them and not the page. */
const missing = (html: string, ...texts: string[]): string[] => texts.filter((text) => !html.includes(text))
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((m) => m[1]!)

describe('the HTML report', async () => {
  const source = await reviewedBoard(faultyBoard())
  const html = htmlReport(source)

  it('needs nothing from elsewhere and runs nothing', () => {
    expect(missing(html, `content="default-src 'none'; style-src 'unsafe-inline'`)).toEqual([])
    expect(html.match(/<script|<link|<img|<iframe|\son\w+=|javascript:|url\((?!#)|\b(src|srcset)=/i)).toBeNull()
    expect(all(html, /href="([^"#][^"]*)"/g)).toEqual([])
  })

  it('has every place that a link leads to, once', () => {
    const ids = all(html, /\bid="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    const wanted = [...all(html, /href="#([^"]+)"/g), ...all(html, /url\(#([^)]+)\)/g), ...all(html, /aria-labelledby="([^"]+)"/g)]
    expect(wanted.length).toBeGreaterThan(20)
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('lists every finding with its text, and leads from each to its mark and back', () => {
    const { findings } = source.review
    expect(findings.length).toBeGreaterThan(3)
    expect(all(html, /<article class="finding[^>]*id="f(\d+)"/g)).toEqual(findings.map((_, i) => String(i + 1)))
    const marks = all(html, /<a id="(m\d+-[a-z0-9-]+)" href="#f\d+"/g)
    const located = findings.filter((f) => f.at !== null)
    expect(new Set(marks.map((id) => id.split('-')[0])).size).toBe(located.length)
    for (const mark of marks) expect(missing(html, `<a href="#${mark}">`)).toEqual([])
    for (const { fingerprint } of findings) expect(missing(html, fingerprint)).toEqual([])
  })

  it('draws both sides and every layer with a finding, and shows measured places from near', () => {
    const layers = new Set(source.review.findings.filter((f) => f.at).flatMap((f) => f.layers))
    for (const id of ['top', 'bottom', ...layers]) expect(missing(html, `id="d-${id}"`)).toEqual([])
    expect(missing(html, 'id="d-top-copper"')).toEqual([])
    expect(html.search(/<svg class="near"[^>]*aria-label="Close-up of finding 1: /)).toBeGreaterThan(0)
    expect(missing(html, '0.06 mm</text>')).toEqual([])
  })

  it('tells the severity in words, the verdict, the coverage and the reason of each check that did not run', () => {
    expect(html.search(/<span class="error">Blocks<\/span>/)).toBeGreaterThan(0)
    expect(html.search(/data-verdict="blocked">.*Blocked/)).toBeGreaterThan(0)
    const { outcomes, summary } = source.review
    expect(missing(html, `${summary.checksRun} of ${outcomes.length} checks ran.`)).toEqual([])
    const skipped = outcomes.filter((o) => o.outcome === 'skipped')
    expect(skipped.length).toBeGreaterThan(0)
    for (const { title, reason } of skipped) {
      expect(missing(html, `<td>${title.replaceAll("'", '&#39;')}</td>`)).toEqual([])
      expect(missing(html.toLowerCase(), reason!.slice(1).toLowerCase())).toEqual([])
    }
  })

  it('names package, files, hashes and where the limits come from', () => {
    for (const text of [source.input.sha256, ...source.review.board.files.flatMap((f) => [f.path, f.sha256])])
      expect(missing(html, text)).toEqual([])
    expect(missing(html, 'Conservative IPC class 2: minTrace')).toEqual([])
  })

  it('is the same for the same package, byte for byte', async () => {
    expect(htmlReport(await reviewedBoard(faultyBoard())) === html).toBe(true)
  })
})

describe('the HTML report of a review that was decided on', () => {
  it('says what was waived and why, and the verdict that is left', async () => {
    const source = await reviewedBoard(faultyBoard())
    const [first] = source.review.findings.filter((f) => f.severity === 'error')
    const html = htmlReport({ ...source, decisions: decidedOnBoard(first!) })
    expect(
      missing(
        html,
        'data-verdict="review"',
        'After waivers: No blockers · 1 waived.',
        'the fab agreed &lt;by mail&gt; (Ada, until 2027-01-31)',
        'asked on Monday (Ada)',
      ),
    ).toEqual([])
    expect(all(html, /(<span class="error">Blocks<\/span> \(waived\):)/g)).toHaveLength(1)
    expect(htmlReport(source).includes('waived')).toBe(false)
  })
})

describe('the HTML report of unusual packages', () => {
  it('makes text from files harmless', async () => {
    const html = htmlReport(await reviewedBoard(faultyBoard(), { name: HOSTILE, rename: (path) => `<b onclick=x>/${path}` }))
    expect(html.match(/<img|<b onclick|\u0007/)).toBeNull()
    expect(missing(html, '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&amp;\ufffd')).toEqual([])
    expect(missing(html, '&lt;b onclick=x&gt;/board-F_Cu.gbr')).toEqual([])
  })

  it('lists of very many findings the worst, and says how many there are', async () => {
    const html = htmlReport(await reviewedBoard(crowdedBoard(60), { checks: ['min_trace_width'] }))
    expect(missing(html, '40 of 60 findings are listed')).toEqual([])
    expect(missing(html, '60 advices')).toEqual([])
    expect(all(html, /<article class="finding[^>]*id="f(\d+)"/g)).toHaveLength(40)
    expect(all(html, /(<svg class="near")/g)).toHaveLength(12)
  })

  it('is made of a package without artwork too', async () => {
    const source = await reviewedBoard(faultyBoard(), { rename: (path) => `${path}.txt` })
    const nothing = { ...source.review.board, layers: [], outline: { ...source.review.board.outline, outer: [], cutouts: [], box: null } }
    const html = htmlReport({ ...source, review: { ...source.review, board: nothing, findings: [] } })
    expect(missing(html, 'The package holds no artwork to draw.')).toEqual([])
  })
})
