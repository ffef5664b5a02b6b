/** A growable column of doubles. */
export class Doubles {
  data: Float64Array
  length = 0
  constructor(capacity = 256) {
    this.data = new Float64Array(capacity)
  }
  push(value: number): void {
    if (this.length === this.data.length) this.data = grown(this.data, new Float64Array(this.length * 2))
    this.data[this.length++] = value
  }
  trimmed(): Float64Array {
    return this.data.slice(0, this.length)
  }
}

/** A growable column of whole numbers up to 2^32 - 1. */
export class Words {
  data: Uint32Array
  length = 0
  constructor(capacity = 256) {
    this.data = new Uint32Array(capacity)
  }
  push(value: number): void {
    if (this.length === this.data.length) this.data = grown(this.data, new Uint32Array(this.length * 2))
    this.data[this.length++] = value
  }
  trimmed(): Uint32Array {
    return this.data.slice(0, this.length)
  }
}

/** A growable column of small numbers. */
export class Bytes {
  data: Uint8Array
  length = 0
  constructor(capacity = 256) {
    this.data = new Uint8Array(capacity)
  }
  push(value: number): void {
    if (this.length === this.data.length) this.data = grown(this.data, new Uint8Array(this.length * 2))
    this.data[this.length++] = value
  }
  trimmed(): Uint8Array {
    return this.data.slice(0, this.length)
  }
}

const grown = <T extends Float64Array | Uint32Array | Uint8Array>(from: T, to: T): T => {
  to.set(from)
  return to
}
