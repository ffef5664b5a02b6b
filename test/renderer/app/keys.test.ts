import { describe, expect, test } from 'vitest'
import type { Command, KeyScope } from '#renderer/app/commands/command.ts'
import { commandFor, type KeyPlace } from '#renderer/app/commands/dispatch.ts'
import { isKey, parseKey, showKey, writtenKey, type KeyInput } from '#renderer/app/commands/keys.ts'
import { problemOf } from '#renderer/app/commands/rebind.ts'
import { KEY_PRESETS, keysOf, PRESETS, withKeys } from '#renderer/app/commands/presets.ts'
import { libraryCommands } from '#renderer/app/commands/library-commands.ts'
import { reportCommands } from '#renderer/app/commands/report-commands.ts'
import { createAppStore } from '#renderer/state/store.ts'
import { reviewCommands } from '#renderer/app/commands/review-commands.ts'
import { viewCommands } from '#renderer/app/commands/view-commands.ts'
import { appCommands } from '#renderer/app/commands/app-commands.ts'
import { fakeBackend } from '../support/fake-backend.ts'

const key = (name: string, part: Partial<KeyInput> = {}): KeyInput => ({
  key: name,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...part,
})

describe('keys', () => {
  test.each([
    ['Mod+K', key('k', { ctrlKey: true }), true],
    ['Mod+K', key('k', { metaKey: true }), true],
    ['Mod+K', key('k'), false],
    ['Shift+F', key('F', { shiftKey: true }), true],
    ['F', key('F', { shiftKey: true }), false],
    ['F', key('f'), true],
    ['?', key('?', { shiftKey: true }), true],
    ['?', key('?'), true],
    ['+', key('+', { shiftKey: true }), true],
    ['Mod+,', key(',', { ctrlKey: true }), true],
    ['Mod+1', key('&', { ctrlKey: true, code: 'Digit1' }), true],
    ['Alt+2', key('2', { altKey: true, code: 'Digit2' }), true],
    ['F8', key('F8'), true],
    ['Shift+F8', key('F8'), false],
  ] as const)('%s', (written, event, want) => {
    expect(isKey(event, parseKey(written))).toBe(want)
  })

  test.each([
    ['Mod+K', key('k', { ctrlKey: true })],
    ['Shift+F', key('F', { shiftKey: true })],
    ['Mod+Shift+Z', key('Z', { metaKey: true, shiftKey: true })],
    ['?', key('?', { shiftKey: true })],
    ['Mod+1', key('&', { ctrlKey: true, code: 'Digit1' })],
    ['Space', key(' ')],
    ['Shift+F8', key('F8', { shiftKey: true })],
    ['PageUp', key('PageUp')],
    [null, key('Shift', { shiftKey: true })],
  ] as const)('%s is written so, and is that key', (written, event) => {
    expect(writtenKey(event)).toBe(written)
    if (written) expect(isKey(event, parseKey(written))).toBe(true)
  })

  test('shown as people read them', () => {
    expect(showKey('Mod+Shift+O', false)).toBe('Ctrl+Shift+O')
    expect(showKey('Mod+K', true)).toBe('⌘K')
    expect(showKey('PageUp', false)).toBe('PgUp')
    expect(showKey('+', false)).toBe('+')
  })
})

describe('which command a key runs', () => {
  const store = createAppStore(fakeBackend())
  const ran: string[] = []
  const commands: readonly Command[] = [
    { id: 'letter', title: '', group: 'View', keys: ['F'], scope: ['canvas'], run: () => ran.push('letter') },
    { id: 'everywhere', title: '', group: 'View', keys: ['F8'], run: () => ran.push('everywhere') },
    { id: 'off', title: '', group: 'View', keys: ['X'], scope: ['canvas'], isOn: () => false, run: () => ran.push('off') },
    { id: 'palette', title: '', group: 'Go', keys: ['Mod+K'], run: () => ran.push('palette') },
  ]
  const at = (part: Partial<KeyPlace> = {}): KeyPlace => ({
    scopes: new Set(['anywhere', 'canvas']),
    isTyping: false,
    dialogOpen: false,
    singleKeys: true,
    ...part,
  })
  const run = (event: KeyInput, place: KeyPlace): string | undefined => commandFor(commands, event, place, store)?.id

  test('letters act on the canvas only', () => {
    expect(run(key('f'), at())).toBe('letter')
    expect(run(key('f'), at({ scopes: new Set(['anywhere']) }))).toBeUndefined()
  })

  test('letters never act while typing or when switched off', () => {
    expect(run(key('f'), at({ isTyping: true }))).toBeUndefined()
    expect(run(key('f'), at({ singleKeys: false }))).toBeUndefined()
    expect(run(key('F8'), at({ isTyping: true }))).toBe('everywhere')
  })

  test('a dialog keeps its keys, the palette may still come', () => {
    expect(run(key('F8'), at({ dialogOpen: true }))).toBeUndefined()
    expect(run(key('k', { ctrlKey: true }), at({ dialogOpen: true }))).toBe('palette')
  })

  test('a command that is off does not run', () => {
    expect(run(key('x'), at())).toBeUndefined()
  })
})

