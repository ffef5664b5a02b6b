import { describe, expect, it } from 'vitest'
import { escapeCsv, escapeXml } from '#core/report/escape.ts'

describe('text from files in reports', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a "b" & \'c\'', 'a &quot;b&quot; &amp; &#39;c&#39;'],
    ['bell\u0007', 'bell\ufffd'],
    ['tab\tand\nline', 'tab\tand\nline'],
  ])('is harmless in XML: %j', (text, expected) => expect(escapeXml(text)).toBe(expected))

  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['-net', "'-net"],
    ['@cmd', "'@cmd"],
    ['a,b', '"a,b"'],
    ['plain', 'plain'],
  ])('is harmless in a spreadsheet: %j', (text, expected) => expect(escapeCsv(text)).toBe(expected))

  it('keeps numbers numbers, also negative ones', () => expect(escapeCsv(-0.05)).toBe('-0.05'))
})
