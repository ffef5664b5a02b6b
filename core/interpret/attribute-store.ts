import type { AttributeSet } from '#core/interpret/plotted-layer.ts'
import type { AttributeStatement } from '#core/read/gerber/statement.ts'

type Dictionary = ReadonlyMap<string, readonly string[]>

const NONE: AttributeSet = { nets: null, ref: null, pin: null, pinFunction: null, component: null, other: {} }
/** Says what a region is for; apertures carry theirs as `fn`. */
const FUNCTION = '.AperFunction'
const SPLIT = '\u0000'

/**
 * The attribute dictionaries in force, and the distinct sets that objects were plotted with.
 * @source Gerber Layer Format Specification 2024.05, 5
 */
export class AttributeStore {
  /** Index 0 is the empty set. */
  readonly sets: AttributeSet[] = [NONE]
  readonly #file = new Map<string, readonly string[]>()
  #aperture = new Map<string, readonly string[]>()
  #object = new Map<string, readonly string[]>()
  readonly #apertureDictionaries: Dictionary[] = [new Map()]
  readonly #apertureIds = new Map<string, number>([['', 0]])
  readonly #setIds = new Map<string, number>([['', 0]])
  #objectKey: string | null = ''
  #apertureId: number | null = 0
  /** Set index by aperture dictionary for the object attributes in force. */
  #known = new Map<number, number>()
  #knownRegion = -1

  obey({ command, name, values }: AttributeStatement): void {
    if (command === 'TF') {
      if (!this.#file.has(name)) this.#file.set(name, values)
      return
    }
    if (command !== 'TO') this.#apertureId = null
    if (command !== 'TA') this.#objectKey = null
    if (command === 'TA') this.#aperture.set(name, values)
    else if (command === 'TO') this.#object.set(name, values)
    else if (name === '') {
      this.#aperture.clear()
      this.#object.clear()
    } else {
      this.#aperture.delete(name)
      this.#object.delete(name)
    }
    this.#knownRegion = -1
    if (this.#objectKey === null) this.#known.clear()
  }

  /** @returns the file attributes; of one given twice the first */
  get file(): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(this.#file)
  }

  /** @returns the aperture function in force, values joined by ',', or null */
  get apertureFunction(): string | null {
    return this.#aperture.get(FUNCTION)?.join(',') ?? null
  }

  /** @returns a number for the aperture attributes in force: they stay with an aperture that is defined now */
  apertureAttributes(): number {
    if (this.#apertureId !== null) return this.#apertureId
    const key = keyOf(this.#aperture)
    let id = this.#apertureIds.get(key)
    if (id === undefined) {
      id = this.#apertureDictionaries.length
      this.#apertureDictionaries.push(new Map(this.#aperture))
      this.#apertureIds.set(key, id)
    }
    this.#apertureId = id
    return id
  }

  /** @returns the index of the set for an object plotted now with an aperture that has these attributes */
  forAperture(apertureAttributes: number): number {
    let index = this.#known.get(apertureAttributes)
    if (index === undefined) {
      index = this.#intern(this.#apertureDictionaries[apertureAttributes]!, false)
      this.#known.set(apertureAttributes, index)
    }
    return index
  }

  /** @returns the index of the set for a region plotted now: it takes the aperture attributes in force, its function included */
  forRegion(): number {
    if (this.#knownRegion < 0) this.#knownRegion = this.#intern(this.#aperture, true)
    return this.#knownRegion
  }

  #intern(aperture: Dictionary, withFunction: boolean): number {
    this.#objectKey ??= keyOf(this.#object)
    const extra = [...aperture].filter(([name]) => withFunction || name !== FUNCTION)
    const key = extra.length === 0 ? this.#objectKey : `${this.#objectKey}${SPLIT}${SPLIT}${keyOf(extra)}`
    let index = this.#setIds.get(key)
    if (index === undefined) {
      index = this.sets.length
      this.sets.push(setOf(this.#object, extra))
      this.#setIds.set(key, index)
    }
    return index
  }
}

const keyOf = (entries: Iterable<readonly [string, readonly string[]]>): string => {
  let key = ''
  for (const [name, values] of entries) key += `${name}${SPLIT}${values.join(SPLIT)}${SPLIT}${SPLIT}`
  return key
}

const OWN_FIELDS = new Set(['.N', '.P', '.C'])

const setOf = (object: Dictionary, extra: readonly (readonly [string, readonly string[]])[]): AttributeSet => {
  const pin = object.get('.P')
  const component = object.get('.C')?.[0] ?? null
  return {
    nets: object.get('.N') ?? null,
    ref: pin?.[0] ?? component,
    pin: pin?.[1] ?? null,
    pinFunction: pin?.[2] ?? null,
    component,
    other: Object.fromEntries([...extra, ...[...object].filter(([name]) => !OWN_FIELDS.has(name))]),
  }
}
