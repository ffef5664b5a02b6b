import type { Command } from './command.ts'

export const KEY_PRESETS = ['own', 'kicad', 'gerbv'] as const
export type KeyPreset = (typeof KEY_PRESETS)[number]

/**
 * Keys that differ from ours, by command, for hands that know another viewer.
 * @source KiCad 9 default hotkeys (PCB editor and GerbView); gerbv 2.10 menus
 */
export const PRESETS: Readonly<Record<KeyPreset, Readonly<Record<string, readonly string[]>>>> = {
  own: {},
  kicad: {
    'view.zoom-in': ['F1', '+', '='],
    'view.zoom-out': ['F2', '-'],
    'view.fit': ['Home'],
    'view.draws': ['L'],
    'view.flashes': ['F'],
    'view.regions': ['P'],
    'view.clear': ['N'],
    'inspect.next': ['Shift+N'],
    measure: ['Mod+Shift+M', 'M'],
  },
  gerbv: {
    'view.zoom-in': ['Z', '+', '='],
    'view.zoom-out': ['Shift+Z', '-'],
    'view.zoom-box': ['F3'],
    measure: ['F4', 'M'],
  },
}

/** @returns the keys of a command under a preset; the first is the one shown */
export const keysOf = (command: Command, preset: KeyPreset): readonly string[] => PRESETS[preset][command.id] ?? command.keys

/** @returns the commands with the keys of a preset */
export const withPreset = (commands: readonly Command[], preset: KeyPreset): readonly Command[] =>
  preset === 'own' ? commands : commands.map((command) => ({ ...command, keys: keysOf(command, preset) }))
