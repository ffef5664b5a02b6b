import type { Claim } from '#core/identify/claim.ts'
import { claim, roleText } from '#core/identify/claim.ts'
import { functionClaim } from '#core/identify/attribute-evidence.ts'
import { layerWords } from '#core/identify/layer-words.ts'
import type { FileRead } from '#core/identify/read-package-file.ts'
import { roleOfWords } from '#core/identify/role-of-words.ts'

/** What files beside the artwork say: claims by path of the file meant, drill spans, and layer names top to bottom. */
export interface SideFacts {
  readonly claims: ReadonlyMap<string, readonly Claim[]>
  readonly spans: ReadonlyMap<string, readonly [from: number, to: number]>
  /** Copper layer names from top to bottom, lower case, as a CAD report lists them; null when none does. */
  readonly stack: readonly string[] | null
  readonly copperCount: number | null
}

const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase()
const extension = (path: string): string => /\.([^.]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''

/** Reads job files, Altium's layer and drill pair lists, drill reports and plain lists that name files of the package. */
export const sideFacts = (reads: readonly FileRead[]): SideFacts => {
  const claims = new Map<string, Claim[]>()
  const spans = new Map<string, readonly [number, number]>()
  const add = (path: string, found: Claim | null): void => {
    if (found) claims.set(path, [...(claims.get(path) ?? []), found])
  }
  const artwork = reads.filter((r) => r.gerber !== null || r.drill !== null)
  let stack: readonly string[] | null = null
  let copperCount: number | null = null
  for (const { job, text, path } of reads) {
    if (job) {
      copperCount = Math.max(copperCount ?? 0, job.layerCount ?? 0) || null
      for (const { path: listed, fileFunction, polarity } of job.files) {
        for (const file of artwork.filter((a) => base(a.path) === base(listed)))
          add(file.path, functionClaim(fileFunction, polarity === 'negative', 'job', 0.95))
      }
    }
    if (text === null) continue
    if (/Gerber File Extension Report/i.test(text)) extensionReport(text, artwork, add)
    else if (/Layer Pairs Export File/i.test(text)) layerPairs(text, artwork, add, spans)
    else if (/^Drill report for/im.test(text)) stack ??= reportedStack(text)
    else if (text.length < 65_536) listedFiles(text, base(path), artwork, add)
  }
  return { claims, spans, stack, copperCount }
}

type Add = (path: string, found: Claim | null) => void

const said = (words: string, weight: number, says: string): Claim | null => {
  const found = roleOfWords(layerWords(words))
  if (!found) return null
  const { role, side, rank, rankFrom, strength } = found
  return claim('job', Math.min(weight, strength), role, side, `${says} "${words}": ${roleText(role, side)}`, { rank, rankFrom })
}

/** Altium .EXTREP: `.GP1   L3`. */
const extensionReport = (text: string, artwork: readonly FileRead[], add: Add): void => {
  for (const [, ending = '', description = ''] of text.matchAll(/^\.(\w{1,6})[ \t]+(\S[^\r\n]*)$/gm)) {
    for (const file of artwork) {
      if (extension(file.path) === ending.toLowerCase()) add(file.path, said(description.trim(), 0.85, 'the layer list calls it'))
    }
  }
}

/** Altium .LDP: `DrillFile=a.txt|DrillLayers=gtl,g1,gp1,gbl`: the copper order, and what each drill file goes through. */
const layerPairs = (text: string, artwork: readonly FileRead[], add: Add, spans: Map<string, readonly [number, number]>): void => {
  const lists = [...text.matchAll(/DrillFile=([^|\r\n]*)\|DrillLayers=([^|\r\n]*)/gi)].map(([, file = '', layers = '']) => ({
    file: base(file.trim()),
    layers: layers.split(',').map((l) => l.trim().toLowerCase()),
  }))
  const full = lists.map((l) => l.layers).sort((a, b) => b.length - a.length)[0]
  if (!full || full.length < 2) return
  full.forEach((ending, k) => {
    const side = k === 0 ? 'top' : k === full.length - 1 ? 'bottom' : 'inner'
    const order = { rank: k + 1, rankFrom: 'absolute' as const, ...(side === 'bottom' ? { bottomOrder: k + 1 } : {}) }
    for (const file of artwork) {
      if (file.gerber && extension(file.path) === ending)
        add(file.path, claim('job', 0.9, 'copper', side, `the drill pair list counts it as copper layer ${k + 1} of ${full.length}`, order))
    }
  })
  for (const { file, layers } of lists) {
    const [from, to] = [full.indexOf(layers[0]!), full.indexOf(layers.at(-1)!)]
    for (const each of artwork) if (base(each.path) === file && from >= 0 && to > from) spans.set(each.path, [from + 1, to + 1])
  }
}

/** KiCad drill reports list the stackup, or (older) every pair of neighbouring layers from one side to the other. */
const reportedStack = (text: string): readonly string[] | null => {
  const listed = [...text.matchAll(/^\s*L\d+\s*:\s*(\S+)/gm)].map((m) => m[1]!.toLowerCase())
  if (listed.length > 1) return listed
  const pairs = [...text.matchAll(/holes from layer (\S+) to layer (\S+)\s*:/g)].map(
    (m) => [m[1]!.toLowerCase(), m[2]!.toLowerCase()] as const,
  )
  if (pairs.length < 2 || pairs.some((p, i) => i > 0 && pairs[i - 1]![1] !== p[0])) return null
  const chain = [pairs[0]![0], ...pairs.map((p) => p[1])]
  const first = roleOfWords(layerWords(chain[0]!))?.side
  return first === 'bottom' ? chain.reverse() : chain
}

/** Any list in which a line names one file of the package and says what it is ("top copper, board.gtl"). */
const listedFiles = (text: string, own: string, artwork: readonly FileRead[], add: Add): void => {
  const names = artwork.map((a) => ({ path: a.path, name: base(a.path) })).filter((a) => a.name.length > 4)
  for (const line of text.split(/\r\n|\r|\n/, 2000)) {
    if (line.length > 300) continue
    const lower = line.toLowerCase()
    const hits = names.filter((n) => lower.includes(n.name))
    const [only] = hits
    if (!only || hits.length !== 1) continue
    const at = lower.indexOf(only.name)
    const rest = `${line.slice(0, at)} ${line.slice(at + only.name.length)}`.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
    if (rest.length > 2 && rest.length < 80) add(only.path, said(rest, 0.7, `${own} calls it`))
  }
}
