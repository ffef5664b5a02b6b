/** The part of the package that is used here: it comes without types. */
declare module 'fontkit' {
  interface FontkitRun {
    readonly glyphs: readonly { readonly id: number }[]
  }
  interface FontkitFont {
    layout(text: string, features?: Readonly<Record<string, boolean>>): FontkitRun
    hasGlyphForCodePoint(codePoint: number): boolean
  }
  export function create(bytes: Uint8Array): FontkitFont
  export { FontkitFont }
}
