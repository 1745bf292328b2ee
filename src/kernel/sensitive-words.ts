/**
 * Words that do not belong into a free text: criminal-justice information, and the names of third persons.
 *
 * It warns and never refuses: whoever writes may know better. Measured on the sentences of its test, which are invented:
 * of the words about records it finds all that are listed there, with no false alarm; of third persons about nine in ten,
 * with about one alarm in twenty false. It misses names in small letters (“his dealer mike”), names without a relation
 * (“ask for Mike”) and relations that it does not know.
 */

/** What was found, as it stands in the text. */
export type SensitiveWords = {
  readonly kind: 'criminal-justice' | 'third-person'
  readonly words: string
}

const found = (kind: SensitiveWords['kind'], text: string, patterns: readonly RegExp[]): SensitiveWords[] => {
  const spans = patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .sort((a, b) => a.from - b.from || b.to - a.to)
  let end = 0
  const apart = spans.filter(({ from, to }) => {
    const isApart = from >= end
    end = Math.max(end, to)
    return isApart
  })
  return apart.map(({ from, to }) => ({ kind, words: text.slice(from, to).trim() }))
}

const NUMBER = String.raw`\s*(?:#|no\b\.?|num(?:ber)?\b|n[uú]mero\b|:|(?=[A-Z]{0,3}\d{4}))`

/**
 * Names of systems and files, numbers that only they give, and what a check came back with; that there is nothing on
 * file is such information too. (Requirement CJ-0; FBI CJIS Security Policy 5.9.5; the CBI's list of CJI markers.)
 */
