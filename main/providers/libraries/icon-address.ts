const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const MOST_ICON_BYTES = 512 * 1024
/** A small file can unpack to a huge picture. */
const MOST_PIXELS_WIDE = 2048
/** Signature, then the chunk IHDR with width and height (PNG, 5.2 and 11.2.2). */
const HEAD_BYTES = 24

/** @returns a PNG as a `data:` address, null for anything else or one too large to be an icon */
export const iconAddress = (bytes: Uint8Array | null): string | null => {
  if (bytes === null || bytes.length < HEAD_BYTES || bytes.length > MOST_ICON_BYTES) return null
  if (!PNG_START.every((byte, k) => bytes[k] === byte)) return null
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, HEAD_BYTES)
  const [width, height] = [head.readUInt32BE(16), head.readUInt32BE(20)]
  if (head.toString('latin1', 12, 16) !== 'IHDR' || !width || !height || Math.max(width, height) > MOST_PIXELS_WIDE) return null
  return `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
}
