import { roleText } from '#core/identify/claim.ts'
import type { Candidate } from '#core/identify/identify.ts'

/** Roles of which a board has one per side; several drill files, outlines and drawings are ordinary. */
const SINGLE = new Set(['copper', 'soldermask', 'paste', 'legend'])

/** Two files that claim the same place in the board: both stay, both are doubtful, and each names the other. */
export const settleTwins = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.map((c) => {
    const { role, side, sureness, conflicts } = c.verdict
    if (!SINGLE.has(role) || (side !== 'top' && side !== 'bottom') || c.override || indexOf(c) > 1) return c
    const twins = candidates.filter((o) => o !== c && o.verdict.role === role && o.verdict.side === side && !o.override && indexOf(o) <= 1)
    if (twins.length === 0) return c
    const names = twins.map((t) => `"${t.read.path}"`).join(', ')
    return {
      ...c,
      verdict: {
        ...c.verdict,
        sureness: Math.min(sureness, 0.55),
        conflicts: [...conflicts, `${names} also reads as ${roleText(role, side)}`],
      },
    }
  })

/** X2 numbers further masks, legends and pastes of a side: `Soldermask,Top,2`. */
const indexOf = (c: Candidate): number => {
  const values = c.read.gerber?.fileAttributes['.FileFunction'] ?? []
  const index = Number(values.slice(1).find((v) => /^\d+$/.test(v)))
  return Number.isFinite(index) && /^(?:soldermask|legend|paste)$/i.test(values[0] ?? '') ? index : 1
}
