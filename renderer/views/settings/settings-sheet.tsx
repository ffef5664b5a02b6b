import type { ReactNode } from 'react'
import { Switch } from 'react-aria-components'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import type { Settings, ThemeChoice } from '#renderer/state/slices/settings.slice.ts'
import { Choice } from '#renderer/ui/choice.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import type { LengthUnit } from '#renderer/ui/units.ts'

const THEMES: readonly { id: ThemeChoice; name: string }[] = [
  { id: 'system', name: 'As the system' },
  { id: 'dark', name: 'Dark' },
  { id: 'light', name: 'Light' },
  { id: 'contrast-dark', name: 'High contrast, dark' },
  { id: 'contrast-light', name: 'High contrast, light' },
]
const UNITS: readonly { id: LengthUnit; name: string }[] = [
  { id: 'mm', name: 'Millimetres' },
  { id: 'mil', name: 'Mil (thousandths of an inch)' },
  { id: 'inch', name: 'Inches' },
]
const PALETTES: readonly { id: Settings['palette']; name: string }[] = [
  { id: 'standard', name: 'KiCad’s colours' },
  { id: 'safe', name: 'Orange and blue (colour vision)' },
]
const KEYS: readonly { id: Settings['keyPreset']; name: string }[] = [
  { id: 'own', name: 'Boardproof' },
  { id: 'kicad', name: 'As in KiCad' },
  { id: 'gerbv', name: 'As in gerbv' },
]
const DRAWINGS: readonly { id: Settings['drawing']; name: string }[] = [
  { id: 'auto', name: 'Automatic' },
  { id: 'webgl', name: 'WebGL' },
  { id: 'canvas', name: 'Software (Canvas 2D)' },
]

const Row = ({ title, note, children }: { title: string; note: string; children: ReactNode }): ReactNode => (
  <div className="setting">
    <div>
      <h3>{title}</h3>
      <p className="muted">{note}</p>
    </div>
    {children}
  </div>
)

const Toggle = ({ label, value, onChange }: { label: string; value: boolean; onChange: (value: boolean) => void }): ReactNode => (
  <Switch className="switch" aria-label={label} isSelected={value} onChange={onChange}>
    <span className="switch-track" aria-hidden />
  </Switch>
)

/** What can be set. Each change is stored at once. */
export const SettingsSheet = (): ReactNode => {
  const settings = useApp((s) => s.settings)
  const change = useApp((s) => s.change)
  const openDialog = useApp((s) => s.openDialog)
  const notify = useApp((s) => s.notify)
  const { announcer } = useParts()
  const setNotifications = async (wanted: boolean): Promise<void> => {
    const isAllowed = wanted && (await announcer.ask())
    change({ notifications: isAllowed })
    if (wanted && !isAllowed)
      notify('warning', 'The system does not let Boardproof show notifications. Allow them for this window in the system or the browser.')
  }
  return (
    <Sheet title="Settings" onClose={() => openDialog(null)}>
      <Row title="Your name" note="Stands on waivers, notes and approvals. Empty: the name of your account on this computer.">
        <span className="field">
          <input
            aria-label="Your name"
            maxLength={200}
            value={settings.author}
            autoComplete="off"
            onChange={(event) => change({ author: event.target.value })}
          />
        </span>
      </Row>
      <Row title="Theme" note="Follows the system unless you choose one.">
        <Choice hideLabel label="Theme" value={settings.theme} options={THEMES} onChange={(theme) => change({ theme })} />
      </Row>
      <Row title="Unit" note="For every length shown. Nothing is converted in your files.">
        <Choice hideLabel label="Unit" value={settings.unit} options={UNITS} onChange={(unit) => change({ unit })} />
      </Row>
      <Row title="Copper colours" note="The second set does not rely on telling red from green.">
        <Choice hideLabel label="Copper colours" value={settings.palette} options={PALETTES} onChange={(palette) => change({ palette })} />
      </Row>
      <Row title="Drawing" note="Both ways give the same picture. Takes effect at the next start.">
        <Choice hideLabel label="Drawing" value={settings.drawing} options={DRAWINGS} onChange={(drawing) => change({ drawing })} />
      </Row>
      <Row title="Keys" note="Where the keys differ, those of the viewer that your hands know.">
        <Choice hideLabel label="Keys" value={settings.keyPreset} options={KEYS} onChange={(keyPreset) => change({ keyPreset })} />
      </Row>
      <Row title="Single-letter keys" note="Only while the board or the list of findings has the focus.">
        <Toggle label="Single-letter keys" value={settings.singleKeys} onChange={(singleKeys) => change({ singleKeys })} />
      </Row>
      <Row
        title="System notifications"
        note="While the window is not in front: an order moved on, something needs you, a push ended, a long review is through."
      >
        <Toggle label="System notifications" value={settings.notifications} onChange={(wanted) => void setNotifications(wanted)} />
      </Row>
      <Row title="Preview under the pointer" note="Outlines and names what the pointer is over.">
        <Toggle label="Preview under the pointer" value={settings.hoverPreview} onChange={(hoverPreview) => change({ hoverPreview })} />
      </Row>
    </Sheet>
  )
}