const CRIMINAL_JUSTICE: readonly RegExp[] = [
  /\b(?:NCIC|N\.C\.I\.C\.?|NLETS|CLETS|TCIC|CCIC|LEDS|CHRI|CCH|UCN)\b/g,
  /\bncic\b/gi,
  // III is the Interstate Identification Index where it is asked or answers, and else a numeral.
  /\b(?:ran|run|runs|per|via|check|checked|quer(?:y|ied)|through|from|on|in)\s+(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?III\b/g,
  /\bIII\s+(?:hit|check|return|returned|record|query|inquiry|response|came|shows?|rap|number|no\b)/g,
  /\btriple[\s-]?I\b/gi,
  new RegExp(String.raw`\b(?:SID|FBI|NIC|UCN|OCA)${NUMBER}`, 'gi'),
  /\b(?:state|fbi)\s+(?:id|identification)\s+(?:number|no\b|#)/gi,
  /\b(?:his|her|their|with|the|has)\s+(?:SID|FBI number)\b/g,
  /\b(?:finger\s?print class(?:ification)?|FPC)\b/g,
  /\bwarrants?\s+(?:(?:was|were|is|are|has been|came back)\s+)?(?:confirmed|active|outstanding|verified|on file|hit|check|out\b)/gi,
  /\b(?:active|outstanding|open|confirmed|felony|misdemeanor|bench|arrest|fta|fugitive|no|any|has an?|has|two|three)\s+warrants?\b/gi,
  /\bwants\s+(?:and|or|&)\s+warrants\b/gi,
  /\bpriors\b/gi,
  /\bprior\s+(?:arrests?|convictions?|felon(?:y|ies)|misdemeanors?|record|offenses?|charges?|bookings?|dui)\b/gi,
  /\b(?:criminal|arrest|conviction)\s+(?:history|histories|record|records)\b/gi,
  /\brap[\s-]sheet\b/gi,
  /\b(?:registered sex offender|sex offender (?:registry|file)|gang (?:file|member file)|known or suspected terrorist)\b/gi,
  /\bconvicted\s+(?:of|for)\b/gi,
  /\b[oó]rden(?:es)?\s+de\s+(?:arresto|aprehensi[oó]n|captura|detenci[oó]n)\b/gi,
  /\bantecedentes\s+(?:penales|criminales|policiales|delictivos)\b/gi,
  /\bhistorial\s+(?:criminal|penal|delictivo|policial)\b/gi,
  /\b(?:arrestos|condenas)\s+(?:previ[oa]s|anteriores)\b/gi,
]

/** Words of a text that look like criminal-justice information, in their order. */
export const findCriminalJusticeWords = (text: string): SensitiveWords[] =>
  found('criminal-justice', text, CRIMINAL_JUSTICE)

const RELATIONS_EN =
  'mom|mother|mum|dad|father|brother|sister|son|daughter|wife|husband|partner|girlfriend|boyfriend|ex|fianc[eé]e?|cousin|uncle|aunt|grandma|grandpa|grandmother|grandfather|nephew|niece|stepdad|stepmom|friend|buddy|roommate|neighbor|landlord|boss|dealer|supplier|plug|connect|pimp|sponsor|codefendant|co-defendant'
const RELATIONS_ES =
  'mam[aá]|madre|pap[aá]|padre|hermano|hermana|hijo|hija|esposo|esposa|marido|mujer|novio|novia|pareja|ex|primo|prima|t[ií]o|t[ií]a|abuelo|abuela|sobrino|sobrina|amigo|amiga|compañero|compañera|vecino|vecina|jefe|jefa|dealer|proveedor'

/** What begins with a capital after a relation and names nobody: days, months, and words that begin a sentence. */
const NO_NAME = [
  ...'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
  ...'January February March April May June July August September October November December'.split(' '),
  ...'He She They It We You The This That Who And But Or Not No Yes In On At By For From With Is Was Has Will Can'.split(
    ' ',
  ),
  ...'Medicaid Medicare Main Street Narcan OK AA NA VA ER Spanish English Anonymous'.split(' '),
  ...'El La Los Las Ella Ellos Él Que Y Pero No Sí En De Lunes Martes Miércoles Jueves Viernes Sábado Domingo'.split(
    ' ',
  ),
].join('|')
/** What makes a name that of a place: “Sister Mary House”, “Calle Madre Selva”. */
const PLACE =
  'House|Home|Center|Centre|Shelter|Clinic|Hospital|Church|Street|Avenue|Road|Hall|Place|Mission|Store|Market'
const PLACE_BEFORE = String.raw`(?<!\b(?:Calle|Avenida|Plaza|Casa|Cl[ií]nica|Hospital|Iglesia|Saint|San|Santa)\s)`
const WORD = String.raw`\p{Lu}[\p{L}’'-]*`
/** At most four words: looked for without an end, a text of capitals alone would take the square of its length. */
const NAME = String.raw`(?!(?:${NO_NAME})\b)(?!(?:${WORD}\s+){1,4}(?:${PLACE})\b)(?=${WORD}\p{Ll})${WORD}(?:\s+${WORD}){0,3}(?![\p{L}’'-])`
const JOIN = String.raw`(?:\s*[,:(–-]\s*|\s+(?:is\s+)?(?:named|called)\s+|\s+(?:se\s+llama|llamad[oa])\s+|\s+)`
const OWNER_EN = 'my|his|her|their|your|the|a|an|another'
const OWNER_ES = 'mi|su|tu|el|la|un|una|otro|otra'

const anyCase = (words: string): string =>
  words.replaceAll(
    /(^|\|)(\p{Ll})/gu,
    (_, bar: string, letter: string) => `${bar}[${letter}${letter.toUpperCase()}]`,
  )

const THIRD_PERSON: readonly RegExp[] = [
  // “his dealer Mike”, “dealer, Mike”, “her old friend is called Ana Ruiz”
  new RegExp(
    String.raw`(?<![\p{L}’'])${PLACE_BEFORE}(?:(?:${anyCase(OWNER_EN)})\s+(?:\p{Ll}+\s+)?)?(?:${anyCase(RELATIONS_EN)})${JOIN}${NAME}`,
    'gu',
  ),
  // “su novia Ana”, “el primo, José”
  new RegExp(
    String.raw`(?<![\p{L}’'])${PLACE_BEFORE}(?:(?:${anyCase(OWNER_ES)})\s+)?(?:${anyCase(RELATIONS_ES)})(?:\s+\p{Ll}+)?${JOIN}${NAME}`,
    'gu',
  ),
  // “Mike, his dealer”, “Mike (her brother)”, “José, su primo”
  new RegExp(
    String.raw`(?<!\p{L})${NAME}\s*[,(]\s*(?:my|his|her|their|mi|su)\s+(?:\p{Ll}+\s+)?(?:${RELATIONS_EN}|${RELATIONS_ES})(?!\p{L})`,
    'gu',
  ),
]

/** Words of a text that name somebody else than the person whom it is about: a relation with a name, EN or ES. */
export const findThirdPersons = (text: string): SensitiveWords[] => found('third-person', text, THIRD_PERSON)

/** Both. */
export const findSensitiveWords = (text: string): SensitiveWords[] => [
  ...findCriminalJusticeWords(text),
  ...findThirdPersons(text),
]

/**
 * What stands for these findings: whoever says “keep it as it is” sends it back, and says so of nothing that was written
 * since.
 */
export const fingerprintOf = (findings: readonly SensitiveWords[]): string =>
  [...new Set(findings.map(({ kind, words }) => `${kind}:${words.toLowerCase()}`))].sort().join('|')
