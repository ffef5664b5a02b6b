/** What a word in a file or layer name stands for. One word may mean several things. */
export type Meaning =
  | 'top'
  | 'bottom'
  | 'inner'
  | 'copper'
  | 'soldermask'
  | 'paste'
  | 'legend'
  | 'outline'
  | 'drill'
  | 'route'
  | 'vscore'
  | 'adhesive'
  | 'courtyard'
  | 'mechanical'
  | 'drawing'
  | 'stiffener'
  | 'document'
  | 'solder'
  | 'mask'
  | 'component'
  | 'side'
  | 'board'
  | 'plane'
  | 'map'
  | 'layer'
  | 'pad-master'
  | 'keepout'
  | 'plated'
  | 'non-plated'
  | 'place'
  | 'jumper'
  | 'via'
  | 'filler'

/**
 * Words of layer names as CAD tools and people write them, in the languages met in packages. Lower case, no accents
 * (`plainText`). Filler words mean nothing by themselves but let compounds be taken apart.
 */
const LEXICON: Readonly<Record<Meaning, string>> = {
  top: 'top tp front frt upper primary pri dessus superior oben oberseite vorne vorderseite komponentenseite bestuckungsseite componentside componentes bovenzijde gora верх верхний верхняя 顶层 顶面 顶 部品面 表面 cima',
  bottom:
    'bottom bot btm bott back bck lower secondary sec dessous inferior unten unterseite hinten ruckseite lotseite loetseite solderside soldadura saldature onderzijde dol низ нижний нижняя 底层 底面 底 半田面 はんだ面 裏面 baixo',
  inner: 'inner inr inn internal interne interno int mid middle intern innenlage innen inlay внутренний 内层 内 内層',
  copper:
    'copper cu cop etch conductor cond elec electrical track tracks trace traces 线路 线路层 走线 铜皮 kupfer leiterbahn leiterbahnen cuivre cobre rame koper miedz signal sig медь 铜 铜层 導体',
  soldermask:
    'soldermask soldmask solderresist solderstop resist smask lotstopp lotstop lotstopplack lotstoppmaske loetstopp loetstopplack loetstop stop stopmask vernis epargne antisolder mascara mascarilla maschera coverlay coverlayer маска 阻焊 阻焊层 レジスト',
  paste:
    'paste pasta pastemask solderpaste smdpaste lotpaste loetpaste cream stencil metalmask pate schablone паста 锡膏 钢网 助焊 助焊层 メタルマスク',
  legend:
    'silkscreen silk silks slk silkscr silkprint legend overlay nomenclature ident idents bestuckungsdruck bestueckungsdruck serigraphie serigrafia symbolmark symbol screen marking шелкография 丝印 丝印层 字符 シルク シルク印刷',
  outline:
    'outline outlines edge edges edgecuts cuts profile contour border dimension dimensions shape perimeter boundary boardoutline umriss kontur aussenkontur platinenumriss platinenkontur leiterplattenumriss contorno borde obrys контур 边框 板框 外形 外形線 机械外形',
  drill:
    'drill drills drl hole holes ncdrill nc thruhole throughhole through thru thruholes bohrung bohrungen bohr bohren bohrdaten percage percages taladro taladros foratura forature furacao cnc сверловка отверстия 钻孔 鑽孔 穴 穴あけ slots slot',
  route: 'rout route routing router routed mill milling fras frasen fraesen fraisage fresado 铣 铣边',
  vscore: 'vscore vcut vgroove score scoring vscoring vcuts ritzen rainurage',
  adhesive: 'adhesive adhes adhesives glue kleber colle',
  courtyard: 'courtyard crtyd courtyards',
  mechanical: 'margin mechanical mech mechanic mecanique mechanisch механический 机械',
  drawing:
    'eco drawing drawings drawn dwg dwgs draw assembly assy asm assem fab fabrication fabdrawing notes note comment comments cmts cmtuser titleblock frame sheet placement zeichnung plan 装配 加工',
  stiffener: 'stiffener stiffeners stiff verstarkung 补强',
  document: 'readme report document documentation doc docs bom netlist',
  solder: 'solder sold sld lot loet soldering',
  mask: 'mask masks msk maske masque',
  component: 'component components comp composants componenti componente parts',
  side: 'side seite cote lado lato zijde',
  board: 'board pcb brd platine carte leiterplatte design gerber gerbers gbr cadcam project layers',
  plane: 'plane planes gnd ground vcc vdd vss pwr power masse earth agnd dgnd split supply',
  map: 'map guide chart table plot diagram sym symbols',
  layer: 'group layer lay lyr lage ebene couche capa ly strato слой 层',
  'pad-master': 'padmaster pads padsmaster master',
  keepout: 'keepout keepouts keep',
  plated: 'plated pth metallisiert durchkontaktiert platedholes',
  'non-plated': 'nonplated unplated npth nopth notplated nonplating unmetallisiert',
  place: 'place tplace bplace',
  jumper: 'jumper jumpers wire wires',
  via: 'via vias blind buried microvia microvias',
  filler: 'and of the for out file data user copy final rev',
}

