import { FINISHES, QUANTITY } from '#core/asap/order-intent.ts'
import type { OrderField, OrderFormShape } from '#core/ipc/order-shapes.ts'
import { isCountry, postalCodeProblem } from './postal-codes.ts'

export interface FieldProblem {
  readonly field: OrderField
  readonly says: string
}

const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/

/** @returns what is wrong with a filled-in form, field by field in its order; empty = it can be ordered */
export const checkForm = (form: OrderFormShape): readonly FieldProblem[] => {
  const problems: FieldProblem[] = []
  const say = (field: OrderField, says: string): void => void problems.push({ field, says })
  const { quantity, shipTo, build, contact } = form
  if (quantity < QUANTITY.least || quantity > QUANTITY.most) say('quantity', `From ${QUANTITY.least} to ${QUANTITY.most} boards.`)
  const country = shipTo.country.trim().toUpperCase()
  if (country === '') say('shipTo.country', 'The country is missing.')
  else if (!isCountry(country)) say('shipTo.country', 'Two letters, such as US, CH or DE (ISO 3166-1).')
  const postal = postalCodeProblem(country, shipTo.postalCode)
  if (postal) say('shipTo.postalCode', postal)
  if (build.layers < 1) say('build.layers', 'The number of copper layers is missing.')
  if (build.thicknessMm !== null && (build.thicknessMm < 0.1 || build.thicknessMm > 10)) say('build.thicknessMm', 'From 0.1 mm to 10 mm.')
  if (build.finish !== null && !(FINISHES as readonly string[]).includes(build.finish)) say('build.finish', 'This finish is not offered.')
  if (contact.email.trim() !== '' && !EMAIL.test(contact.email.trim())) say('contact.email', 'This is no e-mail address.')
  return problems
}

/** @returns the form as it is sent: spaces trimmed, country and postal code in capitals */
export const tidyForm = (form: OrderFormShape): OrderFormShape => ({
  ...form,
  shipTo: {
    country: form.shipTo.country.trim().toUpperCase(),
    postalCode: form.shipTo.postalCode.trim().replace(/\s+/g, ' ').toUpperCase(),
    name: form.shipTo.name.trim(),
  },
  poNumber: form.poNumber.trim(),
  contact: { name: form.contact.name.trim(), email: form.contact.email.trim() },
})
