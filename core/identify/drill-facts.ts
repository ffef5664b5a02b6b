import { drillFunction } from '#core/identify/attribute-evidence.ts'
import type { Plating } from '#core/identify/identified-file.ts'
import { layerWords } from '#core/identify/layer-words.ts'
import type { NameParts } from '#core/identify/name-evidence.ts'
import type { DrillFile } from '#core/read/excellon/drill-file.ts'

export interface DrillFacts {
  readonly plating: Plating
  readonly span: readonly [from: number, to: number] | null
  /** The span comes from the file name alone, where a revision may look the same. */
  readonly spanFromName: boolean
  readonly conflicts: readonly string[]
}

/** What the tools that are used say together; null when none says anything. */
const toolPlating = (drill: DrillFile): Plating => {
  const used = new Set(drill.commands.tool)
  const said = drill.tools.filter((_, k) => used.has(k)).map((t) => t.plated)
  const known = said.filter((p) => p !== null)
  if (known.length === 0) return null
  if (known.every((p) => p === known[0]) && known.length === said.length) return known[0] ? 'plated' : 'non-plated'
  return 'mixed'
}

const namePlating = (parts: NameParts): Plating => {
  const words = layerWords(parts.stem)
  const text = parts.stem.toLowerCase()
  const all = words.flatMap((w) => w.meanings)
  if (all.includes('non-plated') || /non?[-_ ]?plat|un[-_ ]?plat|not[-_ ]plat|npth/.test(text)) return 'non-plated'
  if (all.includes('plated') || /plated|(?:^|[^a-z])pth/.test(text)) return 'plated'
  return all.includes('via') && !all.includes('non-plated') ? 'plated' : null
}

/** `-1-6`, `_L1-L4`, `1_16` at the end of a name: layers that a drill goes through. */
const NAME_SPAN = /(?:^|[^a-z0-9])l?(\d{1,2})\s?[-_ ](?:to[-_ ])?l?(\d{1,2})(?=$|[^0-9a-z])/gi

/** EAGLE numbers the bottom side 16 however many layers the board has. */
const EAGLE_BOTTOM = 16

const spanOfName = (stem: string, copperCount: number): readonly [number, number] | null => {
  const found = [...stem.matchAll(NAME_SPAN)].at(-1)
  if (!found) return null
  const from = Number(found[1])
  const last = Number(found[2])
  const to = last === EAGLE_BOTTOM && copperCount < EAGLE_BOTTOM ? copperCount : last
  return from >= 1 && to > from && to <= copperCount ? [from, to] : null
}

/** Cadence: `for ... layers TOP and L6-GND2`. */
const spanOfComments = (comments: readonly string[], copperCount: number): readonly [number, number] | null => {
  for (const comment of comments) {
    const layers = /\blayers? (\S+) (?:and|to) (\S+)/i.exec(comment)
    const ends = layers?.slice(1, 3).map((name) => {
      const words = layerWords(name)
      const meanings = words.flatMap((w) => w.meanings)
      if (meanings.includes('top')) return 1
      if (meanings.includes('bottom')) return copperCount
      return words.find((w) => w.number !== null)?.number ?? null
    })
    const [from, to] = ends ?? []
    if (from && to && from >= 1 && to > from && to <= copperCount) return [from, to]
  }
  return null
}

/**
 * Plating and span of a drill file, by falling trust: attributes, tools and comments inside the file, drill pair lists,
 * the file name.
 * @param listed span from a drill pair list, or null
 * @param copperCount 0 when unknown; then spans outside attributes are not looked for
 */
export const drillFacts = (
  parts: NameParts,
  attributes: Readonly<Record<string, readonly string[]>>,
  drill: DrillFile | null,
  listed: readonly [number, number] | null,
  copperCount: number,
): DrillFacts => {
  const said = drillFunction(attributes['.FileFunction'] ?? [])
  const tools = drill ? toolPlating(drill) : null
  const named = namePlating(parts)
  const inFile: Plating = said === null ? tools : said.plating === 'mixed' ? (tools ?? 'mixed') : tools === 'mixed' ? 'mixed' : said.plating
  const conflicts: string[] = []
  if (inFile !== null && inFile !== 'mixed' && named !== null && named !== inFile)
    conflicts.push(`the file says ${inFile}, its name ${named}`)
  const inComments = drill && copperCount > 0 ? spanOfComments(drill.comments, copperCount) : null
  const fromName = copperCount > 0 ? spanOfName(parts.stem, copperCount) : null
  const span = said?.span ?? inComments ?? listed ?? fromName
  return {
    plating: inFile ?? named ?? 'unknown',
    span: span && span[0] === 1 && span[1] === copperCount ? null : span,
    spanFromName: span !== null && span === fromName,
    conflicts,
  }
}