const meanings = new Map<string, Meaning>()
for (const [meaning, words] of Object.entries(LEXICON) as [Meaning, string][]) {
  for (const word of words.split(' ')) meanings.set(word, meaning)
}

const single = (word: string): string => word.replace(/(\p{L})\1+/gu, '$1')

/** Long words with their doubled letters written once: "outlline" and "botom" are common slips. */
const slips = new Map([...meanings].filter(([word]) => word.length >= 6).map(([word, meaning]) => [single(word), meaning] as const))

/** Whole words only: too short or too common inside other words to be part of a compound. */
const NEVER_INSIDE = new Set([
  'tp',
  'cu',
  'nc',
  'int',
  'sec',
  'pri',
  'lot',
  'lay',
  'ly',
  'sig',
  'sym',
  'doc',
  'plan',
  'keep',
  'sld',
  'pad',
  'stop',
  'rev',
  'and',
  'of',
  'the',
  'for',
  'out',
  'dol',
  'gora',
  'inn',
  'eco',
  'edge',
])

/** Short names that one tool or habit fixes as a whole: the meaning of the complete word. */
const CODES: Readonly<Record<string, readonly Meaning[]>> = {
  smt: ['soldermask', 'top'],
  smb: ['soldermask', 'bottom'],
  sst: ['legend', 'top'],
  ssb: ['legend', 'bottom'],
  spt: ['paste', 'top'],
  spb: ['paste', 'bottom'],
  pmt: ['paste', 'top'],
  pmb: ['paste', 'bottom'],
  ast: ['drawing', 'top'],
  asb: ['drawing', 'bottom'],
  adt: ['drawing', 'top'],
  adb: ['drawing', 'bottom'],
  smpr: ['soldermask', 'top'],
  smse: ['soldermask', 'bottom'],
  sppr: ['paste', 'top'],
  spse: ['paste', 'bottom'],
  slpr: ['legend', 'top'],
  slse: ['legend', 'bottom'],
  sspr: ['legend', 'top'],
  ssse: ['legend', 'bottom'],
  sm1: ['soldermask', 'top'],
  sm2: ['soldermask', 'bottom'],
  ss1: ['legend', 'top'],
  ss2: ['legend', 'bottom'],
  tsm: ['soldermask', 'top'],
  bsm: ['soldermask', 'bottom'],
  tss: ['legend', 'top'],
  bss: ['legend', 'bottom'],
  tsp: ['paste', 'top'],
  bsp: ['paste', 'bottom'],
  tst: ['legend', 'top'],
  bst: ['legend', 'bottom'],
  tstop: ['soldermask', 'top'],
  bstop: ['soldermask', 'bottom'],
  tcream: ['paste', 'top'],
  bcream: ['paste', 'bottom'],
  tplace: ['legend', 'top'],
  bplace: ['legend', 'bottom'],
  tsilk: ['legend', 'top'],
  bsilk: ['legend', 'bottom'],
  tmask: ['soldermask', 'top'],
  bmask: ['soldermask', 'bottom'],
  tpaste: ['paste', 'top'],
  bpaste: ['paste', 'bottom'],
  pasttop: ['paste', 'top'],
  pastbot: ['paste', 'bottom'],
  smtop: ['soldermask', 'top'],
  smbot: ['soldermask', 'bottom'],
  sptop: ['paste', 'top'],
  spbot: ['paste', 'bottom'],
  sstop: ['legend', 'top'],
  ssbot: ['legend', 'bottom'],
  tcu: ['copper', 'top'],
  bcu: ['copper', 'bottom'],
  cs: ['component', 'side'],
  drillmap: ['drill', 'map'],
}

