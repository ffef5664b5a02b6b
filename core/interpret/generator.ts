/** Header patterns by which CAD tools give themselves away, tried in order on comments and names. */
const PATTERNS: readonly (readonly [pattern: RegExp, name: (match: RegExpExecArray) => string])[] = [
  [/\(PCBNEW ([^)]+)\)|created by KiCad \(PCBNEW ?([^)]*)\)/i, (m) => `KiCad ${m[1] ?? m[2]}`.trim()],
  [/KiCad Pcbnew,?\s*([\w.~+-]+)?/i, (m) => `KiCad ${m[1] ?? ''}`.trim()],
  [/EasyEDA Pro v?([\d.\w]+)/i, (m) => `EasyEDA Pro ${m[1]}`],
  [/EasyEDA v?([\d.]+)/i, (m) => `EasyEDA ${m[1]}`],
  [/DipTrace ([\d.]+)/i, (m) => `DipTrace ${m[1]}`],
  [/Fritzing[ _]?([\d.]+\w*)?/i, (m) => `Fritzing ${m[1] ?? ''}`.trim()],
  [/(?:gEDA )?pcb (20\d{6})/i, (m) => `gEDA pcb ${m[1]}`],
  [/CreatorVersion[^0-9]*([\d.]+)|Altium Designer ?\(?([\d.]+)?/i, (m) => `Altium Designer ${m[1] ?? m[2] ?? ''}`.trim()],
  [/Protel/i, () => 'Protel'],
  [/Cadence|Allegro ([\w.-]+)|File Origin:\s*Cadence Allegro ([\w.-]+)/i, (m) => `Cadence Allegro ${m[1] ?? m[2] ?? ''}`.trim()],
  [/OrCAD/i, () => 'OrCAD'],
  [/PADS[\w ]* V?([\d.]+)/i, (m) => `PADS ${m[1]}`],
  [/PowerPCB|PADS/i, () => 'PADS'],
  [/EAGLE[\w ]*(?:Version )?([\d.]+)?/i, (m) => `EAGLE ${m[1] ?? ''}`.trim()],
  [/Mentor Graphics|Expedition|GerbTool/i, () => 'Mentor Graphics'],
  [/upverter/i, () => 'Upverter'],
  [/LibrePCB ([\d.]+)?/i, (m) => `LibrePCB ${m[1] ?? ''}`.trim()],
  [/Horizon EDA ([\d.]+)?/i, (m) => `Horizon EDA ${m[1] ?? ''}`.trim()],
  [/Zuken|CADSTAR|CR-5000/i, () => 'Zuken'],
  [/Pulsonix ([\d.]+)?/i, (m) => `Pulsonix ${m[1] ?? ''}`.trim()],
  [/Target ?3001|TARGET/i, () => 'TARGET 3001!'],
  [/Ucam|Ucamco/i, () => 'Ucamco'],
  [/CircuitMaker/i, () => 'CircuitMaker'],
  [/flatcam/i, () => 'FlatCAM'],
]

/**
 * Names the CAD tool behind a file.
 * @param attributes file attributes: `.GenerationSoftware` decides when it is there
 * @param texts comments and names as written
 * @returns vendor and version as far as known, or null
 */
export const generatorOf = (attributes: Readonly<Record<string, readonly string[]>>, texts: readonly string[]): string | null => {
  const stated = attributes['.GenerationSoftware']
  if (stated?.length) {
    const [vendor, application, version] = stated
    const name = vendor && application?.toLowerCase().startsWith(vendor.toLowerCase()) ? application : [vendor, application].filter(Boolean).join(' ')
    const kicad = /kicad/i.test(name) ? 'KiCad' : name
    return [kicad, version].filter(Boolean).join(' ')
  }
  for (const [pattern, name] of PATTERNS) {
    for (const text of texts) {
      const match = pattern.exec(text)
      if (match) return name(match)
    }
  }
  return null
}
