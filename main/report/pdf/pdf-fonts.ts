import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type FontkitFont } from 'fontkit'

/** Inter, SIL Open Font License 1.1: Latin with all accents, Greek, Cyrillic, Vietnamese, and the signs that figures need. */
const FILES = {
  normal: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  bold: '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf',
} as const

export type PdfWeight = keyof typeof FILES

/**
 * Letters stay the ones that were given: the font would make a multiplication sign of the x in "4x4" and an arrow of "->",
 * and who searches the page or copies from it would get something else than the file said.
 */
const AS_WRITTEN = { calt: false, liga: false, clig: false, ccmp: true } as const

const bytesOf = new Map<PdfWeight, Uint8Array>()

const read = (weight: PdfWeight): Uint8Array => {
  const known = bytesOf.get(weight) ?? readFileSync(createRequire(import.meta.url).resolve(FILES[weight]))
  bytesOf.set(weight, known)
  return known
}

/** @returns a font for one document: it remembers what was written with it, and the next file must not depend on the last */
export const pdfFont = (weight: PdfWeight): FontkitFont => {
  const font = create(read(weight))
  const shape = font.layout.bind(font)
  font.layout = (text) => shape(text, AS_WRITTEN)
  return font
}

let letters: FontkitFont | null = null

/** @returns true when the fonts have this character */
export const hasLetter = (codePoint: number): boolean => (letters ??= create(read('normal'))).hasGlyphForCodePoint(codePoint)
