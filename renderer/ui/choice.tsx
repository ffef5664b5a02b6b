import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'

interface ChoiceProps<T extends string> {
  readonly label: string
  /** The label is only for screen readers. */
  readonly hideLabel?: boolean
  readonly value: T
  readonly options: readonly { readonly id: T; readonly name: string; readonly note?: string }[]
  readonly onChange: (value: T) => void
  readonly isDisabled?: boolean
}

/** A choice of one from a list. */
export const Choice = <T extends string>({ label, hideLabel, value, options, onChange, isDisabled }: ChoiceProps<T>): ReactNode => (
  <Select
    className="choice"
    selectedKey={value}
    onSelectionChange={(key) => onChange(key as T)}
    isDisabled={isDisabled}
    aria-label={hideLabel ? label : undefined}
  >
    {!hideLabel && <Label className="choice-label">{label}</Label>}
    <Button className="button choice-button" data-size="small">
      <SelectValue className="choice-value">{({ selectedText }) => selectedText}</SelectValue>
      <ChevronDown size={14} aria-hidden />
    </Button>
    <Popover className="popover" offset={4}>
      <ListBox items={options} aria-label={label}>
        {(option) => (
          <ListBoxItem className="option" id={option.id} textValue={option.name}>
            <span className="option-name">{option.name}</span>
            {option.note && <span className="muted">{option.note}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </Select>
)
