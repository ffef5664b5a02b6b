import type { AttributeSet } from '#core/interpret/plotted-layer.ts'

const EMPTY: AttributeSet = { nets: null, ref: null, pin: null, pinFunction: null, component: null, other: {} }

/** The attribute dictionaries in force and the distinct sets that objects were plotted with. */
export class AttributeStore {
  readonly sets: AttributeSet[] = [EMPTY]
  readonly file: Record<string, readonly string[]> = {}
  #aperture = new Map<string, readonly string[]>()
  #object = new Map<string, readonly string[]>()
  readonly #known = new Map<string, number>([['', 0]])
  #current: number | null = 0

  set(command: 'TF' | 'TA' | 'TO' | 'TD', name: string, values: readonly string[]): void {
    if (command === 'TF') {
      this.file[name] ??= values
      return
    }
    this.#current = null
    if (command === 'TA') this.#aperture.set(name, values)
    else if (command === 'TO') this.#object.set(name, values)
    else if (name === '') {
      this.#aperture.clear()
      this.#object.clear()
    } else {
      this.#aperture.delete(name)
      this.#object.delete(name)
    }
  }

  /** @returns the aperture function in force, values joined by ',', or null */
  get apertureFunction(): string | null {
    return this.#aperture.get('.AperFunction')?.join(',') ?? null
  }

  /** @returns the aperture attributes in force: they travel with an aperture defined now */
  apertureAttributes(): ReadonlyMap<string, readonly string[]> {
    return new Map(this.#aperture)
  }

  /** @returns the index of the set of object attributes in force */
  index(): number {
    if (this.#current !== null) return this.#current
    const key = this.#object.size === 0 ? '' : JSON.stringify([...this.#object])
    let index = this.#known.get(key)
    if (index === undefined) {
      index = this.sets.length
      this.sets.push(setOf(this.#object))
      this.#known.set(key, index)
    }
    this.#current = index
    return index
  }
}

const setOf = (object: ReadonlyMap<string, readonly string[]>): AttributeSet => {
  const pin = object.get('.P')
  return {
    nets: object.get('.N') ?? null,
    ref: pin?.[0] ?? object.get('.C')?.[0] ?? null,
    pin: pin?.[1] ?? null,
    pinFunction: pin?.[2] ?? null,
    component: object.get('.C')?.[0] ?? null,
    other: Object.fromEntries([...object].filter(([name]) => name !== '.N' && name !== '.P' && name !== '.C')),
  }
}
