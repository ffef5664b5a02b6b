import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { themeFor } from '#renderer/app/use-theme.ts'
import { layerColor, NON_PLATED, PLATED } from '#renderer/ui/layer-colors.ts'

const css = readFileSync(new URL('../../../renderer/app/styles/tokens.css', import.meta.url), 'utf8')

const tokensOf = (theme: string): Record<string, string> => {
  const block = css.slice(css.indexOf(`[data-theme='${theme}']`)).split('}')[0]!
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map((m) => [m[1]!, m[2]!]))
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (hi + 0.05) / (lo + 0.05)
}

describe.each(['dark', 'light', 'contrast-dark', 'contrast-light'])('%s theme', (theme) => {
  const tokens = tokensOf(theme)
  const least = theme.startsWith('contrast') ? 7 : 4.5

  test.each(['text', 'muted', 'error', 'warning', 'note', 'clean', 'waived', 'unmeasured', 'accent'])(
    '%s is readable on every ground',
    (name) => {
      for (const ground of ['base', 'panel', 'raised'])
        expect(contrast(tokens[name]!, tokens[ground]!), ground).toBeGreaterThanOrEqual(least)
    },
  )

  test('text on the accent is readable', () => {
    expect(contrast(tokens['on-accent']!, tokens.accent!)).toBeGreaterThanOrEqual(4.5)
  })

  test('what only one of two revisions has stands out, by lightness as well as hue', () => {
    const [before, after, both] = ['only-before', 'only-after', 'in-both'].map((name) => tokens[name]!) as [string, string, string]
    for (const color of [before, after, both, tokens.compared!]) expect(contrast(color, tokens.canvas!), color).toBeGreaterThanOrEqual(3)
    expect(contrast(before, after)).toBeGreaterThanOrEqual(2)
    for (const color of [before, after]) expect(contrast(color, both), color).toBeGreaterThanOrEqual(1.6)
  })

  test('borders of controls and the focus ring stand out', () => {
    expect(contrast(tokens.border!, tokens.panel!)).toBeGreaterThanOrEqual(3)
    expect(contrast(tokens['border-raised']!, tokens.raised!)).toBeGreaterThanOrEqual(3)
    for (const ground of ['base', 'panel', 'raised', 'canvas'])
      expect(contrast(tokens.focus!, tokens[ground]!), ground).toBeGreaterThanOrEqual(3)
  })
})

describe('layer colours', () => {
  const rows = [
    { role: 'copper', side: 'top', order: 1 },
    { role: 'copper', side: 'bottom', order: 4 },
    ...[2, 3, 4, 5].map((order) => ({ role: 'copper', side: 'inner', order }) as const),
    { role: 'soldermask', side: 'top', order: null },
    { role: 'soldermask', side: 'bottom', order: null },
    { role: 'legend', side: 'top', order: null },
    { role: 'legend', side: 'bottom', order: null },
    { role: 'paste', side: 'top', order: null },
    { role: 'paste', side: 'bottom', order: null },
    { role: 'outline', side: null, order: null },
    { role: 'unknown', side: null, order: null },
  ] as const

  test.each(['standard', 'safe'] as const)('%s palette: every layer reaches 3:1 on its canvas', (palette) => {
    for (const row of rows) {
      expect(
        contrast(layerColor(row, 'dark', palette).color, '#001023'),
        `${row.role} ${row.side} ${row.order} dark`,
      ).toBeGreaterThanOrEqual(3)
      expect(
        contrast(layerColor(row, 'light', palette).color, '#ffffff'),
        `${row.role} ${row.side} ${row.order} light`,
      ).toBeGreaterThanOrEqual(4.5)
    }
    for (const [dark, light] of [PLATED, NON_PLATED]) {
      expect(contrast(dark, '#001023')).toBeGreaterThanOrEqual(3)
      expect(contrast(light, '#ffffff')).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('exact colours of the copper', () => {
    expect(layerColor(rows[0], 'dark', 'standard').color).toBe('#C83434')
    expect(layerColor(rows[1], 'dark', 'standard').color).toBe('#4D7FC4')
    expect(layerColor(rows[6], 'dark', 'standard').opacity).toBe(0.4)
  })
})

describe('theme choice', () => {
  test.each([
    ['system', false, false, 'dark'],
    ['system', true, false, 'light'],
    ['system', false, true, 'contrast-dark'],
    ['system', true, true, 'contrast-light'],
    ['light', false, true, 'light'],
  ] as const)('%s, light %s, contrast %s: %s', (choice, light, more, want) => {
    expect(themeFor(choice, light, more)).toBe(want)
  })
})
