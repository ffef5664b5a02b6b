import { describe, expect, test } from 'vitest'
import type { OrderFormShape } from '#core/ipc/order-shapes.ts'
import type { ApprovedRevision } from '#core/order/approved-revision.ts'
import { checkForm, tidyForm } from '#core/order/check-form.ts'
import { fillForm } from '#core/order/form-defaults.ts'
import { orderGate, type GateFacts } from '#core/order/gate.ts'

const form = (change: Partial<OrderFormShape> = {}): OrderFormShape => ({
  quantity: 10,
  leadTime: 'standard',
  shipTo: { country: 'US', postalCode: '94107', name: '' },
  build: { layers: 2, thicknessMm: 1.6, finish: 'hasl' },
  policyId: null,
  poNumber: '',
  contact: { name: '', email: '' },
  ...change,
})

describe('an order form', () => {
  const cases: readonly { name: string; change: Partial<OrderFormShape>; fields: readonly string[] }[] = [
    { name: 'that is complete', change: {}, fields: [] },
    { name: 'for no board', change: { quantity: 0 }, fields: ['quantity'] },
    { name: 'for the most boards', change: { quantity: 100_000 }, fields: [] },
    { name: 'for one board too many', change: { quantity: 100_001 }, fields: ['quantity'] },
    { name: 'without address', change: { shipTo: { country: '', postalCode: '', name: '' } }, fields: ['shipTo.country', 'shipTo.postalCode'] },
    { name: 'to a country that is none', change: { shipTo: { country: 'UK', postalCode: 'x', name: '' } }, fields: ['shipTo.country'] },
    { name: 'to a country in words', change: { shipTo: { country: 'Germany', postalCode: '10115', name: '' } }, fields: ['shipTo.country'] },
    { name: 'with a postal code of elsewhere', change: { shipTo: { country: 'US', postalCode: 'SW1A 1AA', name: '' } }, fields: ['shipTo.postalCode'] },
    { name: 'in small letters', change: { shipTo: { country: 'gb', postalCode: ' sw1a  1aa ', name: '' } }, fields: [] },
    { name: 'to a country whose codes are not known', change: { shipTo: { country: 'KE', postalCode: '00100', name: '' } }, fields: [] },
    { name: 'with nine digits', change: { shipTo: { country: 'US', postalCode: '94107-1234', name: '' } }, fields: [] },
    { name: 'with no e-mail address', change: { contact: { name: 'A', email: 'a at b' } }, fields: ['contact.email'] },
    { name: 'with an unknown finish', change: { build: { layers: 2, thicknessMm: 1.6, finish: 'gold leaf' } }, fields: ['build.finish'] },
    { name: 'with odd measures', change: { build: { layers: 0, thicknessMm: 0.05, finish: null } }, fields: ['build.layers', 'build.thicknessMm'] },
  ] // prettier-ignore
  for (const { name, change, fields } of cases) {
    test(name, () => expect(checkForm(form(change)).map(({ field }) => field)).toEqual(fields))
  }

  test('is sent tidied', () => {
    expect(tidyForm(form({ shipTo: { country: ' gb', postalCode: ' sw1a  1aa ', name: ' Lab ' } })).shipTo).toEqual({
      country: 'GB',
      postalCode: 'SW1A 1AA',
      name: 'Lab',
    })
  })
})

describe('the first form', () => {
  test('of a first order is measured where it can be, guessed and marked where not, empty where nobody can know', () => {
    const { form: filled, origins } = fillForm({ copperLayers: 4, thicknessMm: null }, { same: null, any: null })
    expect(filled).toMatchObject({ build: { layers: 4, thicknessMm: 1.6, finish: 'hasl' }, shipTo: { country: '' }, poNumber: '' })
    expect(origins.filter(({ isGuess }) => isGuess).map(({ field }) => field)).toEqual(['build.thicknessMm', 'build.finish', 'quantity'])
    expect(origins.find(({ field }) => field === 'build.layers')).toMatchObject({ isGuess: false })
  })

  test('takes the address from any order, the build from one of the same board only, and never the purchase order', () => {
    const earlier = form({ quantity: 50, poNumber: 'PO-1', build: { layers: 2, thicknessMm: 0.8, finish: 'enig' } })
    const other = fillForm({ copperLayers: 2, thicknessMm: null }, { same: null, any: earlier })
    expect(other.form).toMatchObject({ quantity: 10, shipTo: earlier.shipTo, build: { thicknessMm: 1.6, finish: 'hasl' }, poNumber: '' })
    const same = fillForm({ copperLayers: 2, thicknessMm: null }, { same: earlier, any: form() })
    expect(same.form).toMatchObject({ quantity: 50, build: { thicknessMm: 0.8, finish: 'enig' }, poNumber: '' })
    expect(same.origins.filter(({ isGuess }) => isGuess)).toEqual([])
    expect(fillForm({ copperLayers: 2, thicknessMm: 1 }, { same: earlier, any: null }).form.build.thicknessMm).toBe(1)
  })
})

