import type { OrderField, OrderFormShape } from '#core/ipc/order-shapes.ts'

export interface Origin {
  readonly field: OrderField
  /** Nothing in the package or in an earlier order says it. */
  readonly isGuess: boolean
  readonly says: string
}

export interface FilledForm {
  readonly form: OrderFormShape
  readonly origins: readonly Origin[]
}

export interface KnownOfBoard {
  readonly copperLayers: number
  /** Null when nothing in the package states it. */
  readonly thicknessMm: number | null
}

/** Earlier orders, null where there is none: of this board, and the last one of any board. */
export interface EarlierOrders {
  readonly same: OrderFormShape | null
  readonly any: OrderFormShape | null
}

const EMPTY: OrderFormShape = {
  quantity: 10,
  leadTime: 'standard',
  shipTo: { country: '', postalCode: '', name: '' },
  build: { layers: 0, thicknessMm: null, finish: null },
  policyId: null,
  poNumber: '',
  contact: { name: '', email: '' },
}

const USUAL_THICKNESS_MM = 1.6
const USUAL_FINISH = 'hasl'

/**
 * Fills the order form: from what the board measures, then the last order of this board, then the last order of any. The
 * number of a purchase order is never carried over.
 */
export const fillForm = (board: KnownOfBoard, { same, any }: EarlierOrders): FilledForm => {
  const origins: Origin[] = []
  const from = (fields: readonly OrderField[], isGuess: boolean, says: string): void => {
    for (const field of fields) origins.push({ field, isGuess, says })
  }
  const last = same ?? any
  from(['build.layers'], false, 'counted in the package')
  const thicknessMm = board.thicknessMm ?? same?.build.thicknessMm ?? USUAL_THICKNESS_MM
  if (board.thicknessMm !== null) from(['build.thicknessMm'], false, 'stated in the package')
  else if (same && same.build.thicknessMm !== null) from(['build.thicknessMm'], false, 'as this board was last ordered')
  else from(['build.thicknessMm'], true, 'guessed: most boards are 1.6 mm; the package does not say')
  const finish = same?.build.finish ?? USUAL_FINISH
  from(
    ['build.finish'],
    !same?.build.finish,
    same?.build.finish ? 'as this board was last ordered' : 'guessed: the cheapest; the package does not say',
  )
  const quantity = same?.quantity ?? EMPTY.quantity
  from(['quantity'], !same, same ? 'as this board was last ordered' : 'guessed')
  if (last) {
    from(['shipTo.country', 'shipTo.postalCode', 'shipTo.name', 'contact.name', 'contact.email', 'leadTime'], false, 'as in the last order')
  }
  return {
    form: {
      ...EMPTY,
      quantity,
      leadTime: last?.leadTime ?? EMPTY.leadTime,
      shipTo: last?.shipTo ?? EMPTY.shipTo,
      contact: last?.contact ?? EMPTY.contact,
      policyId: same?.policyId ?? null,
      build: { layers: board.copperLayers, thicknessMm, finish },
    },
    origins,
  }
}