/** Of the window with a board; the comparison has a screen of its own, whose keys come first there. */
const commands = [...reviewCommands, ...reportCommands, ...libraryCommands, ...viewCommands, ...appCommands(() => {})]
const EVERYWHERE: readonly KeyScope[] = ['anywhere', 'review', 'canvas', 'list', 'files']

/** The keys as they are promised: what they do, where they are pressed, and the command that answers. */
const PROMISED: readonly (readonly [key: string, place: KeyScope, command: string])[] = [
  ['Mod+O', 'anywhere', 'open'],
  ['Mod+Shift+O', 'anywhere', 'open.folder'],
  ['Mod+K', 'anywhere', 'palette'],
  ['Mod+Shift+P', 'anywhere', 'palette'],
  ['Mod+F', 'anywhere', 'find'],
  ['Mod+,', 'anywhere', 'settings'],
  ['Mod+Z', 'anywhere', 'undo'],
  ['Mod+Shift+Z', 'anywhere', 'redo'],
  ['F6', 'anywhere', 'pane.next'],
  ['Shift+F6', 'anywhere', 'pane.previous'],
  ['Alt+1', 'anywhere', 'go.import'],
  ['Alt+4', 'anywhere', 'go.order'],
  ['+', 'canvas', 'view.zoom-in'],
  ['-', 'canvas', 'view.zoom-out'],
  ['ArrowLeft', 'canvas', 'view.left'],
  ['Shift+ArrowLeft', 'canvas', 'view.left.fine'],
  ['F', 'canvas', 'view.fit'],
  ['Home', 'canvas', 'view.fit'],
  ['Shift+F', 'canvas', 'view.fit-selection'],
  ['Z', 'canvas', 'view.zoom-box'],
  ['Backspace', 'canvas', 'view.previous'],
  ['B', 'canvas', 'view.flip'],
  ['Shift+B', 'canvas', 'view.rotate'],
  ['PageUp', 'canvas', 'layer.up'],
  ['PageDown', 'canvas', 'layer.down'],
  ['S', 'canvas', 'layer.solo'],
  ['H', 'canvas', 'layer.dim'],
  ['Mod+1', 'review', 'layer.toggle-1'],
  ['Mod+0', 'review', 'layer.toggle-10'],
  ['O', 'canvas', 'view.outlines'],
  ['Shift+N', 'canvas', 'view.clear'],
  ['T', 'canvas', 'view.realistic'],
  ['M', 'canvas', 'measure'],
  ['Mod+C', 'canvas', 'measure.copy'],
  ['Mod+Shift+C', 'anywhere', 'view.copy'],
  ['G', 'canvas', 'measure.gap'],
  ['I', 'canvas', 'inspect'],
  ['N', 'canvas', 'inspect.next'],
  ['`', 'canvas', 'inspect.net'],
  ['Mod+U', 'anywhere', 'view.units'],
  ['F8', 'anywhere', 'finding.next'],
  ['Shift+F8', 'anywhere', 'finding.previous'],
  ['J', 'list', 'finding.down'],
  ['K', 'list', 'finding.up'],
  ['Enter', 'list', 'finding.zoom'],
  ['W', 'list', 'finding.waive'],
  ['W', 'canvas', 'finding.waive'],
  ['C', 'list', 'finding.note'],
  ['C', 'canvas', 'finding.note'],
  ['C', 'files', 'file.note'],
  ['R', 'files', 'role.edit'],
  ['Mod+Enter', 'anywhere', 'main-action'],
  ['Escape', 'anywhere', 'step-back'],
  ['?', 'anywhere', 'help'],
]

