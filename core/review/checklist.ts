/** Something that a reviewer has to look at: no check can say it. */
export interface ChecklistTemplate {
  readonly key: string
  readonly text: string
  /** Must be ticked before the board can be approved. */
  readonly isRequired: boolean
}

/** @returns what every board is looked at for, in order; inner layers only where there are some */
export const standardChecklist = ({ copperLayers }: { readonly copperLayers: number }): readonly ChecklistTemplate[] => [
  { key: 'copper', text: 'I looked at the top and bottom copper', isRequired: true },
  ...(copperLayers > 2 ? [{ key: 'inner-layers', text: 'I looked at every inner layer, in stack order', isRequired: true }] : []),
  { key: 'outline', text: 'The outline and its cut-outs are what is to be milled', isRequired: true },
  { key: 'holes', text: 'Plated and non-plated holes are the right ones', isRequired: true },
  { key: 'silkscreen', text: 'Silkscreen reads right, and no part number or secret is on it by mistake', isRequired: false },
  { key: 'stack', text: 'Thickness, copper weight and finish are agreed with the fab', isRequired: false },
]
