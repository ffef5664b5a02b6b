import { describe, expect, test } from 'vitest'
import type { Command } from '#renderer/app/commands/command.ts'
import { commandFor, type KeyPlace } from '#renderer/app/commands/dispatch.ts'
import { isKey, parseKey, showKey, type KeyInput } from '#renderer/app/commands/keys.ts'
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

describe('the commands themselves', () => {
  const commands = [...reviewCommands, ...viewCommands, ...appCommands(() => {})]

  test('ids are unique', () => {
    expect(new Set(commands.map((c) => c.id)).size).toBe(commands.length)
  })

  test('no key means two things in one place', () => {
    const seen = new Map<string, string>()
    for (const command of commands) {
      for (const written of command.keys) {
        for (const scope of command.scope ?? ['anywhere', 'canvas', 'list', 'files', 'review']) {
          const place = `${scope} ${written}`
          expect(seen.get(place), `${written} in ${scope}: ${command.id}`).toBeUndefined()
          seen.set(place, command.id)
        }
      }
    }
  })

  test('single letters are bound to a place', () => {
    for (const command of commands) {
      for (const written of command.keys) {
        if (/^(Shift\+)?[A-Z`]$/.test(written)) expect(command.scope, command.id).toBeDefined()
      }
    }
  })
})
