import { useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useParts } from '#renderer/app/app-context.tsx'
import type { AskOutput } from '#renderer/bridge/ask.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { EnterSubmits } from '#renderer/ui/enter-submits.tsx'
import { formatBytes } from '#renderer/ui/format-value.ts'
import { TextInput } from '#renderer/ui/text-input.tsx'
import { PlaceFailure } from '../account/place-failure.tsx'
import { useAnswer } from '../account/use-answer.ts'
import type { BoardOrder, BoardOrderDraft } from './use-board-order.ts'

type Choices = AskOutput<'boardOrder.choices'>
type Choosable = keyof Choices
type Chosen = Partial<Record<Choosable, string>>

const NONE = ''
const MOST = 1_000_000

const Pick = ({
  label,
  from,
  value,
  mayBeNone,
  onChange,
}: {
  label: string
  from: Choices[Choosable]
  value: string
  mayBeNone?: string
  onChange: (uri: string) => void
}): ReactNode => (
  <Choice
    label={label}
    value={value}
    options={[...(mayBeNone === undefined ? [] : [{ id: NONE, name: mayBeNone }]), ...from.map(({ uri, name }) => ({ id: uri, name }))]}
    onChange={onChange}
  />
)

const Plan = ({
  account,
  board,
  choices,
  onBegun,
}: {
  account: AccountShape
  board: string
  choices: Choices
  onBegun: (order: BoardOrder) => void
}): ReactNode => {
  const { backend } = useParts()
  const [chosen, setChosen] = useState<Chosen>({})
  const [quantity, setQuantity] = useState('10')
  const [says, setSays] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { bureaus, workflows, shippings, materials } = choices
  const bureau = chosen.bureaus ?? bureaus[0]?.uri
  const workflow = chosen.workflows ?? workflows[0]?.uri
  const count = Number(quantity)
  const isCount = Number.isSafeInteger(count) && count > 0 && count <= MOST
  if (bureau === undefined || workflow === undefined)
    return (
      <p className="tone-warning">The account has no {bureau === undefined ? 'bureau' : 'workflow'}: one has to be set up there first.</p>
    )
  const pick = (which: Choosable) => (uri: string) => setChosen({ ...chosen, [which]: uri })
  const send = async (): Promise<void> => {
    if (isBusy || !isCount) return
    setBusy(true)
    const reply = await backend.ask('boardOrder.start', {
      account: account.id,
      board,
      bureau,
      workflow,
      shipping: chosen.shippings || null,
      materials: chosen.materials ? [chosen.materials] : [],
      quantity: count,
    })
    setBusy(false)
    if (reply.ok) onBegun(reply.value)
    else setSays(reply.error.message)
  }
  return (
    <form
      className="order-plan"
      aria-label="Order"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Pick label="Bureau" from={bureaus} value={bureau} onChange={pick('bureaus')} />
      <Pick label="Workflow" from={workflows} value={workflow} onChange={pick('workflows')} />
      <Pick label="Material" from={materials} value={chosen.materials ?? NONE} mayBeNone="by the workflow" onChange={pick('materials')} />
      <Pick label="Shipping" from={shippings} value={chosen.shippings ?? NONE} mayBeNone="the bureau's own" onChange={pick('shippings')} />
      <TextInput
        label="Boards"
        type="number"
        min={1}
        value={quantity}
        onChange={setQuantity}
        problem={isCount ? null : `A whole number from 1 to ${MOST.toLocaleString('en')}`}
      />
      {says && (
        <p className="tone-error" role="alert">
          {says}
        </p>
      )}
      <div className="card-actions">
        <Button kind="primary" isDisabled={!isCount} onPress={() => void send()}>
          {isBusy ? 'Beginning…' : `Make the order at ${account.name}`}
        </Button>
        <span className="muted">Nothing is produced before you confirm it, or accept the quote.</span>
      </div>
      <EnterSubmits />
    </form>
  )
}

/** What goes there, and with what the order is made. */
export const OrderPlan = ({
  account,
  board,
  draft,
  onBegun,
}: {
  account: AccountShape
  board: string
  draft: BoardOrderDraft
  onBegun: (order: BoardOrder) => void
}): ReactNode => {
  const choices = useAnswer('boardOrder.choices', { account: account.id }, account.checkedAt)
  return (
    <>
      <div>
        <p>
          <b>{draft.boardName}</b>, revision {draft.revision}, as approved
        </p>
        <ul className="order-files" aria-label="Files that are sent">
          {draft.files.map(({ name, bytes }) => (
            <li key={name}>
              {name} <span className="muted num">{formatBytes(bytes)}</span>
            </li>
          ))}
        </ul>
      </div>
      {choices.failure && <PlaceFailure account={account} failure={choices.failure} onAgain={choices.again} />}
      {!choices.failure && choices.value === null && <p className="muted">Asking what it can be made with…</p>}
      {choices.value && <Plan account={account} board={board} choices={choices.value} onBegun={onBegun} />}
    </>
  )
}
