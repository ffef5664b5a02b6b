/** Red, green, blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]

/** Colours of a finished board. */
export interface BoardColours {
  readonly laminate: Colour
  /** Bare or plated copper where the mask is open. */
  readonly finish: Colour
  readonly maskOverCopper: Colour
  readonly maskOverLaminate: Colour
  readonly legend: Colour
  readonly paste: Colour
  /** Rim of a plated hole. */
  readonly barrel: Colour
}

/** Green mask, gold finish, white legend: what most boards look like. */
export const greenBoard: BoardColours = {
  laminate: [138, 126, 86],
  finish: [214, 178, 94],
  maskOverCopper: [22, 110, 62],
  maskOverLaminate: [10, 74, 43],
  legend: [240, 240, 235],
  paste: [150, 152, 156],
  barrel: [150, 122, 60],
}

/** Dark artwork on a light ground, for one layer alone. */
export const LAYER_INK: Colour = [20, 24, 32]
export const LAYER_GROUND: Colour = [255, 255, 255]
export const MARK: Colour = [230, 20, 60]

/** @returns the colour as SVG and CSS write it */
export const hexColour = (colour: Colour): string => `#${colour.map((c) => c.toString(16).padStart(2, '0')).join('')}`
