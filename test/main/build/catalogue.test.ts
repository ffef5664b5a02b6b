import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { allChecks } from '#core/checks/index.ts'
import { catalogueFiles } from '#main/build/generate-catalogue.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

describe('the catalogue of checks', () => {
  const files = catalogueFiles()
  const text = files.get('CATALOGUE.md')!

  it('is what `npm run catalogue` writes now', () => {
    const stale = [...files].filter(([path, wanted]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== wanted)
    expect(stale.map(([path]) => path)).toEqual([])
    const left = readdirSync(join(root, 'main/catalogue')).filter((name) => !files.has(`main/catalogue/${name}`))
    expect(left).toEqual([])
  })

  it('has a section for every check, with its picture, its limits, why and what to do', () => {
    for (const { id, title, why, fix, limits } of allChecks) {
      const from = text.indexOf(`### ${title}\n`)
      expect(from, id).toBeGreaterThan(0)
      const part = text.slice(from, text.indexOf('\n### ', from + 1) + 1 || undefined)
      const wanted = [`\`${id}\``, `](main/catalogue/${id}.svg)`, why, fix, ...Object.keys(limits).map((name) => `| \`${name}\` |`)]
      expect(
        wanted.filter((piece) => !part.includes(piece)),
        id,
      ).toEqual([])
    }
  })

  it('draws something in every picture', () => {
    for (const [path, svg] of files) if (path.endsWith('.svg')) expect(svg.match(/<path class="(p-|edge|rims)/), path).not.toBeNull()
  })
})
