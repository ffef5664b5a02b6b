/**
 * Problems of Gerber files that the format forbids and that readers render differently, though every byte was read. All
 * other problems of level error mean that something could not be read.
 * @source Gerber Layer Format Specification 2024.05, 2.11, 4.3, 4.10
 */
export const INVALID_CONSTRUCTS: ReadonlySet<string> = new Set([
  'undefined-aperture',
  'no-aperture',
  'open-contour',
  'aperture-redefined',
  'aperture-size',
  'flash-in-region',
  'region-in-region',
  'region-not-open',
  'region-not-closed',
  'arc-radii-differ',
  'arc-without-centre',
  'block-not-open',
  'block-not-closed',
  'unknown-macro',
  'macro-primitive',
  'bad-polygon',
  'command-in-region',
  'macro-redefined',
  'hole-not-inside',
  'repeat-not-closed',
  'late-image-command',
  'missing-format',
  'missing-unit',
  'quadrant-not-set',
  'unit-changed',
  'no-operation',
])
