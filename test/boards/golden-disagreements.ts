import type { Crop } from '#test/support/golden-image.ts'

/** Rulers and captions in the rim of a picture, by case. */
export const CROPS: Readonly<Record<string, Crop>> = {
  'pygerber/expressions__AM__cross-0.grb': { top: 6 },
  'pygerber/macro__rotations__center_line__angle0.grb': { top: 6 },
  'pygerber/macro__rotations__center_line__angle225.grb': { top: 6 },
  'pygerber/macro__rotations__center_line__angle360.grb': { top: 6 },
  'pygerber/macro__rotations__center_line__angle90.grb': { top: 6 },
  'pygerber/ucamco__2.11.2__source.grb': { left: 4, top: 2 },
  'pygerber/ucamco__4.10.4.1__source.grb': { bottom: 5 },
}

/**
 * Why a picture that another program made differs from ours, by case. `most` bounds the share of inked pixels in which
 * the two differ: where the picture is merely coarse the bound is tight, where it shows something else it is null.
 */
export const DISAGREEMENTS: Readonly<Record<string, { readonly most: number | null; readonly why: string }>> = {
  'delta-gerber/apertures_02_circle_with_hole.gbr': {
    most: 0.08,
    why: 'the drawing is cut off at its page: the page is rounded down to whole points, so the frames differ by 2 %',
  },
  'delta-gerber/blocks_01_block_aperture_basic.gbr': {
    most: null,
    why: 'gerbv ignores AB (Gerber 2024.05, 4.11) and draws the block once where it is defined',
  },
  'delta-gerber/combined_all_features_comprehensive.gbr': {
    most: null,
    why: 'SR distances are plain numbers in the unit (4.13): the copies lie 4 to 10 km apart. gerbv ignores AB and leaves the copies out',
  },
  'delta-gerber/transforms_03_mirroring.gbr': { most: null, why: 'gerbv ignores LM (4.9.3)' },
  'gerbv/example_ekf2_drill0.exc': {
    most: 3,
    why: 'holes below a pixel drop out of the 640 x 480 picture; at 600 dpi gerbv agrees in all but 1 pixel of 234,916',
  },
  'gerbv/example_ekf2_drill30.exc': {
    most: null,
    why: 'gerbv keeps the last defined size (T27, 3.2 mm) for hits after the first T0: T0 is "no tool" to it, though the header gives T0 a size',
  },
  'gerbv/example_ekf2_l1.grb': {
    most: 0.06,
    why: 'pads below two pixels lose their rim in the picture; at 600 dpi gerbv agrees within 0.03 %',
  },
  'gerbv/example_ekf2_l4.grb': { most: 0.12, why: 'vias below two pixels drop out of the picture; at 600 dpi gerbv agrees within 0.002 %' },
  'gerbv/example_ekf2_sieb1.grb': { most: 0.1, why: 'paste apertures below a pixel drop out of the picture' },
  'gerbv/example_nollezappare_EtchLayer2Bottom.gdo': {
    most: 0.02,
    why: 'hairlines between abutting strips of the fill, a rounding of the picture; at 600 dpi gerbv agrees within 0.02 %',
  },
  'gerbv/example_thermal_dsp.GP1': {
    most: 0.05,
    why: 'thermal rings of one pixel drop out of the picture; at 600 dpi gerbv agrees in all but 4 of 626,762 pixels',
  },
  'gerbv/test-aperture-obround-1.gbx': {
    most: null,
    why: 'gerbv strokes with the obround turned along the path; the pen keeps its attitude (RS-274X; 2024.05, 4.8.2 allows circles only)',
  },
  'gerbv/test-aperture-rectangle-1.gbx': {
    most: null,
    why: 'gerbv strokes arcs with the rectangle turned along the path; the pen keeps its attitude (RS-274X; 2024.05 forbids it)',
  },
  'gerbv/test-layer-knockout-1.gbx': {
    most: null,
    why: 'gerbv obeys KO, which no revision of the current specification has; ours reports the command as an error',
  },
  'gerbv/test-layer-scale-factor-1.gbx': { most: 0.3, why: 'gerbv scales pens too; SF scales coordinates only (2024.05, 8.1.9)' },
  'pygerber/expressions__AM__cross-0.grb': {
    most: null,
    why: 'the picture has its flashes elsewhere: it belongs to another state of the file',
  },
  'pygerber/macro__rotations__center_line__angle0.grb': { most: 0.03, why: 'the picture has a bar of 0.75, the file one of 0.70' },
  'pygerber/ucamco__4.10.4.7__source.grb': {
    most: null,
    why: 'the picture illustrates the specification; the file has misprinted coordinates, no unit and an arc of two radii',
  },
  'pygerber/ucamco__4.9.6__source.grb': { most: 0.25, why: 'the picture was made with LS0.8, the file says LS0.5' },
  'tracespace/arc-strokes__single-quadrant-IV-to-I.gbr': {
    most: 0.06,
    why: 'the picture was written by hand for I = 0.4 (radius 0.4717); the file says I5000 in format 3.4, 0.5 (radius 0.559)',
  },
}
