import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** @returns a new empty folder that is removed after the test */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'boardproof-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}
