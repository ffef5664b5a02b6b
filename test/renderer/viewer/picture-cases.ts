import { circle, rectangle, type Shape, type Vertex } from './plot.ts'

/** Artwork within -5..5 mm whose picture is known from a point test. */
export const pictureCases: Readonly<Record<string, readonly Shape[]>> = {
  'round flash': [{ capsule: [0, 0, 0, 0, 2] }],
  'draw at an odd angle': [{ capsule: [-3, -2, 3, 1.3, 0.6] }],
  'thin draws': [{ capsule: [-4, -4, 4, 3, 0.05] }, { capsule: [-4, 3, 4, -4, 0.08] }],
  'region with a hole': [{ rings: [rectangle(-4, -3, 4, 3), circle(0.5, 0, 1.5, -1)] }],
  'rings of one turn overlap': [{ rings: [rectangle(-4, -3, 1, 2), rectangle(-1, -1, 4, 3)] }],
  'self-crossing region': [
    {
      rings: [
        [
          [-4, -3],
          [4, 3],
          [4, -3],
          [-4, 3],
        ] as readonly Vertex[],
      ],
    },
  ],
  'pentagram, nonzero fills its middle': [
    { rings: [[0, 2, 4, 1, 3].map((k): Vertex => [4 * Math.sin((k * 2 * Math.PI) / 5), 4 * Math.cos((k * 2 * Math.PI) / 5)])] },
  ],
  'cut-in keeps its hole': [
    {
      rings: [
        [
          [-4, -4],
          [4, -4],
          [4, 4],
          [0, 4],
          [0, 1],
          [-1, 1],
          [-1, -1],
          [1, -1],
          [1, 1],
          [0, 1],
          [0, 4],
          [-4, 4],
        ] as readonly Vertex[],
      ],
    },
  ],
  'arcs both ways': [
    {
      rings: [
        [
          [-3, 0, 1],
          [3, 0, -0.4],
          [0, 3, 0.3],
        ] as readonly Vertex[],
      ],
    },
  ],
  'clear draw over dark': [{ rings: [rectangle(-4, -4, 4, 4)] }, { capsule: [-4.5, 0, 4.5, 1, 0.7], clear: true }],
  'clear region over dark': [{ rings: [rectangle(-4, -4, 4, 4)] }, { rings: [circle(0, 0, 2.5)], clear: true }],
  'dark again over clear': [
    { rings: [rectangle(-4, -4, 4, 4)] },
    { rings: [rectangle(-3, -3, 3, 3)], clear: true },
    { capsule: [-2, -2, 2, 2, 0.8] },
    { capsule: [0, 0, 0, 0, 0.5], clear: true },
  ],
  'clear before dark erases nothing': [{ capsule: [0, 0, 0, 0, 3], clear: true }, { capsule: [1, 1, 1, 1, 2] }],
  'touching flashes leave no seam': [{ rings: [rectangle(-4, -2, 0, 2)] }, { rings: [rectangle(0, -2, 4, 2)] }],
  'horizontal and vertical slivers': [{ rings: [rectangle(-4, 1, 4, 1.4)] }, { rings: [rectangle(-2, -4, -1.7, 4)] }],
}

/** From "everything small" to "one edge fills the screen"; the middle of the view in mm. */
export const zooms: readonly { readonly pxPerMm: number; readonly at: readonly [number, number] }[] = [
  { pxPerMm: 4, at: [0, 0] },
  { pxPerMm: 23, at: [0.3, -0.2] },
  { pxPerMm: 90, at: [1, 0.5] },
  { pxPerMm: 700, at: [-0.02, 0.01] },
  { pxPerMm: 9000, at: [0.0005, 1.0003] },
]
