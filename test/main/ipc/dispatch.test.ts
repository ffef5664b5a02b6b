import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { err, ok } from '#core/base/result.ts'
import { fallbackCapability } from '#core/capability/built-in.ts'
import { GENERAL_ERRORS } from '#core/ipc/call.ts'
import { contract, type CallName } from '#core/ipc/contract.ts'
import { dispatcher, type AllHandlers } from '#main/ipc/dispatch.ts'
import { startApplication } from '#main/services/application.ts'
import type { Log } from '#main/services/log.ts'
import { runApplication } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const CAPABILITY = 'ipc_class2_conservative'
const NOWHERE = '00000000-0000-4000-8000-000000000000'
const names = Object.keys(contract) as CallName[]
const FORM = {
  quantity: 10,
  leadTime: 'standard',
  shipTo: { country: 'US', postalCode: '94107', name: '' },
  build: { layers: 2, thicknessMm: 1.6, finish: null },
  policyId: null,
  poNumber: '',
  contact: { name: '', email: '' },
}
const ORDER = { board: NOWHERE, account: NOWHERE, form: FORM }

/** A well-formed input for every call, about a board that is not there. */
const INPUTS: { readonly [N in CallName]: object } = {
  'app.host': {},
  'app.capabilities': {},
  'capability.list': {},
  'capability.get': { id: CAPABILITY },
  'capability.copy': { id: CAPABILITY, name: 'Our fab' },
  'capability.save': { capability: fallbackCapability() },
  'capability.delete': { id: CAPABILITY },
  'capability.restore': { capability: fallbackCapability() },
  'capability.import': { text: '{}' },
  'keys.list': {},
  'keys.create': { label: '', organisation: 'acme', user: 'ada', scopes: ['read'] },
  'keys.revoke': { id: 'key_0' },
  'settings.load': {},
  'settings.save': { settings: { theme: 'dark' } },
  'recents.list': {},
  'recents.forget': { id: NOWHERE },
  'package.openSample': {},
  'package.openRecent': { id: NOWHERE },
  'package.openProjectBoard': { board: NOWHERE, projectBoard: 'default' },
  'package.openPaths': { paths: ['/nowhere/board.zip'] },
  'package.choose': { folder: false },
  'board.cancel': { board: NOWHERE },
  'board.files': { board: NOWHERE },
  'board.get': { board: NOWHERE },
  'board.review': { board: NOWHERE, capability: 'ipc_class2_conservative' },
  'report.make': { board: NOWHERE, capability: 'ipc_class2_conservative', format: 'html' },
  'decisions.get': { board: NOWHERE, capability: CAPABILITY },
  'waivers.add': {
    board: NOWHERE,
    capability: CAPABILITY,
    fingerprint: 'f',
    scope: 'place',
    reason: 'prototype',
    expiry: { kind: 'none' },
  },
  'waivers.change': { board: NOWHERE, id: NOWHERE, reason: 'prototype', expiry: { kind: 'next-revision' } },
  'waivers.remove': { board: NOWHERE, id: NOWHERE },
  'waivers.confirm': { board: NOWHERE, capability: CAPABILITY, id: NOWHERE, reason: 'looked', expiry: { kind: 'date', at: 1 } },
  'findings.mark': { board: NOWHERE, capability: CAPABILITY, fingerprints: ['f'], state: 'fix', assignee: null },
  'notes.add': { board: NOWHERE, capability: CAPABILITY, target: { kind: 'board' }, text: 'a note' },
  'notes.change': { board: NOWHERE, id: NOWHERE, text: 'a note', resolved: true },
  'notes.remove': { board: NOWHERE, id: NOWHERE },
  'checklist.add': { board: NOWHERE, text: 'look', isRequired: false },
  'checklist.tick': { board: NOWHERE, id: NOWHERE, done: true },
  'checklist.remove': { board: NOWHERE, id: NOWHERE },
  'history.undo': { board: NOWHERE },
  'history.redo': { board: NOWHERE },
  'revisions.list': { board: NOWHERE },
  'revisions.open': { board: NOWHERE, revision: 1 },
  'revisions.attach': { board: NOWHERE, to: NOWHERE },
  'revisions.detach': { board: NOWHERE, name: null },
  'revisions.place': { board: NOWHERE },
  'revisions.align': { board: NOWHERE, from: 1, to: 2, refused: true },
  'approval.draft': { board: NOWHERE, capability: CAPABILITY },
  'approval.decide': { board: NOWHERE, capability: CAPABILITY, decision: 'approved', reason: '', stateSha256: '0'.repeat(64), ticked: [] },
  'approval.list': { board: NOWHERE },
  'approval.get': { id: NOWHERE },
  'approval.make': { id: NOWHERE, kind: 'pdf' },
  'audit.list': { board: null, before: null, limit: 10 },
  'audit.verify': {},
  'library.list': { text: '', verdicts: [], approvals: [], deleted: false, sort: 'active', descending: true, offset: 0, limit: 10 },
  'library.search': { text: 'ring', board: null, limit: 10 },
  'library.rename': { id: NOWHERE, name: 'amp' },
  'library.delete': { id: NOWHERE },
  'library.restore': { id: NOWHERE },
  'library.purge': { id: NOWHERE },
  'library.space': {},
  'library.cleanUp': { deletedBoards: true },
  'push.workspaces': { account: NOWHERE },
  'push.draft': { account: NOWHERE, board: NOWHERE },
  'push.start': { account: NOWHERE, board: NOWHERE, workspace: 'w', project: { id: null, name: 'amp' }, tables: [] },
  'push.resume': { id: NOWHERE },
  'push.stop': { id: NOWHERE },
  'push.forget': { id: NOWHERE },
  'push.list': { account: NOWHERE, board: null },
  'accounts.providers': {},
  'accounts.list': {},
  'accounts.add': { provider: 'asap', name: 'nowhere', baseUrl: 'http://127.0.0.1:9/api', secret: null },
  'accounts.change': { id: NOWHERE, name: 'n', baseUrl: 'https://example.com/api', syncsApproved: false },
  'accounts.signIn': { id: NOWHERE, secret: 'k' },
  'accounts.test': { id: NOWHERE },
  'accounts.signOut': { id: NOWHERE },
  'accounts.remove': { id: NOWHERE },
  'order.draft': { board: NOWHERE, account: null, from: null },
  'order.check': ORDER,
  'order.price': ORDER,
  'order.place': { ...ORDER, approval: NOWHERE, agreed: null, ceiling: 217, currency: 'USD', expiresAt: 1 },
  'orders.list': { board: null, offset: 0, limit: 10 },
  'orders.get': { id: NOWHERE },
  'orders.refresh': { id: NOWHERE },
  'outbox.list': { all: true },
  'outbox.get': { id: NOWHERE },
  'outbox.retry': { id: NOWHERE },
  'outbox.pause': { id: NOWHERE, paused: true },
  'outbox.cancel': { id: NOWHERE },
  'outbox.resolve': { id: NOWHERE, conflict: 'c', answer: 'accept' },
  'outbox.edit': { id: NOWHERE, ceiling: 1, expiresAt: 1 },
  'sync.status': {},
  'sync.pause': { paused: false },
  'sync.now': {},
  'sync.push': { board: NOWHERE, account: NOWHERE },
  'compare.run': {
    from: { board: NOWHERE, revision: 1 },
    to: { board: NOWHERE, revision: null },
    capability: CAPABILITY,
    refuseShift: false,
  },
  'compare.accept': { board: NOWHERE, kind: 'mouse-bites', accepted: true },
  'compare.accepted': { board: NOWHERE },
  'compare.progress': {},
  'compare.cancel': {},
  'board.setRole': { board: NOWHERE, path: 'a.gbr', choice: { role: 'copper', side: 'top', order: 1, plating: null } },
  'providers.signIn': { account: NOWHERE, fields: { key: 'k' } },
  'providers.beginSignIn': { account: NOWHERE },
  'providers.endSignIn': { account: NOWHERE },
  'providers.push': { account: NOWHERE, board: NOWHERE, options: {} },
  'providers.find': { account: NOWHERE, board: NOWHERE },
  'production.list': { account: NOWHERE },
  'production.timeline': { account: NOWHERE, kind: 'order', id: 'o', url: null },
  'production.comment': { account: NOWHERE, kind: 'order', id: 'o', url: null, text: 't' },
  'production.acceptQuote': { account: NOWHERE, order: 'o', purchaseOrder: 'p' },
  'production.confirm': { account: NOWHERE, order: 'o' },
  'bom.get': { board: NOWHERE },
  'bom.projects': { account: NOWHERE },
  'bom.remote': { account: NOWHERE, project: 1, revision: null },
  'bom.searchParts': { account: NOWHERE, words: 'w' },
  'bom.revisions': { account: NOWHERE, project: 1 },
  'bom.assignPart': { account: NOWHERE, project: 1, revision: 1, line: 1, part: 1, before: null },
  'bom.doNotPlace': { account: NOWHERE, project: 1, revision: 1, line: 1, ref: 'R1', dnp: true },
  'bom.undo': { account: NOWHERE, project: 1, revision: 1 },
  'libraries.list': { account: NOWHERE, format: '1' },
  'libraries.icon': { account: NOWHERE, format: '1', uuid: 'u' },
  'libraries.download': { account: NOWHERE, format: '1', uuid: 'u', withNeeded: true, job: NOWHERE },
  'libraries.kept': {},
  'libraries.remove': { uuid: 'u' },
  'libraries.restore': { uuid: 'u' },
  'libraries.openFolder': {},
  'transfers.cancel': { job: NOWHERE },
  'projects.service': { account: NOWHERE },
  'projects.openInfo': { account: NOWHERE },
  'projects.order': { account: NOWHERE, project: '0'.repeat(64), name: 'n', board: null, job: NOWHERE },
  'projects.list': {},
  'projects.openPage': { id: NOWHERE },
  'boardOrder.choices': { account: NOWHERE },
  'boardOrder.get': { account: NOWHERE, board: NOWHERE },
  'boardOrder.start': { account: NOWHERE, board: NOWHERE, bureau: 'b', workflow: 'w', shipping: null, materials: [], quantity: 1 },
  'boardOrder.go': { account: NOWHERE, board: NOWHERE, purchaseOrder: null, isConfirmed: false },
  'boardOrder.stop': { account: NOWHERE, board: NOWHERE },
  'resources.entries': { account: NOWHERE },
  'resources.list': { account: NOWHERE, name: 'order', places: [], filters: {}, ranges: [], options: [], sort: null, offset: 0, limit: 10 },
  'resources.follow': { account: NOWHERE, uri: 'u' },
  'resources.open': { account: NOWHERE, name: 'order', places: ['u'] },
  'resources.create': { account: NOWHERE, name: 'order', places: [], input: {} },
  'billing.balance': { account: NOWHERE, workspace: 'w' },
  'billing.invoices': { account: NOWHERE, workspace: 'w', status: null, from: null, to: null },
  'billing.invoicePdf': { account: NOWHERE, workspace: 'w', invoice: 1 },
  'billing.statement': { account: NOWHERE, workspace: 'w', from: '2026-01-01', to: '2026-02-01' },
  'billing.payments': { account: NOWHERE, workspace: 'w' },
  'billing.methods': { account: NOWHERE, workspace: 'w' },
  'quotes.get': { account: NOWHERE, project: 1, revision: null },
  'quotes.breakdown': { account: NOWHERE, quote: 1, quantity: 1, leadTimeDays: 1 },
  'quotes.choose': { account: NOWHERE, project: 1, revision: 1, offer: null },
  'issues.list': { account: NOWHERE, workspace: 'w', order: null, status: null },
  'issues.file': { account: NOWHERE, workspace: 'w', order: 1, title: 't', comment: '' },
  'orders.remote': { account: NOWHERE, order: 1 },
}

