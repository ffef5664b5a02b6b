import { useId, type ReactNode } from 'react'

interface TextInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'email' | 'number' | 'password' | 'url'
  readonly note?: string | null
  readonly problem?: string | null
  readonly isRequired?: boolean
  readonly min?: number
  readonly autoComplete?: string
}

/** A field with its label, a remark, and what is wrong with it. */
export const TextInput = ({
  label,
  value,
  onChange,
  type = 'text',
  note,
  problem,
  isRequired,
  min,
  autoComplete,
}: TextInputProps): ReactNode => {
  const id = useId()
  return (
    <div className="text-input" data-wrong={problem ? true : undefined}>
      <label htmlFor={id}>
        {label}
        {isRequired && <span aria-hidden> *</span>}
      </label>
      <input
        id={id}
        type={type}
        value={value}
        min={min}
        required={isRequired}
        autoComplete={autoComplete ?? 'off'}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem || note ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {(problem || note) && (
        <p id={`${id}-note`} className={problem ? 'tone-error' : 'muted'}>
          {problem ?? note}
        </p>
      )}
    </div>
  )
}
