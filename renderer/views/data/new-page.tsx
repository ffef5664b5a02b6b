import { useRef, useState, type ReactNode } from 'react'
import { formFields, leftOut, readForm, type FormProblems } from '#core/provider/resource-form.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import type { ResourceEntry } from '#renderer/state/slices/resources.slice.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EnterSubmits } from '#renderer/ui/enter-submits.tsx'
import { FieldInput } from './field-input.tsx'
import { PlacesForm } from './places-form.tsx'

type Texts = Readonly<Record<string, string>>

/** Creates one and opens it; what is wrong is said at the field that it is about. */
const useCreate = (account: string, entry: ResourceEntry, places: readonly string[]) => {
  const { backend } = useParts()
  const browse = useApp((s) => s.browse)
  const notify = useApp((s) => s.notify)
  const [problems, setProblems] = useState<FormProblems>({})
  const [says, setSays] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const create = async (input: Readonly<Record<string, unknown>>): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setSays(null)
    const reply = await backend.ask('resources.create', { account, name: entry.name, places: [...places], input: { ...input } })
    setBusy(false)
    if (!reply.ok) {
      const isUnclear = reply.error.code === 'unclear'
      return setSays(
        isUnclear ? `${reply.error.message} Look in the list whether it is there before you send it again.` : reply.error.message,
      )
    }
    if (reply.value.kind === 'refused') {
      setProblems(reply.value.fields)
      return setSays(reply.value.message)
    }
    const { uri, needsUpload } = reply.value
    notify('success', needsUpload ? 'Created. The service waits for its bytes, for some minutes.' : 'Created.')
    browse(
      uri
        ? { kind: 'link', uri }
        : { kind: 'list', name: entry.name, choice: { places, filters: {}, ranges: [], options: [], sort: null } },
    )
  }
  return { problems, setProblems, says, setSays, isBusy, create }
}

const Form = ({ account, entry, places }: { account: string; entry: ResourceEntry; places: readonly string[] }): ReactNode => {
  const [texts, setTexts] = useState<Texts>({})
  const [missing, setMissing] = useState<readonly string[]>([])
  const form = useRef<HTMLFormElement>(null)
  const { problems, setProblems, says, setSays, isBusy, create } = useCreate(account, entry, places)
  const fields = formFields(entry.fields)
  const focusFirst = (): void =>
    void requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[data-wrong] :is(input, textarea, button)')?.focus())
  const send = (isSure: boolean): void => {
    const read = readForm(fields, texts)
    if (!read.ok) {
      setProblems(read.error.problems)
      setSays('Some fields cannot be sent as they are.')
      return focusFirst()
    }
    setProblems({})
    const empty = leftOut(entry.fields, texts)
    setMissing(empty)
    if (empty.length === 0 || isSure) void create(read.value).then(focusFirst)
  }
  const own = fields.filter(({ isRequired }) => isRequired)
  const optional = fields.filter(({ isRequired }) => !isRequired)
  const inputs = (some: typeof fields): ReactNode => (
    <div className="data-fields">
      {some.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={texts[field.name] ?? ''}
          problem={problems[field.name] ?? null}
          onChange={(value) => setTexts({ ...texts, [field.name]: value })}
        />
      ))}
    </div>
  )
  const elsewhere = Object.entries(problems).filter(([name]) => !fields.some((field) => field.name === name))
  return (
    <form
      ref={form}
      className="data-form scroll"
      aria-label={`New at ${entry.path}`}
      onSubmit={(event) => {
        event.preventDefault()
        send(false)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return
        event.preventDefault()
        event.stopPropagation()
        send(missing.length > 0)
      }}
    >
      {own.length > 0 && <h4>Without a default</h4>}
      {inputs(own)}
      {optional.length > 0 && <h4>With a default</h4>}
      {inputs(optional)}
      {fields.length === 0 && <p className="muted">It takes no fields.</p>}
      <div className="data-send">
        {says && (
          <p className="tone-error" role="alert">
            {says} {elsewhere.map(([name, text]) => `${name}: ${text}`).join(' ')}
          </p>
        )}
        {missing.length > 0 && (
          <p className="tone-warning" role="status">
            The contract gives these no default, and servers often fill them themselves: {missing.join(', ')}
          </p>
        )}
        <div className="card-actions">
          <Button kind="primary" onPress={() => send(missing.length > 0)}>
            {isBusy ? 'Creating…' : missing.length > 0 ? 'Create all the same' : 'Create'} <kbd>Ctrl+Enter</kbd>
          </Button>
        </div>
      </div>
      <EnterSubmits />
    </form>
  )
}

/** A form for a new one, made from the contract's fields. */
export const NewPage = ({ account, entry }: { account: string; entry: ResourceEntry }): ReactNode => {
  const [places, setPlaces] = useState<readonly string[]>([])
  if (places.length < entry.places.length) return <PlacesForm label="Fill in" places={entry.places} onFilled={setPlaces} />
  return <Form account={account} entry={entry} places={places} />
}
