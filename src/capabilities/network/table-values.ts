import { fold } from './match-key.ts'

/** What a cell says, or in a sentence why nobody can tell. */
export type Reading<Value> = { readonly value: Value } | { readonly says: string }

export const anyText = (text: string): Reading<string> => ({ value: text })

/** Ten digits with or without the country's one; an extension may follow. Kept as it is written. */
export const phone = (text: string): Reading<string> => {
  const digits = text
    .replace(/(ext|x|#).*$/i, '')
    .replace(/\D/g, '')
    .replace(/^1(?=\d{10})/, '')
  return digits.length === 10 || /^(911|988|211)$/.test(digits)
    ? { value: text }
    : { says: 'A phone number has ten digits.' }
}

/** Only what a browser may open as a page: an address from outside becomes a link. */
export const webPage = (text: string): Reading<string> => {
  const url = URL.parse(/^[a-z]+:/i.test(text) ? text : `https://${text}`)
  return url && ['http:', 'https:'].includes(url.protocol) && url.hostname.includes('.')
    ? { value: url.href }
    : { says: 'This is no address of a web page.' }
}

export const yesNo = (text: string): Reading<boolean> => {
  if (/^(y|yes|true|1|x|si|sí)$/i.test(text)) return { value: true }
  if (/^(n|no|false|0)$/i.test(text)) return { value: false }
  return { says: 'Write yes or no, or leave it empty where it is not known.' }
}

export const number =
  (least: number, most: number) =>
  (text: string): Reading<number> =>
    /^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most
      ? { value: Number(text) }
      : { says: `Write a whole number from ${least} to ${most}.` }

export const day = (text: string): Reading<string> => {
  const [, month = '', date = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  const iso = year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(iso) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)
    ? { value: iso }
    : { says: 'Write a day like 2026-11-24 or 11/24/2026.' }
}

/** One of our words, by its own name or as it is shown. */
export const oneOf = <Word extends string>(words: Readonly<Record<Word, string>>) => {
  const all = Object.keys(words) as Word[]
  const byText = new Map<string, Word>(
    all.flatMap((word) => [
      [fold(word), word] as const,
      [fold(words[word]), word] as const,
      [fold(words[word].replace(/\(.*\)|:.*$/g, '')), word] as const,
    ]),
  )
  for (const word of all) for (const also of ALSO[word] ?? []) byText.set(also, word)
  return (text: string): Reading<Word> => {
    const word = byText.get(fold(text))
    return word ? { value: word } : { says: `“${short(text)}” is none of: ${all.join(', ')}.` }
  }
}

/** Several of our words, with commas or semicolons between them. */
export const listOf = <Word extends string>(words: Readonly<Record<Word, string>>) => {
  const one = oneOf(words)
  return (text: string): Reading<Word[]> => {
    const found = new Set<Word>()
    for (const part of text.split(/[;,|]/).map((said) => said.trim())) {
      if (!part) continue
      const reading = one(part)
      if ('says' in reading) return reading
      found.add(reading.value)
    }
    return { value: [...found] }
  }
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** How our words are written elsewhere, folded. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  treatment: [
    'substance use',
    'substance use treatment',
    'substance abuse treatment',
    'sud',
    'sud treatment',
    'addiction treatment',
  ],
  moud: ['mat', 'medication assisted treatment', 'medications for opioid use disorder'],
  'harm-reduction': ['syringe services', 'ssp', 'naloxone'],
  'recovery-support': ['recovery', 'peer support', 'recovery services'],
  shelter: ['housing', 'emergency shelter', 'recovery housing', 'sober living'],
  'substance-use': ['sa', 'sud', 'substance abuse'],
  'mental-health': ['mh', 'behavioral health'],
  'opioid-treatment-program': ['otp', 'methadone clinic'],
  'health-center': ['hrsa', 'fqhc', 'federally qualified health center'],
  private: ['private health insurance', 'commercial', 'commercial insurance'],
  military: ['tricare', 'va', 'veterans affairs'],
  none: ['uninsured', 'no insurance', 'self pay'],
  free: ['no cost', 'no charge', 'no fee'],
  'sliding-fee': ['sliding scale', 'sliding fee scale'],
  cash: ['self pay', 'cash or self payment'],
  buprenorphine: ['suboxone', 'subutex', 'sublocade'],
  naltrexone: ['vivitrol'],
  children: ['adolescents', 'youth', 'teens', 'children and adolescents'],
  female: ['women', 'f'],
  male: ['men', 'm'],
  residential: ['inpatient', 'residential treatment'],
  'intensive-outpatient': ['iop', 'intensive outpatient'],
  'day-treatment': ['php', 'partial hospitalization'],
  detox: ['detoxification', 'withdrawal management'],
  telehealth: ['telemedicine'],
  accepted: ['y', 'true'],
  'not-accepted': ['n', 'false'],
  defunct: ['closed', 'closed permanently'],
  'temporarily-closed': ['temporarily closed'],
  active: ['open'],
}
