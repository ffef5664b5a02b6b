import { describe, expect, it } from 'vitest'
import { child, children, parseSExpression, textOf, word, type Node } from '#core/read/librepcb/s-expression.ts'

const parsed = (text: string): Node => {
  const result = parseSExpression(text)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe('S-expressions of LibrePCB', () => {
  it.each([
    { name: 'words and lists', text: '(a b (c d) e)', root: { tag: 'a', line: 1, items: ['b', { tag: 'c', line: 1, items: ['d'] }, 'e'] } },
    { name: 'lines of lists', text: '\n(a\n\n (b)\n (c "x\ny")\n (d))\n', root: { tag: 'a', line: 2, items: [{ tag: 'b', line: 4, items: [] }, { tag: 'c', line: 5, items: ['x\ny'] }, { tag: 'd', line: 7, items: [] }] } }, // prettier-ignore
    { name: 'escapes', text: '(a "q\\"b\\\\s\\nt")', root: { tag: 'a', line: 1, items: ['q"b\\s\nt'] } },
    { name: 'comments', text: '; first\n(a ; rest ) (\n b)', root: { tag: 'a', line: 2, items: ['b'] } },
    { name: 'a byte order mark', text: '\ufeff(a)', root: { tag: 'a', line: 1, items: [] } },
  ])('reads $name', ({ text, root }) => expect(parsed(text)).toEqual(root))

  it.each([
    { name: 'nothing', text: '', line: 1, says: 'it is empty' },
    { name: 'a word alone', text: '\nword', line: 2, says: 'it does not begin with a list' },
    { name: 'a list that is not closed', text: '(a\n (b\n c', line: 3, says: 'the list "b" that begins in line 2 is not closed' },
    { name: 'a list closed twice', text: '(a)\n)', line: 2, says: 'a list is closed that was not opened' },
    { name: 'two lists', text: '(a)\n\n(b)', line: 3, says: 'something follows the end of the file' },
    { name: 'a text that is not closed', text: '(a\n "b)', line: 2, says: 'a text is not closed' },
    { name: 'lists a hundred deep', text: '(a'.repeat(100), line: 1, says: 'more than 64 lists are inside each other' },
  ])('refuses $name with its line', ({ text, line, says }) =>
    expect(parseSExpression(text)).toEqual({ ok: false, error: { code: 'damaged', line, message: says } }),
  )

  it('finds what it is asked for', () => {
    const root = parsed('(a (size 1 2) (size 3) (name "n") (none))')
    expect(children(root, 'size').map((node) => [word(node), word(node, 1)])).toEqual([
      ['1', '2'],
      ['3', null],
    ])
    expect([textOf(root, 'name'), textOf(root, 'none'), textOf(root, 'nothing'), child(root, 'nothing')]).toEqual(['n', '', '', null])
  })

  it('takes ten times as long for ten times as much', () => {
    const fastest = (count: number): number => {
      const text = `(a\n${' (vertex (position 1.5 2.5) (angle 0.0))\n'.repeat(count)})`
      const times = Array.from({ length: 3 }, () => {
        const start = performance.now()
        expect(parsed(text).items).toHaveLength(count)
        return performance.now() - start
      })
      return Math.min(...times)
    }
    fastest(10_000)
    // Ten, with room for a busy machine; reading lines anew for each token would be a hundred.
    expect(fastest(100_000) / fastest(10_000)).toBeLessThan(40)
  }, 60_000)
})
