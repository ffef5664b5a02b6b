import type { PushedBoard } from '#core/provider/provider.ts'
import { sha256Hex } from '#core/builder/sha256.ts'

const packageBytes = new Uint8Array(200_000).map((_, k) => (k * 31) % 251)

/** An approved board with a list of parts and a placement file. */
export const aPushedBoard = (changes: Partial<PushedBoard> = {}): PushedBoard => ({
  idempotencyKey: '5a0c2f4e-6f0d-4a0b-9d5e-000000000001',
  clientReference: 'bp-7f3a91',
  name: 'motor-driver',
  revision: 'C',
  packageName: 'motor-driver-c.zip',
  packageBytes,
  packageSha256: sha256Hex(packageBytes),
  bom: [{ path: 'assembly/bom.csv', bytes: Buffer.from('Reference Designators,Manufacturer Part Number\nR1,RC0603FR-0710KL\n') }],
  placement: [{ path: 'assembly/cpl.csv', bytes: Buffer.from('Designator,Mid X,Mid Y,Rotation,Layer\nR1,1,2,90,top\n') }],
  options: {},
  ...changes,
})
