import { expect, it } from 'vitest'
import { fillIn } from '#core/read/librepcb/plot/fill-in.ts'
import { readCircuit } from '#core/read/librepcb/read-circuit.ts'
import { parseSExpression } from '#core/read/librepcb/s-expression.ts'

const VALUES = { NAME: 'R1', VALUE: '{{RESISTANCE}}', RESISTANCE: '10k', EMPTY: '', LOOP: '{{LOOP}}' }

it.each([
  ['{{NAME}}', 'R1'],
  ['{{VALUE}}', '10k'],
  ['{{ MPN or EMPTY or NAME }}!', 'R1!'],
  ['{{MPN}}', ''],
  ['{{LOOP}}', ''],
  ['a {b} {{', 'a {b} {{'],
])('fills in %s', (text, filled) => expect(fillIn(text, VALUES)).toBe(filled))

it('knows attributes of a component and of its part, with units', () => {
  const text = `(librepcb_circuit (component c (name "C1") (value "{{CAPACITANCE}}")
    (attribute "CAPACITANCE" (type capacitance) (unit microfarad) (value "4.7"))
    (attribute "NOTE" (type string) (unit none) (value "x"))
    (device d (part "GRM21" (manufacturer "Murata") (attribute "HEIGHT" (type string) (unit none) (value "1mm"))))))`
  const parsed = parseSExpression(text)
  const component = parsed.ok ? readCircuit(parsed.value).components.get('c') : undefined
  expect(component?.attributes).toEqual({ MPN: 'GRM21', MANUFACTURER: 'Murata', HEIGHT: '1mm', CAPACITANCE: '4.7uF', NOTE: 'x' })
})
