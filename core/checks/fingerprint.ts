/** FNV-1a over UTF-16 code units, two lanes: 64 bits are plenty for the findings of one board. */
const hash64 = (text: string): string => {
  let a = 0x811c9dc5
  let b = 0x01000193
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    a = Math.imul(a ^ c, 0x01000193)
    b = Math.imul(b ^ c, 0x85ebca6b)
    b ^= b >>> 13
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0')
}

/**
 * Names findings so that the name survives another file order, other file names and a shifted origin: check, cause,
 * layers and the place relative to the board's lower left corner, in 10 µm steps. The measured value is left out: a
 * small change must not orphan a decision. Equal names get a running number in the order given.
 */
export class Fingerprints {
  readonly #seen = new Map<string, number>()
  readonly #origin: readonly [number, number]

  /** @param origin lower left corner of the board, mm */
  constructor(origin: readonly [number, number]) {
    this.#origin = origin
  }

  next(finding: {
    cause: string
    layers: readonly string[]
    at: { x: number; y: number } | null
    files: readonly { path: string }[]
  }): string {
    const place = finding.at
      ? `${Math.round((finding.at.x - this.#origin[0]) * 100)},${Math.round((finding.at.y - this.#origin[1]) * 100)}`
      : finding.files.map((f) => f.path).join(';')
    const layers = finding.layers.length > 1 ? [...finding.layers].sort().join(',') : (finding.layers[0] ?? '')
    const key = `${finding.cause}|${layers}|${place}`
    const n = this.#seen.get(key) ?? 0
    this.#seen.set(key, n + 1)
    return hash64(n === 0 ? key : `${key}#${n}`)
  }
}
