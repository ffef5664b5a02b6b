import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gatesFor } from '#core/order/policy.ts'
import { priceBoard, type BoardFigures, type PriceRequest } from '#core/order/price-board.ts'
import { PRICE_TABLE } from '#core/order/price-table.ts'

const board: BoardFigures = {
  areaSqin: 7.75,
  widthMm: 50,
  heightMm: 100,
  copperLayers: 2,
  holes: 40,
  smallestTrackMm: 0.2,
  smallestGapMm: 0.2,
  smallestHoleMm: 0.3,
}
const request: PriceRequest = { quantity: 10, leadTime: 'standard', country: 'US', finish: null, thicknessMm: null }
const total = (change: Partial<BoardFigures>, asked: Partial<PriceRequest> = {}): number =>
  priceBoard({ ...board, ...change }, { ...request, ...asked }, PRICE_TABLE).pricing.total

describe('the price table', () => {
  it.each([
    ['10 of two layers', {}, {}, { setup_fee: 20, unit_price: 18.2, subtotal: 202, shipping: 15, expedite_fee: 0, total: 217 }],
    [
      '20 of four layers',
      { areaSqin: 2.4, copperLayers: 4 },
      { quantity: 20 },
      { setup_fee: 25, unit_price: 11.5, subtotal: 255, shipping: 14, expedite_fee: 0, total: 269 },
    ],
  ])("reproduces the contract's sample: %s", (_name, figures, asked, expected) => {
    expect(priceBoard({ ...board, ...figures }, { ...request, ...asked }, PRICE_TABLE).pricing).toMatchObject(expected)
  })

  it.each([
    ['larger', { areaSqin: 9 }],
    ['with more layers', { copperLayers: 4 }],
    ['with a finer track', { smallestTrackMm: 0.12 }],
    ['with a finer gap', { smallestGapMm: 0.09 }],
    ['with a smaller hole', { smallestHoleMm: 0.2 }],
    ['with very many holes', { holes: 5000 }],
  ])('asks more for a board %s', (_name, change) => {
    expect(total(change)).toBeGreaterThan(total({}))
  })

  it.each([
    ['gold', { finish: 'enig' }],
    ['another thickness', { thicknessMm: 0.8 }],
    ['an unusual thickness', { thicknessMm: 2.4 }],
    ['haste', { leadTime: 'expedite' as const }],
    ['a longer way', { country: 'DE' }],
    ['the longest way', { country: 'AQ' }],
  ])('asks more for %s', (_name, asked) => {
    expect(total({}, asked)).toBeGreaterThan(total({}))
  })

  it('takes a figure at the step as on its better side', () => {
    expect(total({ smallestTrackMm: 0.15 })).toBe(total({}))
    expect(total({ smallestHoleMm: 0.25 })).toBe(total({}))
  })

  it('adds up to the cent for every board and request', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 400, noNaN: true }),
        fc.integer({ min: 1, max: 32 }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.constantFrom('standard' as const, 'expedite' as const),
        fc.constantFrom('US', 'CA', 'DE', 'JP'),
        (areaSqin, copperLayers, quantity, leadTime, country) => {
          const { pricing } = priceBoard({ ...board, areaSqin, copperLayers }, { ...request, quantity, leadTime, country }, PRICE_TABLE)
          const hundredths = (amount: number): number => Math.round(amount * 100)
          for (const amount of [pricing.setup_fee, pricing.unit_price, pricing.shipping, pricing.expedite_fee]) {
            expect(Math.abs(amount * 100 - hundredths(amount))).toBeLessThan(1e-4)
          }
          expect(hundredths(pricing.subtotal)).toBe(hundredths(pricing.setup_fee) + hundredths(pricing.unit_price) * quantity)
          expect(hundredths(pricing.total)).toBe(
            hundredths(pricing.subtotal) + hundredths(pricing.shipping) + hundredths(pricing.expedite_fee),
          )
        },
      ),
      { seed: 5, numRuns: 300 },
    )
  })

  it('never asks more for a piece when more are ordered', () => {
    let last = Number.POSITIVE_INFINITY
    for (const quantity of [1, 10, 11, 25, 26, 50, 51, 100, 101, 250, 251, 500, 501, 1000, 1001, 100_000]) {
      const { unit_price } = priceBoard(board, { ...request, quantity }, PRICE_TABLE).pricing
      expect(unit_price).toBeLessThanOrEqual(last)
      last = unit_price
    }
  })
})

describe('the gates', () => {
  const asked = { policyId: null, buildType: 'bare_pcb', layers: null }

  it.each([
    ['clear', 'pass', true, []],
    ['review', 'pass', true, ['dfm_review']],
    ['blocked', 'fail', false, []],
  ] as const)('judge a %s board as %s', (verdict, dfm, approved, warnings) => {
    const gates = gatesFor(board, verdict, asked)
    expect(gates.dfm.status).toBe(dfm)
    expect(gates.approved).toBe(approved)
    expect(gates.warnings.map((w) => w.code)).toEqual(warnings)
  })

  it('let a customer have a blocked board made as drawn, and say so', () => {
    const gates = gatesFor(board, 'blocked', { ...asked, policyId: 'build_to_print' })
    expect(gates).toMatchObject({ dfm: { status: 'waived' }, approved: true, warnings: [{ code: 'dfm_waived' }] })
  })

  it.each([
    ['unknown_policy', {}, { policyId: 'pol_9' }],
    ['unsupported_build', {}, { buildType: 'assembly' }],
    ['layers_differ', {}, { layers: 4 }],
    ['no_outline', { areaSqin: 0, widthMm: 0, heightMm: 0 }, {}],
    ['no_copper', { copperLayers: 0 }, {}],
    ['too_many_layers', { copperLayers: 40 }, {}],
    ['too_large', { widthMm: 600, heightMm: 20 }, {}],
    ['track_too_narrow', { smallestTrackMm: 0.05 }, {}],
    ['gap_too_narrow', { smallestGapMm: 0.05 }, {}],
    ['hole_too_small', { smallestHoleMm: 0.1 }, {}],
  ])('name the violation %s', (code, change, ask) => {
    const gates = gatesFor({ ...board, ...change }, 'clear', { ...asked, ...ask })
    expect(gates.policy).toMatchObject({ status: 'fail', violations: [{ code }] })
    expect(gates.approved).toBe(false)
  })

  it('pass figures exactly at the limit', () => {
    const atLimit = {
      ...board,
      widthMm: 470,
      heightMm: 570,
      copperLayers: 32,
      smallestTrackMm: 0.075,
      smallestGapMm: 0.075,
      smallestHoleMm: 0.15,
    }
    expect(gatesFor(atLimit, 'clear', { ...asked, layers: 32 }).policy.status).toBe('pass')
  })
})
