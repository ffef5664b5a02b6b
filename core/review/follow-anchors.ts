import { matchFindings, type Anchor, type MatchContext } from './match-findings.ts'

/** Something that was pinned to a finding of some revision. */
export interface Pinned {
  readonly revision: number
  readonly anchor: Anchor
}

/**
 * Finds the findings that things were pinned to among those of the revision that is looked at.
 * @param context how an older revision's places lead to this one's
 * @returns the finding of each, where there still is one
 */
export const followAnchors = <P extends Pinned, F extends Anchor>(
  pinned: readonly P[],
  findings: readonly F[],
  revision: number,
  context: (revision: number) => MatchContext,
): ReadonlyMap<P, F> => {
  const found = new Map<P, F>()
  const byName = new Map(findings.map((f) => [`${f.checkId} ${f.fingerprint}`, f]))
  const byRevision = new Map<number, P[]>()
  for (const pin of pinned) byRevision.set(pin.revision, [...(byRevision.get(pin.revision) ?? []), pin])
  for (const [number, pins] of byRevision) {
    if (number === revision) {
      for (const pin of pins) {
        const finding = byName.get(`${pin.anchor.checkId} ${pin.anchor.fingerprint}`)
        if (finding) found.set(pin, finding)
      }
      continue
    }
    // Several things may be pinned to one finding: it is looked for once.
    const anchors = new Map(pins.map((pin) => [`${pin.anchor.checkId} ${pin.anchor.fingerprint}`, pin.anchor]))
    const { pairs } = matchFindings([...anchors.values()], findings, context(number))
    const now = new Map(pairs.map(({ from, to }) => [`${from.checkId} ${from.fingerprint}`, to]))
    for (const pin of pins) {
      const finding = now.get(`${pin.anchor.checkId} ${pin.anchor.fingerprint}`)
      if (finding) found.set(pin, finding)
    }
  }
  return found
}
