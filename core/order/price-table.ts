import { z } from 'zod'

/** Steps of a measured figure: the first one whose `atLeast` is not above it counts. Sorted from large to small. */
const steps = z.array(z.object({ atLeast: z.number(), factor: z.number() })).readonly()

const zone = z.object({ name: z.string(), countries: z.array(z.string()), base: z.number(), perStep: z.number() })

/** Everything that a price depends on beside the board. Amounts are in the currency's unit, areas in square inches, lengths mm. */
export const priceTableSchema = z.object({
  version: z.string(),
  currency: z.string().length(3),
  /** Once per order: a fixed part and one for each copper layer. */
  setup: z.object({ fixed: z.number(), perLayer: z.number() }),
  /** Per board: a fixed part, one per copper layer, and one per copper layer and square inch. */
  piece: z.object({ fixed: z.number(), perLayer: z.number(), perLayerSqin: z.number() }),
  /** Per board and square inch. */
  finish: z.record(z.string(), z.number()),
  defaultFinish: z.string(),
  thickness: z.object({ standard: z.array(z.number()), common: z.array(z.number()), commonFactor: z.number(), otherFactor: z.number() }),
  /** By the narrower of smallest track and smallest gap. */
  feature: steps,
  /** By the smallest hole. */
  hole: steps,
  /** Holes beyond the included ones, per board. */
  holes: z.object({ includedPerSqin: z.number(), perFurtherHole: z.number() }),
  /** By the number of boards. */
  quantity: steps,
  shipping: z.object({
    stepSqin: z.number(),
    referenceThicknessMm: z.number(),
    zones: z.array(zone),
    elsewhere: zone.omit({ countries: true }),
  }),
  leadTimes: z.record(z.string(), z.object({ days: z.int(), feeShare: z.number(), leastFee: z.number() })),
})

export type PriceTable = z.infer<typeof priceTableSchema>

const EUROPE = ['AT', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'] // prettier-ignore

/**
 * The price table in force. A change of any figure gets a new version: quotes name the version that they were made with.
 * It reproduces the contract's samples: two layers of 50 mm × 100 mm, 10 to the United States = 217.00, and four layers of
 * 2.4 in², 20 to the United States = 269.00.
 */
export const PRICE_TABLE: PriceTable = priceTableSchema.parse({
  version: '2026.1',
  currency: 'USD',
  setup: { fixed: 15, perLayer: 2.5 },
  piece: { fixed: 2.5, perLayer: 0.1, perLayerSqin: 1 },
  finish: { hasl: 0, lead_free_hasl: 0.05, osp: 0.1, immersion_tin: 0.25, immersion_silver: 0.3, enig: 0.35, hard_gold: 0.9 },
  defaultFinish: 'hasl',
  thickness: { standard: [1.6], common: [0.8, 1, 1.2, 2], commonFactor: 1.05, otherFactor: 1.2 },
  feature: [
    { atLeast: 0.15, factor: 1 },
    { atLeast: 0.125, factor: 1.1 },
    { atLeast: 0.1, factor: 1.25 },
    { atLeast: 0, factor: 1.6 },
  ],
  hole: [
    { atLeast: 0.25, factor: 1 },
    { atLeast: 0.2, factor: 1.1 },
    { atLeast: 0, factor: 1.3 },
  ],
  holes: { includedPerSqin: 100, perFurtherHole: 0.002 },
  quantity: [
    { atLeast: 1001, factor: 0.46 },
    { atLeast: 501, factor: 0.52 },
    { atLeast: 251, factor: 0.6 },
    { atLeast: 101, factor: 0.68 },
    { atLeast: 51, factor: 0.76 },
    { atLeast: 26, factor: 0.85 },
    { atLeast: 11, factor: 0.92 },
    { atLeast: 0, factor: 1 },
  ],
  shipping: {
    stepSqin: 50,
    referenceThicknessMm: 1.6,
    zones: [
      { name: 'United States', countries: ['US'], base: 13, perStep: 1 },
      { name: 'Canada and Mexico', countries: ['CA', 'MX'], base: 19, perStep: 1.5 },
      { name: 'Europe', countries: EUROPE, base: 24, perStep: 2 },
    ],
    elsewhere: { name: 'elsewhere', base: 32, perStep: 3 },
  },
  leadTimes: { standard: { days: 10, feeShare: 0, leastFee: 0 }, expedite: { days: 5, feeShare: 0.4, leastFee: 30 } },
})