/** Lower case, accents off, German sharp s as ss; other alphabets stay. */
export const plainText = (text: string): string =>
  text
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()

/** Takes a compound apart ("bottommask", "boardoutline") when known words cover all of it; null when they don't. */
const compound = (word: string): Meaning[] | null => {
  if (word.length > 40) return null
  // best[i] = meanings of the cover of word[0..i) with the fewest parts.
  const best: (Meaning[] | undefined)[] = [[]]
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - 22); start < end; start++) {
      const before = best[start]
      if (!before || (best[end] && best[end]!.length <= before.length + 1)) continue
      const part = word.slice(start, end)
      const meaning = meanings.get(part)
      if (meaning && (part.length > 2 || /[^a-z]/.test(part)) && !NEVER_INSIDE.has(part)) best[end] = [...before, meaning]
    }
  }
  return best[word.length] ?? null
}

export interface NameWord {
  readonly text: string
  /** Empty when the word is not known. */
  readonly meanings: readonly Meaning[]
  readonly number: number | null
}

/**
 * Splits a name into words with their meanings: at separators, at camel-case steps, between letters and digits, and
 * compounds of known words.
 */
export const layerWords = (name: string): NameWord[] => {
  const parts = name
    .normalize('NFC')
    .replace(/(^|[^\p{L}])v[-_ ]?(cut|score|groove)/giu, '$1v$2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return parts.flatMap((part) => {
    // Camel steps may cut a known word in two ("CrtYd", "SolderMask"); try it uncut first.
    if (known(plainText(part))) return wordsOf(plainText(part))
    const steps = part.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    return steps.split(' ').flatMap((step) => wordsOf(plainText(step)))
  })
}

const known = (word: string): boolean => /^\d+$/.test(word) || CODES[word] !== undefined || meanings.has(word) || compound(word) !== null

const wordsOf = (word: string): NameWord[] => {
  const code = CODES[word]
  if (code) return [{ text: word, meanings: code, number: null }]
  const meaning = meanings.get(word) ?? slips.get(single(word))
  if (meaning) return [{ text: word, meanings: [meaning], number: null }]
  if (/^\d+$/.test(word)) return [{ text: word, meanings: [], number: Number(word) }]
  const parts = compound(word)
  if (parts) return [{ text: word, meanings: parts, number: null }]
  const mixed = word.match(/^(\p{L}+)(\d+)(\p{L}*)$/u)
  if (mixed) {
    const [, head = '', digits = '', tail = ''] = mixed
    const number = Number(digits)
    const headMeaning = meanings.get(head) ?? (/^(l|g|ly|in|gp|mid)$/.test(head) ? 'layer' : undefined)
    return [
      { text: head, meanings: headMeaning ? [headMeaning] : (compound(head) ?? []), number },
      ...(tail ? [{ text: tail, meanings: meanings.has(tail) ? [meanings.get(tail)!] : [], number: null }] : []),
    ]
  }
  return [{ text: word, meanings: [], number: null }]
}
