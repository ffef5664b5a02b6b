import type { Point } from '#core/base/box.ts'
import { aBoard, type BoardBuilder } from '#core/builder/board-builder.ts'
import type { BoardDescription } from '#core/builder/description.ts'

/** A chip of two rows, pin 1 at the lower left, counted counterclockwise; mm. */
const CHIP = { centre: [20, 15] as Point, pitch: 1.27, rowDistance: 5.4, pins: 16, pad: [0.6, 1.5] as const }
const HEADER = { pitch: 2.54, land: 1.7, drill: 1 }
const MASK_EXPANSION = 0.05

const NETS = ['VCC', 'SDA', 'SCL', 'TX', 'RX', 'IO1', 'IO2', 'IO3'] as const

const chipPin = (pin: number): Point => {
  const perRow = CHIP.pins / 2
  const isLower = pin <= perRow
  const step = isLower ? pin - 1 : CHIP.pins - pin
  const [x, y] = CHIP.centre
  return [x + (step - (perRow - 1) / 2) * CHIP.pitch, y + (isLower ? -1 : 1) * (CHIP.rowDistance / 2)]
}

/** The lower row carries the header's nets from left to right, the upper one leads to the parts on the right. */
const netOfPin = (pin: number): string => (pin <= 8 ? NETS[pin - 1]! : `Y${pin - 8}`)

const chip = (board: BoardBuilder): void => {
  for (let pin = 1; pin <= CHIP.pins; pin++) {
    const pad = {
      at: chipPin(pin),
      size: CHIP.pad,
      shape: 'roundrect',
      net: netOfPin(pin),
      ref: 'U1',
      pin: String(pin),
      fn: 'SMDPad,CuDef',
      paste: 0,
    } as const
    // Fault 2: pin 12 has no opening in the soldermask.
    board.pad(pin === 12 ? pad : { ...pad, opening: MASK_EXPANSION })
  }
  const [x, y] = CHIP.centre
  const corners: Point[] = [
    [x - 5.5, y - 1.6],
    [x + 5.5, y - 1.6],
    [x + 5.5, y + 1.6],
    [x - 5.5, y + 1.6],
  ]
  corners.forEach((from, i) => board.legend({ from, to: corners[(i + 1) % 4]!, width: 0.15 }))
}

const throughPin = (board: BoardBuilder, at: Point, net: string, ref: string, pin: number): void => {
  board.land({ at, diameter: HEADER.land, layer: 'all', net, ref, pin: String(pin), fn: 'ComponentPad' })
  board.hole({ at, diameter: HEADER.drill, fn: 'ComponentDrill', net })
  for (const layer of ['top-mask', 'bottom-mask']) board.opening({ at, size: HEADER.land + 2 * MASK_EXPANSION, shape: 'circle', layer })
}

const headers = (board: BoardBuilder): void => {
  NETS.forEach((net, i) => {
    const at: Point = [11.11 + i * HEADER.pitch, 4]
    throughPin(board, at, net, 'J1', i + 1)
    const pin = chipPin(i + 1)
    board.route({ points: [at, [at[0], 7], [pin[0], 10], pin], width: 0.3, net, fn: 'Conductor' })
  })
}

/** A resistor from each pin of the upper row to a via: the other plane is ground. */
const resistors = (board: BoardBuilder): void => {
  for (let pin = 9; pin <= 16; pin++) {
    const [x, y] = chipPin(pin)
    const [column, low, high]: [number, number, number] = [CHIP.centre[0] + (12.5 - pin) * 2.4, y + 3.4, y + 5.2]
    const net = netOfPin(pin)
    const part = {
      size: [1, 0.9] as const,
      shape: 'rect',
      fn: 'SMDPad,CuDef',
      ref: `R${pin - 8}`,
      opening: MASK_EXPANSION,
      paste: 0,
    } as const
    board.pad({ ...part, at: [column, low], net, pin: '1' })
    board.pad({ ...part, at: [column, high], net: 'GND', pin: '2' })
    board.route({
      points: [
        [x, y],
        [x, y + 1.2],
        [column, y + 2.4],
        [column, low],
      ],
      width: 0.25,
      net,
      fn: 'Conductor',
    })
    const via: Point = [column, high + 1.6]
    // Fault 1: the land of the via at R3 is too small for its drill.
    board.via({ at: via, diameter: pin === 11 ? 0.46 : 0.7, drill: 0.3, net: 'GND' })
    board.route({ points: [[column, high], via], width: 0.3, net: 'GND', fn: 'Conductor' })
  }
}

const mountingHoles = (board: BoardBuilder): void => {
  for (const at of [
    [3.5, 3.5],
    [36.5, 3.5],
    [3.5, 26.5],
    [36.5, 26.5],
  ] as Point[]) {
    board.hole({ at, diameter: 3.2, plated: false, fn: 'MechanicalDrill' })
    for (const layer of ['top-mask', 'bottom-mask']) board.opening({ at, size: 3.6, shape: 'circle', layer })
  }
}

/**
 * A small board to try things with: two layers, 40 by 30 mm, one chip, one header, eight resistors, a ground plane.
 * Three faults are planted: a via with a land too small for its drill, a pin without an opening in the soldermask, and a
 * track too close to its neighbour.
 */
export const smallBoard = (): BoardDescription => {
  const board = aBoard().named('sample').outline({ width: 40, height: 30, radius: 2 })
  mountingHoles(board)
  chip(board)
  headers(board)
  resistors(board)
  // Fault 3: two tracks on the right run 0.05 mm apart.
  for (const [net, pin, x, outwards] of [
    ['GUARD', '1', 33, -1.5],
    ['SENSE', '2', 33.3, 1.5],
  ] as const) {
    const at: Point = [x + outwards, 8]
    board.pad({ at, size: 1.2, shape: 'circle', net, ref: 'TP1', pin, fn: 'TestPad', opening: MASK_EXPANSION })
    board.pad({ at: [at[0], 20], size: 1.2, shape: 'circle', net, ref: 'TP2', pin, fn: 'TestPad', opening: MASK_EXPANSION })
    board.route({ points: [at, [x, 9], [x, 19], [at[0], 20]], width: 0.25, net, fn: 'Conductor' })
  }
  board.legend({ from: [14, 15], to: [26, 15], width: 0.2, layer: 'bottom-legend' })
  const inset: Point[] = [
    [1, 1],
    [39, 1],
    [39, 29],
    [1, 29],
  ]
  board.pour({ points: inset, layer: 'bottom-copper', clearance: 0.3, thermal: { gap: 0.3, spoke: 0.4 }, net: 'GND' })
  return board.description()
}
