/** @returns the text as bytes; it must be ASCII */
export const asciiBytes = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

/** @returns the text with everything that has a meaning in Gerber, or is not ASCII, as `\uXXXX` (Gerber 2024.05, 3.4.3) */
export const attributeText = (text: string): string =>
  text.replace(/[%*,\\]|[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
