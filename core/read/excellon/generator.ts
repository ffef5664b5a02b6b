const NAMED: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^Layer_Color=/, 'Altium Designer'],
  [/^LEADER\s*:/, 'Cadence Allegro'],
  [/Holesize \d+\. = .* Tolerance/, 'Cadence Allegro'],
  [/^Contents\s*:\s*\w+ \/ /, 'Mentor Expedition'],
  [/HOLES START AT T\d+$/, 'Fritzing'],
]

/**
 * @returns the CAD tool that a drill comment gives away, e.g. `KiCad 8.0.3`, `EasyEDA Pro v2.1.64`, `Altium Designer`;
 * null when it says nothing about that
 */
export const generatorFrom = (comment: string): string | null => {
  const software = /TF\.GenerationSoftware,([^,*]*),?([^,*]*),?([^*]*)/.exec(comment)
  if (software) {
    const [, vendor, application, version] = software.map((part) => part.trim())
    const name = /^kicad$/i.test(vendor!) ? 'KiCad' : [...new Set([vendor, application])].filter(Boolean).join(' ')
    return [name, version].filter(Boolean).join(' ')
  }
  const kicad = /^DRILL file \{(.*?)\}/.exec(comment)
  if (kicad) return /^kicad/i.test(kicad[1]!) ? kicad[1]! : `KiCad ${kicad[1]}`
  const free =
    /\b(EasyEDA(?: Pro)?|DipTrace|EAGLE|Fusion(?: 360)?|Proteus|Pulsonix|CAM350|LibrePCB|Horizon EDA|Sprint-Layout|TARGET 3001!?|Ultiboard|PADS)\b(?:\s+v?(\d[\w.]*))?/i.exec(
      comment,
    )
  if (free) return [free[1], free[2]].filter(Boolean).join(' ')
  return NAMED.find(([pattern]) => pattern.test(comment))?.[1] ?? null
}