/** @returns the event that a keyboard gives for a written key */
const eventOf = (written: string): KeyInput => {
  const { mod, shift, alt, key: name } = parseKey(written)
  return key(shift && name.length === 1 ? name.toUpperCase() : name, { ctrlKey: mod, shiftKey: shift, altKey: alt, code: `Digit${name}` })
}
const placeOf = (scope: KeyScope): KeyPlace => {
  const within: readonly KeyScope[] = scope === 'canvas' || scope === 'list' ? ['review'] : []
  return { scopes: new Set(['anywhere', scope, ...within]), isTyping: false, dialogOpen: false, singleKeys: true }
}
/** As if every command could run: whether it may at the moment is another question. */
const always = (list: readonly Command[]): readonly Command[] => list.map(({ isOn: _, ...command }) => command)

describe('the commands themselves', () => {
  const store = createAppStore(fakeBackend())

  test('ids are unique', () => {
    expect(new Set(commands.map((c) => c.id)).size).toBe(commands.length)
  })

  test.each(PROMISED)('%s in %s: %s', (written, scope, id) => {
    expect(commandFor(always(commands), eventOf(written), placeOf(scope), store)?.id).toBe(id)
  })

  describe.each(KEY_PRESETS)('with the keys of %s', (preset) => {
    const bound = always(withKeys(commands, { keyPreset: preset, keys: {} }))

    test('no key means two things in one place', () => {
      const seen = new Map<string, string>()
      for (const command of bound) {
        for (const written of command.keys) {
          for (const scope of command.scope ?? EVERYWHERE) {
            const place = `${scope} ${written}`
            expect(seen.get(place), `${written} in ${scope}: ${command.id}`).toBeUndefined()
            seen.set(place, command.id)
          }
        }
      }
    })

    test('every key of the sheet runs its own command wherever it acts', () => {
      for (const command of bound)
        for (const written of command.keys)
          for (const scope of command.scope ?? ['anywhere'])
            expect(commandFor(bound, eventOf(written), placeOf(scope), store)?.id, `${written} in ${scope}`).toBe(command.id)
    })

    test('single letters are bound to a place', () => {
      for (const command of bound)
        for (const written of command.keys) if (/^(Shift\+)?[A-Z`]$/.test(written)) expect(command.scope, command.id).toBeDefined()
    })

    test('every key has a command in the palette, but for steps and lists that stand beside others', () => {
      const hidden = bound.filter((c) => c.keys.length > 0 && c.isHidden).map((c) => c.id)
      const known = /^(palette|step-back|finding\.(down|up)|view\.(left|right|up|down)(\.fine)?|layer\.toggle-\d+)$/
      expect(hidden.filter((id) => !known.test(id))).toEqual([])
    })
  })

  test('a preset names only commands that there are', () => {
    const ids = new Set(commands.map((c) => c.id))
    expect(Object.values(PRESETS).flatMap((keys) => Object.keys(keys).filter((id) => !ids.has(id)))).toEqual([])
  })

  test("a key of one's own goes before the preset; none is none", () => {
    const flip = commands.find((c) => c.id === 'view.flip')!
    expect(keysOf(flip, { keyPreset: 'kicad', keys: { 'view.flip': ['X'] } })).toEqual(['X'])
    expect(keysOf(flip, { keyPreset: 'own', keys: { 'view.flip': [] } })).toEqual([])
    expect(keysOf(flip, { keyPreset: 'own', keys: {} })).toEqual(['B'])
  })

  test.each([
    ['view.flip', 'X', null],
    ['view.flip', 'M', 'This key is taken: Measure.'],
    ['view.flip', 'Mod+K', 'This key is taken: Command palette.'],
    ['role.edit', 'M', null],
    ['notes', 'Shift+B', 'This key is taken: Rotate 90°.'],
    ['settings', 'X', 'This acts everywhere, also where text is typed: it needs Ctrl, Alt or an F key.'],
    ['settings', 'F9', null],
  ] as const)('%s on %s: %s', (id, written, problem) => {
    expect(
      problemOf(
        commands,
        commands.find((c) => c.id === id)!,
        written,
      ),
    ).toBe(problem)
  })
})
