import type { Point } from '#core/base/box.ts'
import type { Hole } from '#core/builder/description.ts'
import type { DrillDialect } from '#core/builder/dialect.ts'

const MM_PER_INCH = 25.4

interface Tool {
  readonly number: number
  readonly diameter: number
  readonly plated: boolean
  readonly fn: string
  readonly holes: Hole[]
}

const toolsOf = (holes: readonly Hole[]): readonly Tool[] => {
  const tools = new Map<string, Tool>()
  for (const hole of holes) {
    const key = `${hole.plated}|${hole.diameter.toFixed(6)}|${hole.fn ?? ''}`
    const tool = tools.get(key)
    if (tool) tool.holes.push(hole)
    else tools.set(key, { number: tools.size + 1, diameter: hole.diameter, plated: hole.plated, fn: hole.fn ?? '', holes: [hole] })
  }
  // Plated first, so that type comments come once.
  return [...tools.values()].sort((a, b) => Number(b.plated) - Number(a.plated)).map((tool, i) => ({ ...tool, number: i + 1 }))
}

const coordinate = (mm: number, dialect: DrillDialect): string => {
  const value = dialect.unit === 'mm' ? mm : mm / MM_PER_INCH
  if (dialect.zeros === 'point') {
    const text = value.toFixed(dialect.decimal).replace(/0+$/, '')
    return (text.endsWith('.') ? `${text}0` : text).replace(/^-0\.0$/, '0.0')
  }
  const steps = Math.round(value * 10 ** dialect.decimal)
  const digits = String(Math.abs(steps)).padStart(dialect.integer + dialect.decimal, '0')
  const kept = dialect.zeros === 'LZ' ? digits.replace(/0+$/, '') : digits.replace(/^0+/, '')
  return (steps < 0 ? '-' : '') + (kept || '0')
}

const point = ([x, y]: Point, dialect: DrillDialect): string => `X${coordinate(x, dialect)}Y${coordinate(y, dialect)}`

const hit = (hole: Hole, dialect: DrillDialect): string[] => {
  if (!hole.to) return [point(hole.at, dialect)]
  if (dialect.slots === 'G85') return [`${point(hole.at, dialect)}G85${point(hole.to, dialect)}`]
  return [`G00${point(hole.at, dialect)}`, 'M15', `G01${point(hole.to, dialect)}`, 'M16', 'G05']
}

const toolFunction = (tool: Tool, plated: string): string =>
  `; #@! TA.AperFunction,${tool.plated ? `Plated,${plated}` : 'NonPlated,NPTH'},${tool.fn || 'ComponentDrill'}`

/** Six decimals where they are needed, three at least. */
const toolSize = (mm: number, dialect: DrillDialect): string =>
  (dialect.unit === 'mm' ? mm : mm / MM_PER_INCH).toFixed(6).replace(/0{1,3}$/, '')

const unitLine = (dialect: DrillDialect): string => {
  const unit = dialect.unit === 'mm' ? 'METRIC' : 'INCH'
  return dialect.zeros === 'point' ? unit : `${unit},${dialect.zeros}`
}

/**
 * Writes holes as an Excellon file.
 * @param fileFunction X2 value such as `Plated,1,2,PTH`; written only where the dialect has attributes
 */
export const excellonText = (holes: readonly Hole[], dialect: DrillDialect, fileFunction: readonly string[], lineEnd: string): string => {
  const tools = toolsOf(holes)
  const attributes = dialect.says === 'attributes'
  const lines = ['M48', '; Drill file written by Boardproof']
  if (dialect.zeros !== 'point') lines.push(`;FILE_FORMAT=${dialect.integer}:${dialect.decimal}`)
  if (attributes) lines.push(`; #@! TF.FileFunction,${fileFunction.join(',')}`)
  lines.push('FMAT,2', unitLine(dialect))
  let type = ''
  for (const tool of tools) {
    if (attributes) lines.push(toolFunction(tool, ['Blind', 'Buried'].find((kind) => fileFunction.includes(kind)) ?? 'PTH'))
    const wanted = tool.plated ? ';TYPE=PLATED' : ';TYPE=NON_PLATED'
    if (dialect.says === 'types' && wanted !== type) lines.push((type = wanted))
    lines.push(`T${String(tool.number).padStart(2, '0')}C${toolSize(tool.diameter, dialect)}`)
  }
  if (attributes) lines.push('; #@! TD')
  lines.push('%', 'G90', 'G05')
  for (const tool of tools) {
    lines.push(`T${String(tool.number).padStart(2, '0')}`)
    for (const hole of tool.holes) for (const line of hit(hole, dialect)) lines.push(line)
  }
  lines.push('M30', '')
  return lines.join(lineEnd)
}
