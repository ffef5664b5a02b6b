import type { Database } from 'better-sqlite3'
import { capabilitySchema, type Capability } from '#core/capability/capability.ts'
import { roleChoiceShape, type RoleChoiceShape } from '#core/ipc/board-shapes.ts'
import type { Ids } from './boards.repo.ts'

export interface ChoicesRepo {
  /** Remembers a role for one file of one package, and for files of that name pattern elsewhere, in one transaction. */
  chooseRole(chosen: {
    readonly packageSha256: string
    readonly path: string
    readonly pattern: string
    readonly choice: RoleChoiceShape
  }): void
  /** @returns the roles chosen for files of a package, by path */
  rolesOf(packageSha256: string): Readonly<Record<string, RoleChoiceShape>>
  /** @returns the roles remembered by name pattern */
  patternRoles(): Readonly<Record<string, RoleChoiceShape>>
  loadSettings(): Readonly<Record<string, unknown>>
  /** Replaces all settings. */
  saveSettings(settings: Readonly<Record<string, unknown>>): void
  /** @returns the user's own capabilities; those that can no longer be read are left out */
  capabilities(): readonly Capability[]
}

const choicesFrom = (rows: readonly { key: string; choice: string }[]): Readonly<Record<string, RoleChoiceShape>> =>
  Object.fromEntries(
    rows.flatMap(({ key, choice }) => {
      const parsed = roleChoiceShape.safeParse(JSON.parse(choice))
      return parsed.success ? [[key, parsed.data]] : []
    }),
  )

export const choicesRepo = (db: Database, { now }: Ids): ChoicesRepo => {
  const setPackageRole = db.prepare(`
    INSERT INTO package_role (package_sha256, path, choice, chosen_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (package_sha256, path) DO UPDATE SET choice = excluded.choice, chosen_at = excluded.chosen_at`)
  const setPatternRole = db.prepare(`
    INSERT INTO pattern_role (pattern, choice, chosen_at) VALUES (?, ?, ?)
    ON CONFLICT (pattern) DO UPDATE SET choice = excluded.choice, chosen_at = excluded.chosen_at`)
  const packageRoles = db.prepare<[string], { key: string; choice: string }>(
    'SELECT path AS key, choice FROM package_role WHERE package_sha256 = ?',
  )
  const patternRoles = db.prepare<[], { key: string; choice: string }>('SELECT pattern AS key, choice FROM pattern_role')
  const settings = db.prepare<[], { name: string; value: string }>('SELECT name, value FROM setting')
  const clearSettings = db.prepare('DELETE FROM setting')
  const addSetting = db.prepare('INSERT INTO setting (name, value) VALUES (?, ?)')
  const capabilities = db.prepare<[], { body: string }>('SELECT body FROM capability ORDER BY id')

  const chooseRole = db.transaction(({ packageSha256, path, pattern, choice }: Parameters<ChoicesRepo['chooseRole']>[0]) => {
    const json = JSON.stringify(choice)
    setPackageRole.run(packageSha256, path, json, now())
    setPatternRole.run(pattern, json, now())
  })
  const saveSettings = db.transaction((values: Readonly<Record<string, unknown>>) => {
    clearSettings.run()
    for (const [name, value] of Object.entries(values)) addSetting.run(name, JSON.stringify(value ?? null))
  })

  return {
    chooseRole: (chosen) => chooseRole(chosen),
    rolesOf: (packageSha256) => choicesFrom(packageRoles.all(packageSha256)),
    patternRoles: () => choicesFrom(patternRoles.all()),
    loadSettings: () => Object.fromEntries(settings.all().map(({ name, value }) => [name, JSON.parse(value) as unknown])),
    saveSettings: (values) => saveSettings(values),
    capabilities: () =>
      capabilities.all().flatMap(({ body }) => {
        const parsed = capabilitySchema.safeParse(JSON.parse(body))
        return parsed.success ? [parsed.data] : []
      }),
  }
}