const file = (path: string, role: string, side: string | null = null, order: number | null = null) => ({ path, role, side, order, sha256: '0'.repeat(64), bytes: 1, plating: null, sureness: 1 }) // prettier-ignore
const approved = (change: Partial<ApprovedRevision> = {}): ApprovedRevision => ({
  approvalId: 'a',
  approvedAt: 0,
  approvedBy: 'Ada',
  boardId: 'b',
  boardName: 'amp',
  revisionId: 'r',
  revision: 1,
  packageName: 'amp.zip',
  packageSha256: '0'.repeat(64),
  packageBytes: () => Promise.resolve(null),
  capability: { id: 'c', name: 'C' },
  facts: { widthMm: 50, heightMm: 100, areaMm2: 5000, boundsMm: [0, 0, 50, 100], copperLayers: 2, netCount: 1, gaps: [], holes: [{ diameterMm: 0.3, lengthMm: 0, plated: true, count: 4 }] },
  files: [file('top.gbr', 'copper', 'top', 1), file('bottom.gbr', 'copper', 'bottom', 2), file('edge.gbr', 'outline'), file('holes.drl', 'drill')],
  waived: 0,
  findings: [],
  changed: [],
  ...change,
}) // prettier-ignore

const facts = (change: Partial<GateFacts> = {}): GateFacts => ({
  approved: approved(),
  isPackageThere: true,
  quotedAreaSqin: 7.75,
  price: { total: 217, currency: 'USD' },
  ceiling: { total: 217, currency: 'USD' },
  account: { name: 'Fab', canSend: true, says: '' },
  ...change,
})

describe('the gate before an order', () => {
  const base = approved()
  const cases: readonly { name: string; change: Partial<GateFacts>; closed: readonly string[]; says?: RegExp }[] = [
    { name: 'opens when all holds', change: {}, closed: [] },
    { name: 'opens without a live price', change: { price: null, quotedAreaSqin: null }, closed: [] },
    { name: 'never approved', change: { approved: null }, closed: ['approved'] },
    { name: 'approved for other files', change: { approved: approved({ changed: ['files', 'revision'] }) }, closed: ['approved'], says: /changed since: files, a newer revision/ },
    { name: 'the package is gone', change: { isPackageThere: false }, closed: ['package'] },
    { name: 'an open outline', change: { approved: approved({ facts: { ...base.facts, gaps: [{ from: [0, 0], to: [1, 0], widthMm: 1 }] } }) }, closed: ['outline'], says: /open at 1 place/ },
    { name: 'no outline', change: { approved: approved({ facts: { ...base.facts, areaMm2: null }, files: base.files.filter(({ role }) => role !== 'outline') }) }, closed: ['outline'] },
    { name: 'no drill file', change: { approved: approved({ files: base.files.filter(({ role }) => role !== 'drill') }) }, closed: ['drill'] },
    { name: 'a drill file without holes', change: { approved: approved({ facts: { ...base.facts, holes: [] } }) }, closed: ['drill'] },
    { name: 'a file without role', change: { approved: approved({ files: [...base.files, file('x.gbr', 'unknown')] }) }, closed: ['roles'], says: /x\.gbr/ },
    { name: 'a layer twice', change: { approved: approved({ files: [...base.files, file('top2.gbr', 'copper', 'top', 1)] }) }, closed: ['roles'], says: /top\.gbr and top2\.gbr/ },
    { name: 'another size', change: { quotedAreaSqin: 8 }, closed: ['size'] },
    { name: 'the size within rounding', change: { quotedAreaSqin: 7.8 }, closed: [] },
    { name: 'a cent above the limit', change: { price: { total: 217.01, currency: 'USD' } }, closed: ['price'], says: /USD 217\.01 is above the limit of USD 217\.00/ },
    { name: 'another currency', change: { price: { total: 1, currency: 'EUR' } }, closed: ['price'] },
    { name: 'no account', change: { account: null }, closed: ['account'] },
    { name: 'a signed-out account', change: { account: { name: 'Fab', canSend: false, says: 'Sign in again.' } }, closed: ['account'], says: /Sign in/ },
  ] // prettier-ignore
  for (const { name, change, closed, says } of cases) {
    test(name, () => {
      const lines = orderGate(facts(change))
      expect(lines.filter(({ ok }) => !ok).map(({ id }) => id)).toEqual(closed)
      for (const { says: words } of lines) expect(words).not.toBe('')
      if (says) expect(lines.find(({ ok }) => !ok)!.says).toMatch(says)
    })
  }
})
