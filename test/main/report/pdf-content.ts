import { inflateSync } from 'node:zlib'

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

const unpacked = (body: string): string => latin1(inflateSync(Buffer.from(body, 'latin1')))

/** @returns the objects of a document by their number: dictionary, and stream if there is one, unpacked */
const pdfObjects = (pdf: Uint8Array): ReadonlyMap<number, { readonly dictionary: string; readonly stream: string | null }> =>
  new Map(
    [...latin1(pdf).matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, number, body]) => {
      const [dictionary, stream] = body!.split('\nstream\n') as [string, string | undefined]
      const bytes = stream?.slice(0, stream.lastIndexOf('\nendstream'))
      return [
        Number(number),
        { dictionary, stream: bytes === undefined ? null : dictionary.includes('/FlateDecode') ? unpacked(bytes) : bytes },
      ]
    }),
  )

/** @returns the drawing commands of each page, unpacked */
export const pdfPages = (pdf: Uint8Array): readonly string[] => {
  const objects = pdfObjects(pdf)
  return [...objects.values()]
    .filter(({ dictionary }) => dictionary.includes('/Type /Page\n'))
    .map(({ dictionary }) => objects.get(Number(/\/Contents (\d+) 0 R/.exec(dictionary)![1]))!.stream!)
}

/** @returns the drawing commands of all pages, unpacked */
export const pdfCommands = (pdf: Uint8Array): string => pdfPages(pdf).join('\n')

const utf16 = (hex: string): string =>
  (hex.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('')

/** @returns for each font, by the name that pages use, the text of each of its glyphs */
const fontTexts = (pdf: Uint8Array): ReadonlyMap<string, readonly string[]> => {
  const objects = pdfObjects(pdf)
  const fonts = new Map<string, readonly string[]>()
  for (const { dictionary } of objects.values())
    for (const [, name, number] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(number))?.dictionary ?? '')?.[1]
      if (map === undefined) continue
      const ranges = [...objects.get(Number(map))!.stream!.matchAll(/<[0-9a-f]{4}> <[0-9a-f]{4}> \[([^\]]*)\]/g)]
      fonts.set(
        name!,
        ranges.flatMap(([, list]) => [...list!.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex]) => utf16(hex!))),
      )
    }
  return fonts
}

/** @returns what is written on the pages, a line for each piece of text, as a reader would copy it */
export const pdfTexts = (pdf: Uint8Array): readonly string[] => {
  const fonts = fontTexts(pdf)
  const texts: string[] = []
  let font: readonly string[] = []
  for (const [, name, pieces] of pdfCommands(pdf).matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name)!
    else
      texts.push(
        [...pieces!.matchAll(/<([0-9a-f]+)>/g)]
          .flatMap(([, hex]) => hex!.match(/.{4}/g) ?? [])
          .map((glyph) => font[parseInt(glyph, 16)]!)
          .join(''),
      )
  }
  return texts
}

/** @returns how often each kind of element is in the document's structure */
export const pdfTags = (pdf: Uint8Array): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const { dictionary } of pdfObjects(pdf).values()) {
    const tag = /\/S \/(\w+)\n/.exec(dictionary)?.[1]
    if (tag && dictionary.includes('/P ')) counts[tag] = (counts[tag] ?? 0) + 1
  }
  return counts
}

/** @returns what is drawn or written on the pages outside of any marked content */
export const unmarked = (pdf: Uint8Array): readonly string[] =>
  pdfPages(pdf).flatMap((page) => {
    let depth = 0
    return page.split('\n').filter((line) => {
      if (/ (BMC|BDC)$/.test(line)) depth++
      else if (line === 'EMC') depth--
      return depth === 0 && /(^| )(TJ|f|f\*|S|B|B\*)$/.test(line)
    })
  })
