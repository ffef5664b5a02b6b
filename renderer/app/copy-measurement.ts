import { toMm } from '#core/base/units.ts'
import type { AppStore } from '#renderer/state/store.ts'
import { formatLength } from '#renderer/ui/units.ts'

/** Puts the measured length, in the unit shown, on the clipboard. */
export const copyMeasurement = async (store: AppStore): Promise<void> => {
  const { measurement, settings, notify } = store.getState()
  if (!measurement) return
  const { from, to } = measurement
  const text = formatLength(toMm(Math.hypot(to[0] - from[0], to[1] - from[1])), settings.unit)
  try {
    await navigator.clipboard.writeText(text)
    notify('success', `Copied ${text}`)
  } catch (error) {
    notify('error', 'The clipboard is not available.', String(error))
  }
}
