import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { accountsRepo } from '#main/store/accounts.repo.ts'
import { runApplication } from '#test/main/support/application.ts'
import { CAPABILITY, openAndReview, packageOf } from '#test/main/support/revisions.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { writeFacts } from './crash-facts.ts'

/** A process that is killed leaves the same files in memory as on a disk, only faster. */
export const crashFolder = (): string => {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'boardproof-crash-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** @returns a data folder with one reviewed board, one approved board and an account, made by the application itself */
export const prepareFolder = async (): Promise<string> => {
  const folder = crashFolder()
  const running = await runApplication(folder)
  const { ask, application } = running
  const board = await openAndReview(running, await packageOf(smallBoard()))
  const other = await packageOf(smallBoard(), { rename: (path) => `fab/${path}`, name: 'ordered.zip' })
  const ordered = await openAndReview(running, other)
  const on = { board: ordered, capability: CAPABILITY }
  for (const { fingerprint, severity } of (await ask('board.review', on)).findings)
    if (severity === 'error')
      await ask('waivers.add', { ...on, fingerprint, scope: 'check', reason: 'prototype', expiry: { kind: 'none' } })
  const { stateSha256, conditions } = await ask('approval.draft', on)
  const ticked = conditions.map(({ id }) => id)
  const approval = await ask('approval.decide', { ...on, decision: 'approved', reason: '', stateSha256, ticked })
  const { database, ids } = application.store
  const account = accountsRepo(database, ids).add({ provider: 'asap', name: 'Fab', baseUrl: 'http://127.0.0.1:9' }).id
  const { form } = await ask('order.draft', { board: ordered, account, from: null })
  const { findings } = await ask('board.review', { ...on, board })
  const stored = (id: string): string => {
    const place = application.reviews.locate(id)
    if (!place.ok) throw new Error(place.error.message)
    return place.value.board
  }
  const facts = {
    capability: CAPABILITY,
    board: stored(board),
    fingerprints: findings.map((f) => f.fingerprint),
    file: (await ask('board.files', { board }))[0]!.path,
    ordered: stored(ordered),
    approval: approval.id,
    account,
    form: {
      ...form,
      shipTo: { country: 'US', postalCode: '94107', name: 'Lab' },
      contact: { name: 'A. Buyer', email: 'buyer@example.com' },
    },
  }
  await running.close()
  writeFacts(folder, facts)
  return folder
}

/** Puts the prepared folder in place of what is there. */
export const startAfresh = (folder: string, prepared: string): void => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  cpSync(prepared, folder, { recursive: true })
}
