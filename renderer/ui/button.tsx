import type { ReactNode } from 'react'
import { Button as AriaButton, ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components'

interface ButtonProps {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly kind?: 'primary' | 'plain' | 'normal'
  readonly size?: 'small' | 'normal' | 'large'
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
}

export const Button = ({ children, onPress, kind = 'normal', size = 'normal', isDisabled, autoFocus }: ButtonProps): ReactNode => (
  <AriaButton className="button" data-kind={kind} data-size={size} onPress={onPress} isDisabled={isDisabled} autoFocus={autoFocus}>
    {children}
  </AriaButton>
)

interface IconButtonProps {
  /** Said by screen readers and shown as tooltip. */
  readonly label: string
  /** The key that does the same, shown in the tooltip. */
  readonly hint?: string
  readonly children: ReactNode
  readonly onPress: () => void
  readonly isDisabled?: boolean
  /** Given: the button is a switch. */
  readonly isPressed?: boolean
}

export const IconButton = ({ label, hint, children, onPress, isDisabled, isPressed }: IconButtonProps): ReactNode => (
  <TooltipTrigger delay={500}>
    {isPressed === undefined ? (
      <AriaButton className="icon-button" aria-label={label} onPress={onPress} isDisabled={isDisabled}>
        {children}
      </AriaButton>
    ) : (
      <ToggleButton className="icon-button" aria-label={label} isSelected={isPressed} onChange={onPress} isDisabled={isDisabled}>
        {children}
      </ToggleButton>
    )}
    <Tooltip className="tooltip" offset={4}>
      {label}
      {hint && <kbd>{hint}</kbd>}
    </Tooltip>
  </TooltipTrigger>
)
