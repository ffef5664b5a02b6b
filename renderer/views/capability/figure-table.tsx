import { Fragment, type ReactNode } from 'react'
import { ok } from '#core/base/result.ts'
import type { Capability } from '#core/capability/capability.ts'
import {
  figureText,
  partOfFigure,
  readAsOf,
  readFigure,
  withFigure,
  withPart,
  withWeight,
  type FigurePatch,
  type WeightPatch,
} from '#core/capability/edit.ts'
import { figureDefinitions, figureParts, type FigureDefinition } from '#core/capability/figures.ts'
import { FigureRow } from './figure-row.tsx'

interface TableProps {
  readonly capability: Capability
  readonly isOwn: boolean
  readonly onChange: (changed: Capability) => void
}

const GROUPS = [...new Set(figureDefinitions.map((d) => d.group))]
/** Copper weights that a row can be given for, µm. */
const WEIGHTS = ['18um', '35um', '70um', '105um'] as const
const SIDES = ['outer', 'inner'] as const

const MOST_SOURCE = 500
const readSource = (typed: string): ReturnType<typeof readAsOf> => ok(typed.trim().slice(0, MOST_SOURCE) || null)
const isTable = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

const ParamRow = ({ capability, isOwn, onChange, definition }: TableProps & { definition: FigureDefinition }): ReactNode => {
  const { name, title, kind, unit } = definition
  const { value, source, asOf, note } = capability.params[name] ?? { value: null, source: null, asOf: null }
  const change = (patch: FigurePatch): void => onChange(withFigure(capability, name, patch))
  const isFixed = kind === 'parts' || isTable(value)
  return (
    <FigureRow
      title={title}
      unit={isFixed ? '' : unit}
      note={note}
      isOwn={isOwn}
      cells={[
        {
          label: 'value',
          text: figureText(value),
          read: isFixed ? null : (typed) => readFigure(kind, typed),
          onTake: (taken) => change({ value: taken }),
        },
        { label: 'source', text: source ?? '', read: readSource, onTake: (taken) => change({ source: taken as string | null }) },
        { label: 'date', text: asOf ?? '', read: readAsOf, onTake: (taken) => change({ asOf: taken as string | null }) },
      ]}
    />
  )
}

/** The parts of a figure that boards are judged by; source and date are those of the whole. */
const PartRows = ({ capability, onChange, name }: Pick<TableProps, 'capability' | 'onChange'> & { name: string }): ReactNode =>
  (figureParts[name] ?? []).map((part) => (
    <FigureRow
      key={part.name}
      title={part.title}
      unit="mm"
      isOwn
      cells={[
        {
          label: 'value',
          text: figureText(partOfFigure(capability, name, part.name)),
          read: (typed) => readFigure(part.kind, typed),
          onTake: (taken) => onChange(withPart(capability, name, part.name, taken)),
        },
        { label: 'source', text: '', read: null, onTake: () => {} },
        { label: 'date', text: '', read: null, onTake: () => {} },
      ]}
    />
  ))

const Head = ({ figures }: { figures: readonly string[] }): ReactNode => (
  <thead>
    <tr>
      <th scope="col">Figure</th>
      {figures.map((figure) => (
        <th scope="col" key={figure}>
          {figure}
        </th>
      ))}
      <th scope="col">Source</th>
      <th scope="col">Date</th>
    </tr>
  </thead>
)

const WeightTable = ({ capability, isOwn, onChange }: TableProps): ReactNode => {
  const rows = SIDES.flatMap((side) => {
    const table = capability.copperByWeight?.[side] ?? {}
    const weights = isOwn ? [...new Set([...WEIGHTS, ...Object.keys(table)])] : Object.keys(table)
    return weights
      .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
      .map((weight) => ({ side, weight, row: table[weight] ?? {} }))
  })
  if (rows.length === 0) return null
  return (
    <section aria-label="Copper by weight">
      <h4>Copper by weight</h4>
      <table className="figure-table">
        <Head figures={['Track', 'Spacing']} />
        <tbody>
          {rows.map(({ side, weight, row }) => {
            const change = (patch: WeightPatch): void => onChange(withWeight(capability, side, weight, patch))
            const number = (typed: string) => readFigure('number', typed)
            return (
              <FigureRow
                key={`${side}${weight}`}
                title={`${Number.parseInt(weight, 10)} µm, ${side} layers`}
                unit="mm"
                isOwn={isOwn}
                cells={[
                  { label: 'track', text: figureText(row.trace), read: number, onTake: (v) => change({ trace: v as number | null }) },
                  { label: 'spacing', text: figureText(row.space), read: number, onTake: (v) => change({ space: v as number | null }) },
                  { label: 'source', text: row.source ?? '', read: readSource, onTake: (v) => change({ source: v as string | null }) },
                  { label: 'date', text: row.asOf ?? '', read: readAsOf, onTake: (v) => change({ asOf: v as string | null }) },
                ]}
              />
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** Every figure of a capability with its source and date; of an own one each can be changed. */
export const FigureTable = (props: TableProps): ReactNode => (
  <>
    <WeightTable {...props} />
    {GROUPS.map((group) => (
      <section key={group} aria-label={group}>
        <h4>{group}</h4>
        <table className="figure-table">
          <Head figures={['Value']} />
          <tbody>
            {figureDefinitions
              .filter((definition) => definition.group === group)
              .map((definition) => (
                <Fragment key={definition.name}>
                  <ParamRow {...props} definition={definition} />
                  {props.isOwn && <PartRows capability={props.capability} onChange={props.onChange} name={definition.name} />}
                </Fragment>
              ))}
          </tbody>
        </table>
      </section>
    ))}
  </>
)
