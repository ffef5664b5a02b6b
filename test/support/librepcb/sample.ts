import { boxOutline, line, pad, path, plane, segment, uuidOf, via, type TestBoard, type TestPackage, type TestProject } from './project.ts'

const CHIP: TestPackage = {
  name: '0603',
  pads: ['1', '2'],
  footprint: [
    pad('1', [-0.8, 0], '(rotation 0.0) (shape roundrect) (size 0.9 0.95) (radius 0.25)'),
    pad('2', [0.8, 0], '(rotation 0.0) (shape roundrect) (size 0.9 0.95) (radius 0.25)'),
    `(polygon ${uuidOf('body')} (layer top_legend) (width 0.15) (fill false) (grab_area false) ${path([-0.3, 0.6], [0.3, 0.6])})`,
  ].join('\n'),
}

const HEADER: TestPackage = {
  name: 'header',
  pads: ['A', 'B'],
  footprint: [
    pad(
      'A',
      [0, -1.27],
      `(rotation 0.0) (shape roundrect) (size 1.7 1.7) (radius 0.0) (hole ${uuidOf('hole A')} (diameter 1.0) ${path([0, 0])})`,
    ),
    pad(
      'B',
      [0, 1.27],
      `(rotation 90.0) (shape roundrect) (size 2.4 1.6) (radius 1.0) (hole ${uuidOf('hole B')} (diameter 1.0) ${path([-0.3, 0], [0.3, 0])})`,
    ),
  ].join('\n'),
}

const GROUND =
  '(priority 0) (min_width 0.2) (min_copper_clearance 0.3) (min_board_clearance 0.5) (min_npth_clearance 0.4) (keep_islands false)'
const text = (name: string, at: readonly [number, number], layer = 'top_names', mirror = false): string =>
  `(stroke_text ${uuidOf(name)} (layer ${layer}) (height 1.0) (stroke_width 0.2) (letter_spacing auto) (line_spacing auto) (align center bottom) (position ${at[0]} ${at[1]}) (rotation 0.0) (auto_rotate true) (mirror ${mirror}) (lock false) (value "{{NAME}}"))`

const board = (name: string, width: number): TestBoard => ({
  name,
  devices: [
    { name: 'R1', package: '0603', at: [8, 10], rotation: 0, nets: { 1: 'SIG', 2: 'GND' }, more: text('R1', [8, 11.4]) },
    {
      name: 'R2',
      package: '0603',
      at: [16, 10],
      rotation: 90,
      flip: true,
      nets: { 1: 'SIG', 2: 'GND' },
      more: text('R2', [19, 10], 'bot_names', true),
    },
    { name: 'J1', package: 'header', at: [24, 10], rotation: 0, nets: { A: 'SIG', B: 'GND' }, more: text('J1', [24, 14]) },
  ],
  body: [
    boxOutline(width, 20),
    segment(
      'SIG',
      line('s1', 'top_cu', 0.3, [7.2, 10], [7.2, 5]),
      line('s2', 'top_cu', 0.3, [7.2, 5], [14, 5]),
      via('v1', [14, 5]),
      line('s3', 'bot_cu', 0.3, [14, 5], [16, 7]),
      line('s4', 'bot_cu', 0.3, [16, 7], [18, 9]),
      line('s7', 'bot_cu', 0.3, [18, 9], [18, 10.8]),
      line('s8', 'bot_cu', 0.3, [18, 10.8], [16, 10.8]),
      line('s5', 'top_cu', 0.3, [14, 5], [24, 5]),
      line('s6', 'top_cu', 0.3, [24, 5], [24, 8.73]),
    ),
    segment('GND', via('v2', [11, 14])),
    plane(
      'GND',
      'top_cu',
      path([0, 0], [width, 0], [width, 20], [0, 20]),
      `${GROUND} (connect_style thermal) (thermal_gap 0.25) (thermal_spoke 0.4)`,
    ),
    plane(
      'GND',
      'bot_cu',
      path([0, 0], [width, 0], [width, 20], [0, 20]),
      `${GROUND} (connect_style solid) (thermal_gap 0.25) (thermal_spoke 0.4)`,
    ),
    `(hole ${uuidOf('m1')} (diameter 3.2) (stop_mask auto) (lock false) ${path([3, 3])})`,
  ].join('\n '),
})

/** A small project with one board, or two of different widths. */
export const sampleProject = (boards: readonly string[] = ['default']): TestProject => ({
  name: 'blinker',
  nets: ['SIG', 'GND'],
  packages: [CHIP, HEADER],
  boards: boards.map((name, i) => board(name, 30 + 10 * i)),
})
