/** ISO 3166-1 alpha-2 codes in use. */
const COUNTRIES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'

const KNOWN: ReadonlySet<string> = new Set(COUNTRIES.split(' '))

export const isCountry = (code: string): boolean => KNOWN.has(code)

const digits = (count: number, example: string): Pattern => ({ pattern: new RegExp(`^\\d{${count}}$`), example })

interface Pattern {
  readonly pattern: RegExp
  readonly example: string
}

/** How postal codes look, by country: letters in capitals, single spaces. Countries that are not listed are not checked. */
const PATTERNS: Readonly<Record<string, Pattern>> = {
  ...Object.fromEntries(
    ['AT', 'AU', 'BE', 'BG', 'CH', 'CY', 'DK', 'HU', 'LI', 'LU', 'NO', 'NZ', 'SI', 'ZA'].map((c) => [c, digits(4, '8005')]),
  ),
  ...Object.fromEntries(['DE', 'ES', 'FI', 'FR', 'HR', 'IT', 'KR', 'MX', 'MY', 'TH', 'TR', 'UA', 'EE'].map((c) => [c, digits(5, '10115')])),
  ...Object.fromEntries(['CN', 'IN', 'RO', 'SG', 'VN', 'RU'].map((c) => [c, digits(6, '518000')])),
  US: { pattern: /^\d{5}(-\d{4})?$/, example: '94107 or 94107-1234' },
  CA: { pattern: /^[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d$/, example: 'K1A 0B1' },
  GB: { pattern: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/, example: 'SW1A 1AA' },
  IE: { pattern: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/, example: 'D02 X285' },
  NL: { pattern: /^\d{4} ?[A-Z]{2}$/, example: '1012 AB' },
  PL: { pattern: /^\d{2}-\d{3}$/, example: '00-950' },
  PT: { pattern: /^\d{4}-\d{3}$/, example: '1000-205' },
  JP: { pattern: /^\d{3}-?\d{4}$/, example: '100-0001' },
  BR: { pattern: /^\d{5}-?\d{3}$/, example: '01310-100' },
  CZ: { pattern: /^\d{3} ?\d{2}$/, example: '110 00' },
  SK: { pattern: /^\d{3} ?\d{2}$/, example: '811 01' },
  SE: { pattern: /^\d{3} ?\d{2}$/, example: '111 20' },
  GR: { pattern: /^\d{3} ?\d{2}$/, example: '105 57' },
  TW: { pattern: /^\d{3}(\d{2,3})?$/, example: '100' },
  IL: { pattern: /^\d{5}(\d{2})?$/, example: '9103401' },
  LT: { pattern: /^(LT-)?\d{5}$/, example: '01100' },
  LV: { pattern: /^(LV-)?\d{4}$/, example: 'LV-1050' },
}

/** Countries without postal codes: the contract wants one all the same, and any text will do. */
const WITHOUT = new Set(['AE', 'HK', 'QA', 'AG', 'BS', 'BZ', 'FJ', 'JM', 'MO'])

/** @returns null when it is one, else what one looks like, for people */
export const postalCodeProblem = (country: string, code: string): string | null => {
  const text = code.trim().replace(/\s+/g, ' ').toUpperCase()
  if (text === '') return WITHOUT.has(country) ? 'This country has no postal codes; write 00000.' : 'The postal code is missing.'
  const known = PATTERNS[country]
  return !known || known.pattern.test(text) ? null : `A postal code there looks like ${known.example}.`
}
