import type { MetricUnit } from '#core/checks/check.ts'

/** @returns the value with its unit, lengths to 0.1 µm where that matters: `0.083 mm`, `12.5 %`, `3` */
export const formatValue = (value: number, unit: MetricUnit): string => {
  switch (unit) {
    case 'mm':
      return `${trim(value, 4)} mm`
    case 'mm2':
      return `${trim(value, 4)} mm²`
    case 'ratio':
      return trim(value, 3)
    case 'percent':
      return `${trim(value, 1)} %`
    case 'count':
      return String(value)
    case 'bool':
      return value ? 'yes' : 'no'
  }
}

const trim = (value: number, digits: number): string => String(Number(value.toFixed(digits)))
