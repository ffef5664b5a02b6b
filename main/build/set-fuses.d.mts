import type { FuseV1Options } from '@electron/fuses'

export declare const FUSES: Readonly<Partial<Record<FuseV1Options, boolean>>>
