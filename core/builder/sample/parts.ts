import type { Point } from '#core/base/box.ts'
import { chip, dual, header, jack, quad, tabbed, type Footprint } from '#core/builder/sample/footprint.ts'

/** A part of the sample board: where it stands and which net each pin is on; pins left out are not connected. */
export interface Part {
  readonly ref: string
  readonly at: Point
  /** Quarter turns, degrees. */
  readonly turn: 0 | 90 | 180 | 270
  readonly footprint: Footprint
  readonly nets: Readonly<Record<string, string>>
}

export const SIZE = { width: 66, height: 44, radius: 3 } as const

const two = (one: string, other: string): Readonly<Record<string, string>> => ({ '1': one, '2': other })
const r0603 = chip(1.6, [0.8, 0.9])
const c0805 = chip(2, [1, 1.3])
const crystal = chip(4.4, [1.8, 2])
const so8 = dual(8, 1.27, 5.2, [1.6, 0.6], [3.2, 4.9])

const part = (
  ref: string,
  x: number,
  y: number,
  footprint: Footprint,
  nets: Readonly<Record<string, string>>,
  turn: Part['turn'] = 0,
): Part => ({
  ref,
  at: [x, y],
  turn,
  footprint,
  nets,
})

const controller: Readonly<Record<string, string>> = {
  '1': '+3V3', '2': 'XI', '3': 'XO', '4': 'RST', '5': '+3V3', '6': 'AIN0', '7': 'AIN1', '8': 'GND',
  '9': 'TX', '10': 'RX', '11': 'CS', '12': 'SCK', '13': 'MISO', '14': 'MOSI', '15': 'IO1', '16': 'GND',
  '17': '+3V3', '18': 'IO2', '19': 'IO3', '20': 'IO4', '21': 'LED1', '22': 'SCL', '23': 'SDA', '24': 'GND',
  '25': 'SWDIO', '26': 'SWCLK', '27': 'INT', '28': 'WAKE', '31': 'BOOT', '32': 'GND',
} // prettier-ignore

/** A small sensor node: supply, controller, memory, sensor, headers. */
export const PARTS: readonly Part[] = [
  part('U1', 31, 22, quad(32, 0.8, 8.8, [1.5, 0.44], 7), controller),
  part('U2', 50, 14, so8, { '1': 'CS', '2': 'MISO', '3': '+3V3', '4': 'GND', '5': 'MOSI', '6': 'SCK', '7': '+3V3', '8': '+3V3' }),
  part('U3', 50, 28, so8, { '1': 'SDA', '2': 'SCL', '3': 'INT', '4': 'GND', '5': 'WAKE', '6': 'GND', '7': 'GND', '8': '+3V3' }),
  part('U4', 17, 33, tabbed(), { '1': 'GND', '2': '+3V3', '3': 'VIN', '4': '+3V3' }),
  part('J1', 5.4, 24, jack(), { '1': 'VIN', '2': 'GND', '3': 'GND' }),
  part('J2', 33, 4, header(6, 1), { '1': '+3V3', '2': 'TX', '3': 'RX', '4': 'AIN0', '5': 'AIN1', '6': 'GND' }),
  part('J3', 61.2, 20, header(2, 5), { '1': '+3V3', '2': 'IO1', '3': 'IO2', '4': 'IO3', '5': 'IO4', '6': 'SCL', '7': 'SDA', '8': 'MOSI', '9': 'SCK', '10': 'GND' }),
  part('J4', 32, 38.4, header(5, 1), { '1': '+3V3', '2': 'SWDIO', '3': 'SWCLK', '4': 'RST', '5': 'GND' }),
  part('Y1', 21.2, 22, crystal, two('XI', 'XO'), 90),
  part('C1', 17.4, 17, r0603, two('XI', 'GND')),
  part('C2', 17.4, 26.6, r0603, two('XO', 'GND')),
  part('C3', 24.4, 31, r0603, two('+3V3', 'GND'), 90),
  part('C4', 25, 14.4, r0603, two('+3V3', 'GND'), 90),
  part('C5', 38, 13.6, r0603, two('+3V3', 'GND'), 90),
  part('C6', 55.6, 8, r0603, two('+3V3', 'GND')),
  part('C7', 55.6, 33, r0603, two('+3V3', 'GND')),
  part('C8', 12.4, 39.4, c0805, two('VIN', 'GND')),
  part('C9', 23, 38.6, c0805, two('+3V3', 'GND')),
  part('R1', 29, 31.6, r0603, two('RST', '+3V3')),
  part('R2', 44.2, 22, r0603, two('SCL', '+3V3'), 90),
  part('R3', 40.4, 22, r0603, two('SDA', '+3V3'), 90),
  part('R4', 12, 10, r0603, two('LED1', 'LEDA')),
  part('R5', 35, 31.6, r0603, two('BOOT', 'GND')),
  part('D1', 12, 6, c0805, two('LEDA', 'GND')),
] // prettier-ignore

/** Mounting holes, not plated, 3.2 mm. */
export const MOUNTING: readonly Point[] = [
  [3.6, 3.6],
  [62.4, 3.6],
  [3.6, 40.4],
  [62.4, 40.4],
]

/** The slot that keeps warmth of the supply away from the sensor: lower left corner, width, height, corner radius. */
export const CUTOUT = { at: [43, 34.6], width: 9, height: 2.4, radius: 1.2 } as const
