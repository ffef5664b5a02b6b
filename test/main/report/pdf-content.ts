import { inflateSync } from 'node:zlib'

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** @returns the drawing commands of all pages, unpacked */
export const pdfCommands = (pdf: Uint8Array): string =>
  [...latin1(pdf).matchAll(/\/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)]
    .map((match) => latin1(inflateSync(Buffer.from(match[1]!, 'latin1'))))
    .join('\n')

/** @returns what is written on the pages, a line for each piece of text */
export const pdfTexts = (pdf: Uint8Array): readonly string[] =>
  [...pdfCommands(pdf).matchAll(/\[([^\]]*)\] TJ/g)].map((line) =>
    [...line[1]!.matchAll(/<([0-9a-f]+)>/g)].map((hex) => latin1(Buffer.from(hex[1]!, 'hex'))).join(''),
  )
