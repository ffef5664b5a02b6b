import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { coverage, COVERAGE_FILE } from '#main/build/generate-coverage.ts'
import { generatedFolder, generatedSources } from '#main/build/generate-providers.ts'
import { contractPath } from '#test/support/contract-server/connect.ts'

describe('the table of calls', () => {
  it('is up to date and misses nothing', async () => {
    const { text, missing } = await coverage()
    expect(missing).toEqual([])
    expect(await readFile(COVERAGE_FILE, 'utf8')).toBe(text)
  })
})

for (const provider of ['circuithub', 'librepcb', 'batchivo', 'authentise']) {
  const contract = contractPath(provider)
  describe.skipIf(!contract)(`schemas of ${provider}${contract ? '' : ' (skipped: no contract beside the checkout)'}`, () => {
    it('are the contract’s', async () => {
      const sources = await generatedSources(contract!)
      const folder = generatedFolder(contract!)
      expect((await readdir(folder)).sort()).toEqual([...sources.keys()].sort())
      for (const [name, source] of sources) expect(await readFile(join(folder, name), 'utf8'), name).toBe(source)
    })
  })
}
