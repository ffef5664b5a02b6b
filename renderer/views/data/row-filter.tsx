import { X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { ResourceEntry, RowChoice } from '#renderer/state/slices/resources.slice.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'

type Operator = 'is' | 'contains' | 'above' | 'below'
const RANGED = ['moment', 'integer', 'decimal', 'seconds']
const isSwitch = (name: string): boolean => /^include_/.test(name)
const isHelper = (name: string): boolean => /_ilike$/.test(name) || isSwitch(name)

/** @returns the ways in which a property can be compared */
const operatorsOf = (entry: ResourceEntry, name: string): readonly Operator[] => {
  const field = entry.fields.find((each) => each.name === name)
  return [
    'is',
    ...(entry.fields.some((each) => each.name === `${name}_ilike`) ? (['contains'] as const) : []),
    ...(field && RANGED.includes(field.kind) ? (['above', 'below'] as const) : []),
  ]
}

const withFilter = (choice: RowChoice, field: string, operator: Operator, value: string): RowChoice => {
  switch (operator) {
    case 'is':
      return { ...choice, filters: { ...choice.filters, [field]: value } }
    case 'contains':
      return { ...choice, filters: { ...choice.filters, [field]: value }, options: [...new Set([...choice.options, `${field}_ilike`])] }
    case 'above':
    case 'below': {
      const above = operator === 'above'
      const others = choice.ranges.filter((range) => range.field !== field || range.above !== above)
      return { ...choice, ranges: [...others, { field, above, value }] }
    }
  }
}

const without = <T,>(all: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([each]) => each !== name))

const Chip = ({ text, onRemove }: { text: string; onRemove: () => void }): ReactNode => (
  <span className="chip data-filter">
    <span>{text}</span>
    <IconButton label={`Remove filter ${text}`} onPress={onRemove}>
      <X size={12} />
    </IconButton>
  </span>
)

const Applied = ({ choice, onChange }: { choice: RowChoice; onChange: (choice: RowChoice) => void }): ReactNode => (
  <>
    {Object.entries(choice.filters).map(([name, value]) => {
      const contains = choice.options.includes(`${name}_ilike`)
      const options = choice.options.filter((each) => each !== `${name}_ilike`)
      return (
        <Chip
          key={name}
          text={`${name} ${contains ? 'contains' : 'is'} ${value}`}
          onRemove={() => onChange({ ...choice, filters: without(choice.filters, name), options })}
        />
      )
    })}
    {choice.ranges.map((range) => (
      <Chip
        key={`${range.field}${range.above}`}
        text={`${range.field} ${range.above ? 'above' : 'below'} ${range.value}`}
        onRemove={() => onChange({ ...choice, ranges: choice.ranges.filter((each) => each !== range) })}
      />
    ))}
  </>
)

const NewFilter = ({
  entry,
  names,
  onAdd,
}: {
  entry: ResourceEntry
  names: readonly string[]
  onAdd: (field: string, operator: Operator, value: string) => void
}): ReactNode => {
  const [chosen, setField] = useState<string | null>(null)
  const [wanted, setOperator] = useState<Operator>('is')
  const [value, setValue] = useState('')
  const field = chosen !== null && names.includes(chosen) ? chosen : (names.find((name) => name === 'status') ?? names[0])
  if (field === undefined) return null
  const operators = operatorsOf(entry, field)
  const operator = operators.includes(wanted) ? wanted : 'is'
  const words = entry.fields.find(({ name }) => name === field)?.words ?? []
  const add = (): void => {
    const given = value.trim()
    if (given === '') return
    onAdd(field, operator, given)
    setValue('')
  }
  return (
    <form
      className="queue-line"
      aria-label="Filter"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Choice label="Property" hideLabel value={field} options={names.map((id) => ({ id, name: id }))} onChange={setField} />
      <Choice
        label="Comparison"
        hideLabel
        value={operator}
        options={operators.map((id) => ({ id, name: id }))}
        onChange={(id) => setOperator(id)}
      />
      {words.length > 0 && operator === 'is' ? (
        <Choice
          label="Value"
          hideLabel
          value={words.includes(value) ? value : ''}
          options={[{ id: '', name: 'choose…' }, ...words.map((id) => ({ id, name: id }))]}
          onChange={(id) => id && onAdd(field, 'is', id)}
        />
      ) : (
        <label className="field data-value">
          <span className="sr-only">Value</span>
          <input value={value} placeholder="value" onChange={(event) => setValue(event.target.value)} />
        </label>
      )}
      <Button size="small" isDisabled={value.trim() === ''} onPress={add}>
        Filter
      </Button>
    </form>
  )
}

/** Which rows are listed: conditions that are sent to the server, and switches of the list. */
export const RowFilter = ({
  entry,
  columns,
  choice,
  onChange,
}: {
  entry: ResourceEntry
  columns: readonly string[]
  choice: RowChoice
  onChange: (choice: RowChoice) => void
}): ReactNode => {
  const listed = entry.fields.filter(({ isListed, name }) => isListed && !isHelper(name)).map(({ name }) => name)
  const switches = entry.fields.filter(({ isListed, name }) => isListed && isSwitch(name)).map(({ name }) => name)
  const names = listed.length > 0 ? listed : [...new Set([...columns, ...Object.keys(choice.filters)])]
  return (
    <div className="queue-line" role="group" aria-label="Filters">
      <NewFilter entry={entry} names={names} onAdd={(field, operator, value) => onChange(withFilter(choice, field, operator, value))} />
      <Applied choice={choice} onChange={onChange} />
      {switches.map((name) => (
        <label key={name} className="tick">
          <input
            type="checkbox"
            checked={choice.options.includes(name)}
            onChange={({ target }) =>
              onChange({ ...choice, options: target.checked ? [...choice.options, name] : choice.options.filter((each) => each !== name) })
            }
          />
          {name.replaceAll('_', ' ')}
        </label>
      ))}
    </div>
  )
}
