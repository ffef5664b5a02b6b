/** What a column of a placement or bill of materials holds. */
export type Column =
  'ref' | 'value' | 'footprint' | 'x' | 'y' | 'rotation' | 'side' | 'quantity' | 'description' | 'part' | 'fitted' | 'not-fitted'

/** Headings as CAD tools and assemblers write them, lower case, without unit and punctuation; earlier ones win where two match. */
const NAMES: readonly (readonly [column: Column, names: readonly string[]])[] = [
  ['ref', ['designator', 'reference', 'references', 'refdes', 'ref des', 'ref', 'reference designator', 'reference designators', 'designators', 'part reference', 'component', 'parts', 'part', 'name', 'refs', 'location']],
  ['x', ['mid x', 'center x', 'centre x', 'posx', 'pos x', 'x', 'xpos', 'x pos', 'position x', 'x coord', 'x coordinate', 'locationx', 'location x', 'centerx', 'midx', 'ref x', 'sym x', 'x mm', 'coord x']],
  ['y', ['mid y', 'center y', 'centre y', 'posy', 'pos y', 'y', 'ypos', 'y pos', 'position y', 'y coord', 'y coordinate', 'locationy', 'location y', 'centery', 'midy', 'ref y', 'sym y', 'y mm', 'coord y']],
  ['rotation', ['rotation', 'rot', 'angle', 'orientation', 'theta']],
  ['side', ['layer', 'side', 'tb', 'top bottom', 'board side', 'mount side', 'mirror']],
  ['value', ['value', 'val', 'comment', 'designation', 'part value', 'device value']],
  ['footprint', ['footprint', 'package', 'pattern', 'pcb footprint', 'footprint name', 'package reference', 'case', 'land pattern']],
  ['quantity', ['quantity', 'qty', 'count', 'qnty', 'amount']],
  ['description', ['description', 'desc']],
  ['fitted', ['fitted', 'populate', 'mount', 'mounted', 'assemble', 'place']],
  ['not-fitted', ['dnp', 'dnf', 'dni', 'do not populate', 'do not place', 'not fitted', 'nopop']],
] // prettier-ignore

const PART_NUMBER =
  /\b(?:lcsc|jlc(?:pcb)?|mpn|mfn|mfr|mfg|manufacturer|digi-?key|mouser|farnell|newark|rs|arrow|tme|supplier|vendor|distributor|part ?(?:number|no|num|#)|p\/?n|sku|order(?:ing)? ?code)\b|part #/i

/** Longer cells are text, not headings. */
const LONGEST_HEADING = 60

/** @returns a heading reduced to its words: lower case, without unit in brackets, quotes and punctuation */
export const plainHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/[^a-z0-9#]+/g, ' ')
    .trim()

/** @returns what the heading names, or null */
export const columnOf = (heading: string): Column | null => {
  if (heading.length > LONGEST_HEADING) return null
  const plain = plainHeading(heading)
  const found = NAMES.find(([, names]) => names.includes(plain))
  if (found) return found[0]
  return PART_NUMBER.test(heading) ? 'part' : null
}

/** Cells of a row by what they hold: the best column of each kind, and all part number columns. */
export interface ColumnMap {
  readonly at: Readonly<Partial<Record<Column, number>>>
  readonly parts: readonly number[]
  readonly headings: readonly string[]
}

/** @returns the columns of a heading row; where two headings name the same thing, the one listed first above wins */
export const columnMap = (headings: readonly string[]): ColumnMap => {
  const at: Partial<Record<Column, number>> = {}
  const rank: Partial<Record<Column, number>> = {}
  const parts: number[] = []
  headings.forEach((heading, k) => {
    const column = columnOf(heading)
    if (column === 'part') parts.push(k)
    if (column === null || column === 'part') return
    const names = NAMES.find(([each]) => each === column)![1]
    const order = names.indexOf(plainHeading(heading))
    if (at[column] !== undefined && order >= rank[column]!) return
    at[column] = k
    rank[column] = order
  })
  return { at, parts, headings }
}

/** `cpl` = the headings place parts, `bom` = they list them, null = neither. */
export const tableKind = ({ at, parts }: ColumnMap): 'bom' | 'cpl' | null => {
  if (at.ref === undefined) return null
  if (at.x !== undefined && at.y !== undefined) return 'cpl'
  if (at.x !== undefined || at.y !== undefined) return null
  const listed = [at.value, at.footprint, at.quantity, at.description, parts[0]].filter((column) => column !== undefined).length
  return listed >= 2 ? 'bom' : null
}
