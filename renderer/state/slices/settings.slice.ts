import { KEY_PRESETS, type KeyPreset } from '#renderer/app/commands/presets.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import type { Palette } from '#renderer/ui/layer-colors.ts'
import { LENGTH_UNITS, nextUnit, type LengthUnit } from '#renderer/ui/units.ts'
import type { Drawing } from '#renderer/viewer/create-painter.ts'
import type { Slice } from '../app-state.ts'

export type ThemeChoice = 'system' | 'dark' | 'light' | 'contrast-dark' | 'contrast-light'

export interface Settings {
  readonly theme: ThemeChoice
  readonly unit: LengthUnit
  readonly palette: Palette
  readonly drawing: Drawing
  /** Single letters act while the canvas or the finding list has focus. */
  readonly singleKeys: boolean
  /** Whose keys are used where they differ. */
  readonly keyPreset: KeyPreset
  /** Keys of the user's own, by command; an empty list = no key. */
  readonly keys: Readonly<Record<string, readonly string[]>>
  readonly hoverPreview: boolean
  /** The system's own, while the window is not in front. */
  readonly notifications: boolean
  readonly capability: string | null
  /** Who is named for decisions; empty = the account on this computer. */
  readonly author: string
  /** For how many days a deleted board can be restored. */
  readonly keepDeletedDays: number
  /** Sizes of the panels by group, percent. */
  readonly layouts: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  unit: 'mm',
  palette: 'standard',
  drawing: 'auto',
  singleKeys: true,
  keyPreset: 'own',
  keys: {},
  hoverPreview: true,
  notifications: false,
  capability: null,
  author: '',
  keepDeletedDays: 30,
  layouts: {},
}

const THEMES: readonly ThemeChoice[] = ['system', 'dark', 'light', 'contrast-dark', 'contrast-light']

const oneOf = <T>(allowed: readonly T[], value: unknown, otherwise: T): T => (allowed.includes(value as T) ? (value as T) : otherwise)

const isLayout = (value: unknown): value is Record<string, number> =>
  typeof value === 'object' && value !== null && Object.values(value).every((size) => typeof size === 'number')

const isKeyList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((key) => typeof key === 'string' && key !== '')

/** @returns stored settings with anything unknown or damaged replaced by its default */
export const parseSettings = (stored: Readonly<Record<string, unknown>>): Settings => ({
  theme: oneOf(THEMES, stored.theme, DEFAULT_SETTINGS.theme),
  unit: oneOf(LENGTH_UNITS, stored.unit, DEFAULT_SETTINGS.unit),
  palette: oneOf(['standard', 'safe'], stored.palette, DEFAULT_SETTINGS.palette),
  drawing: oneOf(['auto', 'webgl', 'canvas'], stored.drawing, DEFAULT_SETTINGS.drawing),
  singleKeys: stored.singleKeys !== false,
  keyPreset: oneOf(KEY_PRESETS, stored.keyPreset, DEFAULT_SETTINGS.keyPreset),
  keys: Object.fromEntries(Object.entries(stored.keys ?? {}).filter(([, keys]) => isKeyList(keys))) as Settings['keys'],
  hoverPreview: stored.hoverPreview !== false,
  notifications: stored.notifications === true,
  capability: typeof stored.capability === 'string' ? stored.capability : null,
  author: typeof stored.author === 'string' ? stored.author : '',
  keepDeletedDays:
    typeof stored.keepDeletedDays === 'number' && stored.keepDeletedDays >= 1 ? stored.keepDeletedDays : DEFAULT_SETTINGS.keepDeletedDays,
  layouts: Object.fromEntries(Object.entries(stored.layouts ?? {}).filter(([, layout]) => isLayout(layout))) as Settings['layouts'],
})

export interface SettingsSlice {
  readonly settings: Settings
  loadSettings(): Promise<void>
  change(part: Partial<Settings>): void
  cycleUnit(): void
}

export const createSettingsSlice =
  (backend: Backend): Slice<SettingsSlice> =>
  (set, get) => ({
    settings: DEFAULT_SETTINGS,
    async loadSettings() {
      const reply = await backend.loadSettings()
      if (reply.ok) set({ settings: parseSettings(reply.value) })
      else get().notify('warning', 'Your settings could not be read; the defaults are in use.', reply.error.message)
    },
    change(part) {
      const settings = { ...get().settings, ...part }
      set({ settings })
      void backend.saveSettings({ ...settings }).then((reply) => {
        if (!reply.ok) get().notify('warning', 'The setting could not be saved.', reply.error.message)
      })
    },
    cycleUnit() {
      const unit = nextUnit(get().settings.unit)
      get().change({ unit })
    },
  })