describe('every call', () => {
  test('has a handler that answers as agreed', async () => {
    const folder = temporaryFolder()
    const { application } = await runApplication(folder)
    for (const name of names) {
      const reply = await application.dispatch(name, INPUTS[name])
      if (reply.ok) expect(contract[name].output.safeParse(reply.value).success, name).toBe(true)
      else expect(contract[name].errors as readonly string[], `${name}: ${reply.error.code}`).toContain(reply.error.code)
    }
  })

  test.each(names)('%s refuses what is not its input', async (name) => {
    const touched: string[] = []
    const handlers = Object.fromEntries(names.map((n) => [n, () => void touched.push(n)])) as unknown as AllHandlers
    const log: Log = { note: () => undefined, fault: (message) => touched.push(message) }
    const dispatch = dispatcher(handlers, log)
    for (const input of [undefined, null, 7, 'text', [], { ...INPUTS[name], more: 1 }, { board: '../x', id: '../x' }]) {
      expect(await dispatch(name, input), JSON.stringify(input)).toMatchObject({ ok: false, error: { code: 'bad-request' } })
    }
    expect(touched).toEqual([])
  })
})

describe('the one way in', () => {
  const logged: string[] = []
  const log: Log = {
    note: () => undefined,
    fault: (message, error) => logged.push(`${message} ${error instanceof Error ? error.message : String(error)}`),
  }
  const withHost = (host: unknown) => dispatcher({ 'app.host': host } as unknown as AllHandlers, log)

  test.each(['', 'toString', '__proto__', 'constructor', 'app.nothing', 7, null, {}])('does not know the call %j', async (name) => {
    expect(await withHost(() => ok(null))(name, {})).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  })

  test.each([
    [
      'a handler that throws',
      () => {
        throw new Error('secret detail')
      },
    ],
    ['a handler that rejects', () => Promise.reject(new Error('secret detail'))],
    ['an answer that was not agreed', () => ok({ version: 1, shell: 'secret detail' })],
    ['a failure that was not declared', () => err({ code: 'secret detail', message: 'secret detail' })],
  ])('%s is logged and answered without details', async (_, handler) => {
    logged.length = 0
    const reply = await withHost(handler)('app.host', {})
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(reply)).not.toContain('secret detail')
    expect(logged).toHaveLength(1)
  })

  test('hands out only what was agreed', async () => {
    const reply = await withHost(() => ok({ version: '1', shell: 'browser', home: '/home/someone' }))('app.host', {})
    expect(reply).toEqual({ ok: true, value: { version: '1', shell: 'browser' } })
  })

  test('every declared failure has a name of its own', () => {
    for (const name of names)
      for (const code of contract[name].errors) expect(GENERAL_ERRORS as readonly string[], `${name}: ${code}`).not.toContain(code)
  })
})

test('a data folder of a newer version is refused before anything is started', async () => {
  const folder = temporaryFolder()
  const { application, close } = await runApplication(folder)
  application.store.database.pragma('user_version = 9990')
  await close()
  expect(await startApplication(folder, 'browser', null)).toMatchObject({
    ok: false,
    error: { code: 'newer-database', message: expect.stringContaining('9990') },
  })
})

test('the log names calls that failed, one line each', async () => {
  const folder = temporaryFolder()
  const { application } = await runApplication(folder)
  application.log.fault('call x failed', new Error('first\n  second'))
  const lines = readFileSync(join(folder, 'logs', 'boardproof.log'), 'utf8')
    .trimEnd()
    .split('\n')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT.*Z fault call x failed: Error: first \| second/)
})
