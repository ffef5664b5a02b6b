import { composePrims } from '#core/geometry/compose/compose.ts'
import type { Image } from '#core/geometry/image.ts'
import type { Scene } from '../compose/scene.ts'
import { type Motion } from '../compose/scene.ts'

/** @returns the composed image of a scene whose numbers are micrometres */
export const imageOf = (scene: Scene, motion: Motion = {}): Image =>
  composePrims(scene.moved({ ...motion, scale: 1000 * (motion.scale ?? 1) }).input())

/** Ways to look at the same board; measured distances must not change. */
export const MOTIONS: readonly (readonly [string, Motion])[] = [
  ['as drawn', {}],
  ['shifted', { dx: 123_456_789.25, dy: -98_765_432.5 }],
  ['turned by 90 degrees', { turn: Math.PI / 2 }],
  ['turned by 27 degrees', { turn: 0.47123, dx: 5e6 }],
  ['mirrored', { mirror: true }],
]
