import type { Pricing } from '#core/asap/quote.ts'
import type { PriceTable } from './price-table.ts'

/** What a price needs to know about a board: measured, never declared. Areas in², lengths mm, counts per board. */
export interface BoardFigures {
  readonly areaSqin: number
  readonly widthMm: number
  readonly heightMm: number
  readonly copperLayers: number
  readonly holes: number
  /** Narrowest track; null when the board has none. */
  readonly smallestTrackMm: number | null
  /** Narrowest gap between different conductors; null when there is none. */
  readonly smallestGapMm: number | null
  readonly smallestHoleMm: number | null
}

export interface PriceRequest {
  readonly quantity: number
  readonly leadTime: 'standard' | 'expedite'
  /** ISO 3166-1 alpha-2, capitals. */
  readonly country: string
  /** Null: the table's own. */
  readonly finish: string | null
  readonly thicknessMm: number | null
}

export interface Price {
  readonly pricing: Pricing
  readonly days: number
  /** How the price comes about, in order; amounts in the currency. */
  readonly lines: readonly { readonly label: string; readonly amount: number }[]
}

/** Amounts are counted in hundredths, so that sums are exact. Halves go up. */
const cents = (amount: number): number => Math.round(amount * 100 + 1e-6)
const money = (hundredths: number): number => hundredths / 100

const stepFor = (steps: PriceTable['feature'], value: number | null): number =>
  value === null ? 1 : (steps.find(({ atLeast }) => value + 1e-6 >= atLeast)?.factor ?? 1)

const smaller = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.min(a, b))

const thicknessFactor = ({ thickness }: PriceTable, mm: number): number => {
  const isIn = (list: readonly number[]): boolean => list.some((t) => Math.abs(t - mm) < 1e-6)
  return isIn(thickness.standard) ? 1 : isIn(thickness.common) ? thickness.commonFactor : thickness.otherFactor
}

/** Works out a price: the same board, request and table give the same price to the cent. */
export const priceBoard = (board: BoardFigures, request: PriceRequest, table: PriceTable): Price => {
  const { quantity } = request
  const { piece, setup, shipping } = table
  const layers = Math.max(1, board.copperLayers)
  const thickness = request.thicknessMm ?? table.thickness.standard[0]!
  const bare = piece.fixed + piece.perLayer * layers + piece.perLayerSqin * layers * board.areaSqin
  const finish = (table.finish[request.finish ?? table.defaultFinish] ?? 0) * board.areaSqin
  const furtherHoles = Math.max(0, board.holes - Math.floor(table.holes.includedPerSqin * board.areaSqin))
  const holes = furtherHoles * table.holes.perFurtherHole
  const difficulty =
    stepFor(table.feature, smaller(board.smallestTrackMm, board.smallestGapMm)) *
    stepFor(table.hole, board.smallestHoleMm) *
    thicknessFactor(table, thickness)
  const unit = cents((bare + finish + holes) * difficulty * stepFor(table.quantity, quantity))
  const setupFee = cents(setup.fixed + setup.perLayer * layers)
  const subtotal = setupFee + unit * quantity
  const zone = shipping.zones.find(({ countries }) => countries.includes(request.country)) ?? shipping.elsewhere
  const shippedSqin = board.areaSqin * quantity * (thickness / shipping.referenceThicknessMm)
  const freight = cents(zone.base + zone.perStep * Math.max(1, Math.ceil(shippedSqin / shipping.stepSqin - 1e-9)))
  const lead = table.leadTimes[request.leadTime]!
  const expedite = lead.feeShare > 0 ? Math.max(cents(lead.leastFee), Math.round(subtotal * lead.feeShare)) : 0
  return {
    pricing: {
      currency: table.currency,
      setup_fee: money(setupFee),
      unit_price: money(unit),
      quantity,
      subtotal: money(subtotal),
      shipping: money(freight),
      expedite_fee: money(expedite),
      total: money(subtotal + freight + expedite),
    },
    days: lead.days,
    lines: [
      { label: `setup, ${layers} copper layers`, amount: money(setupFee) },
      { label: `board, ${board.areaSqin} in²`, amount: round4(bare) },
      { label: `finish ${request.finish ?? table.defaultFinish}`, amount: round4(finish) },
      { label: `${furtherHoles} holes beyond the included`, amount: round4(holes) },
      { label: 'factor for features, holes and thickness', amount: round4(difficulty) },
      { label: `factor for ${quantity} boards`, amount: stepFor(table.quantity, quantity) },
      { label: `shipping to ${zone.name}`, amount: money(freight) },
    ],
  }
}

const round4 = (value: number): number => Math.round(value * 1e4) / 1e4
