import { SCOPES, type Scope } from '#core/asap/endpoints.ts'
import { deliver, EXIT, oneOf, parseCall, UsageError } from '#main/cli/command.ts'
import { createKey } from '#main/service/keys/api-key.ts'
import { isoTime } from '#main/service/store/ids.ts'
import type { KeyRow } from '#main/service/store/keys.repo.ts'
import { withStore } from './open-for-command.ts'

const NAME = /^[A-Za-z0-9][\w.@-]{0,63}$/

const nameOf = (option: string, value: string): string => {
  if (!NAME.test(value)) throw new UsageError(`--${option} takes up to 64 letters, digits and . _ @ -; got "${value}"`)
  return value
}

const scopesOf = (list: string | undefined): readonly Scope[] => {
  if (list === undefined) return SCOPES
  const names = list.split(',').map((name) => name.trim())
  const unknown = names.filter((name) => !SCOPES.includes(name as Scope))
  if (unknown.length) throw new UsageError(`unknown scope ${unknown.join(', ')}; there are ${SCOPES.join(', ')}`)
  return SCOPES.filter((scope) => names.includes(scope))
}

const line = (key: KeyRow): string => {
  const state =
    key.revokedAt === null
      ? key.lastUsedAt === null
        ? 'never used'
        : `used ${isoTime(key.lastUsedAt)}`
      : `revoked ${isoTime(key.revokedAt)}`
  return `${key.id}  ${key.shown}…  ${key.orgId}/${key.userId}  ${key.scopes.join(',')}  ${state}  ${key.label}`.trimEnd()
}

const create = async (args: readonly string[]): Promise<number> => {
  const { values } = parseCall(args, {
    data: { type: 'string' },
    label: { type: 'string', default: '' },
    org: { type: 'string', default: 'local' },
    user: { type: 'string', default: 'operator' },
    scopes: { type: 'string' },
    format: { type: 'string' },
  })
  const request = {
    label: values.label,
    orgId: nameOf('org', values.org),
    userId: nameOf('user', values.user),
    scopes: scopesOf(values.scopes),
  }
  const format = oneOf('format', values.format, ['text', 'json'] as const)
  const made = await withStore(values.data, ({ keys }) => createKey(keys, request))
  if (format === 'json') await deliver(JSON.stringify(made), undefined)
  else {
    // The key alone on standard output, so that a script can take it; it is shown only now.
    process.stderr.write(`${made.id}: keep this key, it cannot be shown again\n`)
    await deliver(made.key, undefined)
  }
  return EXIT.fine
}

const list = async (args: readonly string[]): Promise<number> => {
  const { values } = parseCall(args, { data: { type: 'string' }, format: { type: 'string' } })
  const format = oneOf('format', values.format, ['text', 'json'] as const)
  const keys = await withStore(values.data, (store) => store.keys.list())
  await deliver(format === 'json' ? JSON.stringify(keys, null, 1) : keys.map(line).join('\n') || 'no keys', undefined)
  return EXIT.fine
}

const revoke = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseCall(args, { data: { type: 'string' } })
  const [id] = positionals
  if (id === undefined) throw new UsageError('name the key: boardproof keys list shows the ids')
  if (!(await withStore(values.data, ({ keys }) => keys.revoke(id)))) throw new UsageError(`no key "${id}" is in force`)
  await deliver(`revoked ${id}`, undefined)
  return EXIT.fine
}

/** `boardproof keys create|list|revoke`. */
export const runKeys = (args: readonly string[]): Promise<number> => {
  const [name, ...rest] = args
  switch (name) {
    case 'create':
      return create(rest)
    case 'list':
      return list(rest)
    case 'revoke':
      return revoke(rest)
    default:
      throw new UsageError(`boardproof keys takes create, list or revoke; got "${name ?? ''}"`)
  }
}
