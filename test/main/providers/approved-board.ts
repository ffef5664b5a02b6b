import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { smallZip, type Running } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const CAPABILITY = 'ipc_class2_conservative'
const BOM = 'Reference Designators,Value,Manufacturer Part Number,Quantity\nR1,10k,RC0603FR-0710KL,1\n'
const CPL = 'Designator,Mid X (mm),Mid Y (mm),Rotation,Layer\nR1,1,2,90,top\nR2,3,4,0,top\n'

/** A small board with lists of parts, reviewed and approved as a user would. @returns the board's id */
export const approveBoard = async ({ application, ask, ended }: Running): Promise<string> => {
  const path = join(temporaryFolder(), 'amp.zip')
  writeFileSync(path, await smallZip(undefined, { 'assembly/bom.csv': BOM, 'assembly/cpl.csv': CPL }))
  const { id: board } = application.reviews.openPaths([path])
  await ended(board)
  for (const { fingerprint, severity } of (await ask('board.review', { board, capability: CAPABILITY })).findings)
    if (severity === 'error')
      await ask('waivers.add', {
        board,
        capability: CAPABILITY,
        fingerprint,
        scope: 'check',
        reason: 'prototype',
        expiry: { kind: 'none' },
      })
  const { stateSha256, conditions } = await ask('approval.draft', { board, capability: CAPABILITY })
  await ask('approval.decide', {
    board,
    capability: CAPABILITY,
    decision: 'approved',
    reason: '',
    stateSha256,
    ticked: conditions.map(({ id }) => id),
  })
  const located = application.reviews.locate(board)
  if (!located.ok) throw new Error(located.error.message)
  return located.value.board
}
