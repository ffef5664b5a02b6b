import type { MetricUnit } from '#core/checks/check.ts'
import { formatLength, type LengthUnit } from './units.ts'

const trimmed = (value: number, digits: number): string => String(Number(value.toFixed(digits))).replace('-', '−')

const AREA_PER_MM2: Record<LengthUnit, readonly [factor: number, sign: string]> = {
  mm: [1, 'mm²'],
  mil: [1 / 645.16, 'in²'],
  inch: [1 / 645.16, 'in²'],
}

/** @returns a measured figure with its unit as shown to people; lengths and areas in the unit chosen */
export const formatValue = (value: number, metric: MetricUnit, unit: LengthUnit): string => {
  switch (metric) {
    case 'mm':
      return formatLength(value, unit)
    case 'mm2':
      return `${trimmed(value * AREA_PER_MM2[unit][0], 4)} ${AREA_PER_MM2[unit][1]}`
    case 'percent':
      return `${trimmed(value, 1)} %`
    case 'ratio':
      return `${trimmed(value, 2)} : 1`
    case 'count':
      return trimmed(value, 0)
    case 'bool':
      return value === 0 ? 'no' : 'yes'
  }
}

/** @returns a count with its noun: `1 file`, `12 files` */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

const BYTES = ['B', 'kB', 'MB', 'GB']

/** @returns a file size with two or three digits: `340 kB` */
export const formatBytes = (bytes: number): string => {
  let value = bytes
  let step = 0
  while (value >= 1000 && step < BYTES.length - 1) {
    value /= 1000
    step++
  }
  return `${value >= 100 || step === 0 ? Math.round(value) : value.toFixed(1)} ${BYTES[step]}`
}

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** @returns how long ago a moment was: `2 hours ago`, `just now` */
export const formatAgo = (at: number, now: number): string => {
  const seconds = Math.round((at - now) / 1000)
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size)
  return step ? words.format(Math.trunc(seconds / step[1]), step[0]) : 'just now'
}
