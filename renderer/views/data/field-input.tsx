import { useId, type ReactNode } from 'react'
import type { ResourceField } from '#core/provider/resource-source.ts'
import { Choice } from '#renderer/ui/choice.tsx'
import { TextInput } from '#renderer/ui/text-input.tsx'

const HINTS: Readonly<Record<ResourceField['kind'], string | null>> = {
  text: null,
  link: 'link of the service, https://…',
  address: 'address',
  identifier: 'UUID',
  moment: 'date, 2026-02-03 or 2026-02-03T09:00',
  integer: 'whole number',
  decimal: 'number',
  seconds: 'seconds',
  flag: null,
  series: 'one entry a line, or a JSON array',
  record: 'JSON object',
  anything: 'text or JSON',
}

const NONE = ''

const LongText = ({ field, value, problem, onChange }: FieldProps): ReactNode => {
  const id = useId()
  return (
    <div className="text-input" data-wrong={problem ? true : undefined}>
      <label htmlFor={id}>{field.name}</label>
      <textarea
        id={id}
        rows={3}
        value={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-note`} className={problem ? 'tone-error' : 'muted'}>
        {problem ?? HINTS[field.kind]}
      </p>
    </div>
  )
}

const Picked = ({ field, value, problem, onChange }: FieldProps): ReactNode => {
  const words = field.kind === 'flag' ? ['true', 'false'] : field.words
  const name = (word: string): string => (field.kind !== 'flag' ? word : word === 'true' ? 'yes' : 'no')
  return (
    <div className="text-input data-picked" data-wrong={problem ? true : undefined}>
      <Choice
        label={field.name}
        value={value}
        options={[{ id: NONE, name: '–' }, ...words.map((id) => ({ id, name: name(id) }))]}
        onChange={onChange}
      />
      {problem && <p className="tone-error">{problem}</p>}
    </div>
  )
}

interface FieldProps {
  readonly field: ResourceField
  readonly value: string
  readonly problem: string | null
  readonly onChange: (value: string) => void
}

/** A field of a form, made by what the contract says of it. */
export const FieldInput = (props: FieldProps): ReactNode => {
  const { field, value, problem, onChange } = props
  if (field.kind === 'flag' || field.words.length > 0) return <Picked {...props} />
  if (field.kind === 'series' || field.kind === 'record' || field.kind === 'anything') return <LongText {...props} />
  return <TextInput label={field.name} value={value} onChange={onChange} note={HINTS[field.kind]} problem={problem} />
}
