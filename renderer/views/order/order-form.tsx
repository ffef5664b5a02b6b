import type { ReactNode } from 'react'
import { FINISHES } from '#core/asap/order-intent.ts'
import type { OrderField, OrderFormShape } from '#core/ipc/order-shapes.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { TextInput } from '#renderer/ui/text-input.tsx'

const LEAD_TIMES = [
  { id: 'standard', name: 'Standard' },
  { id: 'expedite', name: 'Expedite' },
] as const
const FINISH_NAMES: Readonly<Record<(typeof FINISHES)[number], string>> = {
  hasl: 'HASL',
  lead_free_hasl: 'HASL, lead-free',
  enig: 'ENIG',
  immersion_silver: 'Immersion silver',
  immersion_tin: 'Immersion tin',
  osp: 'OSP',
  hard_gold: 'Hard gold',
}
const FINISH_OPTIONS = [{ id: '', name: 'as the fab prefers' }, ...FINISHES.map((id) => ({ id: id as string, name: FINISH_NAMES[id] }))]

const whole = (text: string): number => Math.max(0, Math.floor(Number(text) || 0))

/** What is ordered: filled from the board and the last order, guesses said to be guesses. */
export const OrderForm = ({ form }: { form: OrderFormShape }): ReactNode => {
  const change = useApp((s) => s.changeOrder)
  const origins = useApp((s) => s.orderDraft?.origins)
  const problems = useApp((s) => s.orderCheck?.problems)
  const problemOf = (field: OrderField): string | null => problems?.find((p) => p.field === field)?.says ?? null
  const noteOf = (field: OrderField): string | null => {
    const origin = origins?.find((o) => o.field === field)
    if (!origin) return null
    return origin.isGuess && !origin.says.startsWith('guess') ? `a guess: ${origin.says}` : origin.says
  }
  const at = (field: OrderField): { note: string | null; problem: string | null } => ({ note: noteOf(field), problem: problemOf(field) })
  return (
    <div className="order-form">
      <fieldset>
        <legend>Order</legend>
        <TextInput
          label="Quantity"
          type="number"
          min={1}
          value={form.quantity ? String(form.quantity) : ''}
          onChange={(text) => change({ quantity: whole(text) })}
          isRequired
          {...at('quantity')}
        />
        <Choice label="Lead time" value={form.leadTime} options={LEAD_TIMES} onChange={(leadTime) => change({ leadTime })} />
        <TextInput label="PO number" value={form.poNumber} onChange={(poNumber) => change({ poNumber })} {...at('poNumber')} />
      </fieldset>
      <fieldset>
        <legend>Build</legend>
        <TextInput
          label="Copper layers"
          type="number"
          min={1}
          value={form.build.layers ? String(form.build.layers) : ''}
          onChange={(text) => change({ build: { ...form.build, layers: whole(text) } })}
          {...at('build.layers')}
        />
        <TextInput
          label="Thickness, mm"
          value={form.build.thicknessMm === null ? '' : String(form.build.thicknessMm)}
          onChange={(text) => change({ build: { ...form.build, thicknessMm: text.trim() === '' ? null : Number(text) || 0 } })}
          {...at('build.thicknessMm')}
        />
        <Choice
          label="Finish"
          value={form.build.finish ?? ''}
          options={FINISH_OPTIONS}
          onChange={(finish) => change({ build: { ...form.build, finish: finish || null } })}
        />
      </fieldset>
      <fieldset>
        <legend>Ship to</legend>
        <TextInput
          label="Name"
          value={form.shipTo.name}
          onChange={(name) => change({ shipTo: { ...form.shipTo, name } })}
          autoComplete="shipping name"
          {...at('shipTo.name')}
        />
        <TextInput
          label="Country"
          value={form.shipTo.country}
          onChange={(country) => change({ shipTo: { ...form.shipTo, country } })}
          autoComplete="shipping country"
          isRequired
          {...at('shipTo.country')}
        />
        <TextInput
          label="Postal code"
          value={form.shipTo.postalCode}
          onChange={(postalCode) => change({ shipTo: { ...form.shipTo, postalCode } })}
          autoComplete="shipping postal-code"
          isRequired
          {...at('shipTo.postalCode')}
        />
      </fieldset>
      <fieldset>
        <legend>Contact</legend>
        <TextInput
          label="Contact name"
          value={form.contact.name}
          onChange={(name) => change({ contact: { ...form.contact, name } })}
          autoComplete="name"
          {...at('contact.name')}
        />
        <TextInput
          label="E-mail"
          type="email"
          value={form.contact.email}
          onChange={(email) => change({ contact: { ...form.contact, email } })}
          autoComplete="email"
          {...at('contact.email')}
        />
      </fieldset>
    </div>
  )
}
