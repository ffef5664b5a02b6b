import { randomUUID } from 'node:crypto'
import { err, ok, type Result } from '#core/base/result.ts'
import { builtInCapability } from '#core/capability/built-in.ts'
import { readCapabilityFile } from '#core/capability/capability-file.ts'
import type { Capability } from '#core/capability/capability.ts'
import { figureProblems, figuresGiven } from '#core/capability/edit.ts'
import { reachOf } from '#core/capability/limits.ts'
import { allChecks } from '#core/checks/index.ts'
import type { CapabilityRow } from '#core/ipc/capability.ipc.ts'
import type { Store } from '#main/store/store.ts'
import type { CapabilityService } from './capabilities.ts'

type Failure<C extends string> = { readonly code: C; readonly message: string }
export interface Saved {
  readonly capability: Capability
  readonly remeasures: boolean
}

/** What the user does to capabilities of their own; each deed is in the audit log. */
export interface CapabilityEditing {
  list(): CapabilityRow[]
  get(id: string): Result<Capability, Failure<'gone'>>
  copy(id: string, name: string): Result<Capability, Failure<'gone' | 'too-many'>>
  save(capability: Capability): Result<Saved, Failure<'gone' | 'built-in' | 'not-a-capability'>>
  delete(id: string): Result<Capability, Failure<'gone' | 'built-in'>>
  restore(capability: Capability): Result<Saved, Failure<'built-in' | 'is-there' | 'not-a-capability' | 'too-many'>>
  import(text: string): Result<Saved, Failure<'not-a-capability' | 'too-many'>>
}

/** Each one is reached for when a board is measured. */
const MOST_OWN = 100
const MOST_NAME = 120

const gone = { code: 'gone', message: 'This capability is no longer there.' } as const
const builtIn = {
  code: 'built-in',
  message: 'This capability comes with Boardproof and stays as it is. Make a copy and change that.',
} as const
const tooMany = {
  code: 'too-many',
  message: `There are ${MOST_OWN} capabilities of your own already. Delete one that is not used.`,
} as const

/** How far all checks look, as one text: grows when a figure lies beyond every other one. */
const reachText = (own: readonly Capability[]): string => JSON.stringify(allChecks.map((check) => reachOf(check, own)))

/** @param measureAgain has open boards checked again */
export const capabilityEditing = (
  store: Store,
  capabilities: CapabilityService,
  author: () => string,
  measureAgain: () => void,
): CapabilityEditing => {
  const isOwn = (id: string): boolean => capabilities.own().some((c) => c.id === id)
  const free = (wanted: string): string => {
    const names = new Set(capabilities.all().map((c) => c.name))
    for (let n = 1; ; n++) {
      const suffix = n === 1 ? '' : ` (${n})`
      const name = `${wanted.slice(0, MOST_NAME - suffix.length)}${suffix}`
      if (!names.has(name)) return name
    }
  }
  const put = (capability: Capability, action: string, says: string): Saved => {
    const before = reachText(capabilities.own())
    store.commands.record({ board: null, actor: author(), action, says, facts: { capability: capability.id } }, (rows) =>
      rows.put('capability', { id: capability.id, body: JSON.stringify(capability), saved_at: store.ids.now() }),
    )
    const remeasures = reachText(capabilities.own()) !== before
    if (remeasures) measureAgain()
    return { capability, remeasures }
  }
  const checked = (capability: Capability): Result<null, Failure<'not-a-capability'>> => {
    const [wrong] = figureProblems(capability)
    return wrong ? err({ code: 'not-a-capability', message: wrong }) : ok(null)
  }
  const added = (capability: Capability, says: (name: string) => string): Saved => {
    const fresh = { ...capability, id: `own-${randomUUID()}`, name: free(capability.name) }
    return put(fresh, 'capability.added', says(fresh.name))
  }
  const isFull = (): boolean => capabilities.own().length >= MOST_OWN

  return {
    list: () =>
      capabilities.all().map((c) => ({
        id: c.id,
        name: c.name,
        service: c.service,
        isBuiltIn: builtInCapability(c.id) !== null,
        figures: figuresGiven(c),
      })),
    get(id) {
      const found = capabilities.find(id)
      return found ? ok(found) : err(gone)
    },
    copy(id, name) {
      const found = capabilities.find(id)
      if (!found) return err(gone)
      if (isFull()) return err(tooMany)
      return ok(added({ ...found, name }, (as) => `Copied the capability ${found.name} as ${as}`).capability)
    },
    save(capability) {
      if (builtInCapability(capability.id)) return err(builtIn)
      if (!isOwn(capability.id)) return err(gone)
      const fine = checked(capability)
      return fine.ok ? ok(put(capability, 'capability.changed', `Changed the capability ${capability.name}`)) : fine
    },
    delete(id) {
      if (builtInCapability(id)) return err(builtIn)
      const found = capabilities.find(id)
      if (!found) return err(gone)
      const deed = { board: null, actor: author(), action: 'capability.deleted', says: `Deleted the capability ${found.name}` }
      store.commands.record({ ...deed, facts: { capability: id } }, (rows) => rows.remove('capability', { id }))
      return ok(found)
    },
    restore(capability) {
      if (builtInCapability(capability.id)) return err(builtIn)
      if (isOwn(capability.id)) return err({ code: 'is-there', message: 'This capability is there already.' })
      if (isFull()) return err(tooMany)
      const fine = checked(capability)
      return fine.ok ? ok(put(capability, 'capability.restored', `Put back the capability ${capability.name}`)) : fine
    },
    import(text) {
      const read = readCapabilityFile(text)
      if (!read.ok) return read
      if (isFull()) return err(tooMany)
      return ok(added(read.value, (as) => `Took over the capability ${as} from a file`))
    },
  }
}
