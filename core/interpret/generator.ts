import type { Statement } from '#core/read/gerber/statement.ts'

type Name = (match: RegExpExecArray) => string

const named =
  (tool: string): Name =>
  (match) =>
    [
      tool,
      match
        .slice(1)
        .find((group) => group !== undefined)
        ?.trim(),
    ]
      .filter(Boolean)
      .join(' ')

/** Header texts by which CAD tools give themselves away; the first that fits counts. */
const BY_TEXT: readonly (readonly [pattern: RegExp, name: Name])[] = [
  [/created by PCBNEW \(([^)]*)\)/i, named('KiCad')],
  [/\(PCBNEW ([^)]+)\)/i, named('KiCad')],
  [/KiCad(?: Pcbnew)?(?:\s*EDA)?,?\s*\(?([\d.][\w.~+-]*)?/i, named('KiCad')],
  [/EasyEDA Pro v?([\w.]+)/i, named('EasyEDA Pro')],
  [/EasyEDA(?: v?([\d.]+))?/i, named('EasyEDA')],
  [/DipTrace(?: ([\d.]+))?/i, named('DipTrace')],
  [/Fritzing(?:[ _]([\d.]+\w*))?/i, named('Fritzing')],
  [/\bpcb (?:version )?(20\d{6})/, named('gEDA pcb')],
  [/\bpcb-rnd ([\w.]+)/, named('pcb-rnd')],
  [/Altium Designer[ ,]*\(?([\d.]+)?/i, named('Altium Designer')],
  [/^Layer_(?:Physical_Order|Color)=/, named('Altium Designer')],
  [/CircuitMaker|CircuitStudio/, (match) => match[0]],
  [/\bProtel\b/i, named('Protel')],
  [/Cadence Allegro ([\w.-]+)?/i, named('Cadence Allegro')],
  [/\bAllegro(?: PCB \w+)? ([\d][\w.-]*)/i, named('Cadence Allegro')],
  [/OrCAD/i, named('OrCAD')],
  [/\b(?:PADS|PowerPCB)\b[\w /-]*? V?(\d[\d.]*)/, named('PADS')],
  [/^PADS\b|\bPowerPCB\b/, named('PADS')],
  [/\bEAGLE\b[\w ]*?(?:Version |v)?(\d[\d.]*)?/i, named('EAGLE')],
  [/Autodesk Fusion|Fusion 360/i, named('Autodesk Fusion')],
  [/Mentor Graphics|\bXpedition|\bExpedition|GerbTool|Visula|\.gdo\b/i, named('Mentor Graphics')],
  [/Upverter/i, named('Upverter')],
  [/LibrePCB(?: ([\d.]+))?/i, named('LibrePCB')],
  [/Horizon EDA(?: ([\d.]+))?/i, named('Horizon EDA')],
  [/Zuken|CADSTAR|CR-[58]000/i, named('Zuken')],
  [/Pulsonix(?: ([\d.]+))?/i, named('Pulsonix')],
  [/Target ?3001!?(?: V?([\d.]+))?/i, named('TARGET 3001!')],
  [/Sprint-?Layout(?: ([\d.]+))?/i, named('Sprint-Layout')],
  [/Ucam(?:X|co)?(?: v?([\d.]+))?/, named('Ucamco')],
  [/CAM350(?:[ ,/]*(?:PRO)?\s*V?(?:ER)?\s*([\d.]+))?/i, named('CAM350')],
  [/FlatCAM/i, named('FlatCAM')],
  [/Proteus|\bARES\b/, named('Proteus')],
  [/Ultiboard/i, named('Ultiboard')],
]

/** Macro names that only one tool writes, for files without telling texts. */
const BY_MACRO: readonly (readonly [pattern: RegExp, tool: string])[] = [
  [/^OC8$/, 'EAGLE'],
  [/^(?:Rect-W\d+-H\d+|RR-H\d+-W\d+|Oval-W\d+)/, 'Upverter'],
]

/**
 * Names the CAD tool behind a file.
 * @param attributes file attributes: `.GenerationSoftware` decides when it is there
 * @param texts comments and names as written
 * @returns tool and version as far as known, e.g. `KiCad 8.0.3`, or null
 */
export const generatorOf = (
  attributes: Readonly<Record<string, readonly string[]>>,
  texts: readonly string[],
  statements: readonly Statement[],
): string | null => {
  const [vendor, application, version] = attributes['.GenerationSoftware'] ?? []
  if (vendor || application) return [toolOf(vendor ?? '', application ?? ''), version].filter(Boolean).join(' ')
  for (const [pattern, name] of BY_TEXT) {
    for (const text of texts) {
      const match = pattern.exec(text)
      if (match) return name(match)
    }
  }
  for (const statement of statements) {
    if (statement.kind !== 'macro') continue
    const tool = BY_MACRO.find(([pattern]) => pattern.test(statement.name))
    if (tool) return tool[1]
  }
  return null
}

const toolOf = (vendor: string, application: string): string => {
  if (/kicad/i.test(vendor)) return 'KiCad'
  if (application === '') return vendor
  const known = vendor.split(/[ ,]/)[0]!.toLowerCase()
  return application.toLowerCase().startsWith(known) ? application : `${vendor} ${application}`
}
