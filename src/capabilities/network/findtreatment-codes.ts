import { z } from 'zod'
import { type CodedProfile, readProfile } from './findtreatment-profile.ts'
import type { AcceptedPayer, Age, Fee, Gender, Kind, Medicine, Need, Setting } from './listing.ts'

/** PostgreSQL keeps neither a NUL nor half a letter. */
export const isStorable = (value: string): boolean => !/[\0\p{Cs}]/u.test(value)

/** No code of theirs holds another; a list in lists in lists, ten thousand deep, could not be stored. */
const withoutNested = <Code extends object>(code: Code): Code =>
  Object.fromEntries(
    Object.entries(code).filter(([, value]) => value === null || typeof value !== 'object'),
  ) as Code

/**
 * What FindTreatment.gov's service codes mean in our words. A row has one entry a category: `f2` is its code, `f3` its
 * values, which are labels joined by semicolons. Labels are matched rather than numbered codes because the answer
 * holds no others, and loosely, because SAMHSA rewords them from year to year ("substance abuse programs", "substance
 * use treatment programs").
 */
export const serviceCodes = z.array(
  z
    .looseObject({ f1: z.string(), f2: z.string(), f3: z.string().nullable() })
    .refine((code) =>
      Object.entries(code)
        .flat()
        .every((part) => typeof part !== 'string' || isStorable(part)),
    )
    .transform(withoutNested),
)
export type ServiceCodes = z.infer<typeof serviceCodes>

export type CodedFacts = {
  readonly kind: Kind
  readonly needs: readonly Need[]
  /** Null wherever the row does not say; an empty list is an answer. */
  readonly medicines: readonly Medicine[] | null
  readonly payers: readonly AcceptedPayer[] | null
  readonly fees: readonly Fee[] | null
  readonly ages: readonly Age[] | null
  readonly genders: readonly Gender[] | null
  readonly languages: readonly string[] | null
  readonly settings: readonly Setting[] | null
} & CodedProfile

/** Reads what a row says of itself. `type` is its `typeFacility`. */
export const readCodes = (type: string, codes: ServiceCodes): CodedFacts => {
  const labels = byCategory(codes)
  const of = (...categories: string[]) => categories.flatMap((category) => labels.get(category) ?? [])
  const says = (...categories: string[]) => categories.some((category) => labels.has(category))
  const medicines = readMedicines(of('OT'), of('OM'), of('PHR'), says('OT', 'OM'))
  const fees = says('PAY', 'PYAS') ? pick(of('PAY', 'PYAS'), FEES) : null
  return {
    kind: KINDS[type] ?? 'other',
    needs: readNeeds(type, of, medicines),
    medicines,
    payers: says('PAY') ? readPayers(of('PAY'), fees ?? []) : null,
    fees,
    ages: says('AGE') ? pick(of('AGE'), AGES) : null,
    genders: says('GN') ? pick(of('GN'), GENDERS) : null,
    languages: says('OL', 'SL') ? readLanguages(of('OL', 'SL')) : null,
    settings: says('SET', 'TC', 'FT') ? pick(of('SET', 'TC', 'FT'), SETTINGS) : null,
    ...readProfile(type, of),
  }
}

const byCategory = (codes: ServiceCodes): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  for (const { f2, f3 } of codes) {
    const labels = (f3 ?? '').split(';').flatMap((label) => label.replace(/\s+/g, ' ').trim() || [])
    found.set(f2, [...(found.get(f2) ?? []), ...labels])
  }
  return found
}

const KINDS: Readonly<Record<string, Kind>> = {
  SA: 'substance-use',
  MH: 'mental-health',
  OTP: 'opioid-treatment-program',
  BUPREN: 'buprenorphine',
  HRSA: 'health-center',
}

/** Our words whose pattern one of the labels fits, in the order of our list. */
const pick = <Word extends string>(
  labels: readonly string[],
  patterns: Readonly<Record<Word, RegExp>>,
): Word[] =>
  (Object.keys(patterns) as Word[]).filter((word) => labels.some((label) => patterns[word].test(label)))

const PAYERS: Readonly<Record<Exclude<AcceptedPayer, 'none'>, RegExp>> = {
  medicaid: /^medicaid/i,
  medicare: /^medicare/i,
  private: /^private health insurance/i,
  military: /military insurance|tricare|\bVA funds|department of veterans/i,
}

const FEES: Readonly<Record<Fee, RegExp>> = {
  free: /^no (payment accepted|fee|charge)|free treatment/i,
  'sliding-fee': /^sliding fee/i,
  'payment-assistance': /^payment assistance/i,
  cash: /^cash or self-payment/i,
}

const AGES: Readonly<Record<Age, RegExp>> = {
  children: /^children/i,
  'young-adults': /^young adults/i,
  adults: /^adults/i,
  seniors: /^seniors/i,
}

const GENDERS: Readonly<Record<Gender, RegExp>> = { female: /^female/i, male: /^male/i }

const SETTINGS: Readonly<Record<Setting, RegExp>> = {
  outpatient: /^(regular )?outpatient( treatment| mental health facility)?$|^outpatient methadone/i,
  'intensive-outpatient': /^intensive outpatient/i,
  'day-treatment': /partial hospitalization|day treatment/i,
  residential: /^residential|^(short|long)-term residential|^other residential/i,
  detox: /detoxification/i,
  hospital: /^hospital inpatient|psychiatric hospital|inpatient psychiatric/i,
  telehealth: /telemedicine|telehealth/i,
}

/**
 * Somebody without insurance is taken where help is free, on a sliding fee or assisted. Where only cash is named the
 * row does not say what they would pay, so it is not counted as a yes.
 */
const readPayers = (labels: readonly string[], fees: readonly Fee[]): AcceptedPayer[] => [
  ...pick(labels, PAYERS),
  ...(fees.some((fee) => fee !== 'cash') ? (['none'] as const) : []),
]

const MEDICINES: Readonly<Record<Medicine, RegExp>> = {
  methadone: /^methadone( maintenance| used in treatment| detoxification|$)/i,
  buprenorphine: /^(prescribes\/administers )?buprenorphine|^buprenorphine/i,
  naltrexone: /naltrexone/i,
}

/**
 * Medicines for opioid use disorder. Naltrexone and the others are also given for alcohol use, or (methadone) for pain
 * or in an emergency; a facility that says it uses no medicine for opioid use is taken at its word.
 */
const readMedicines = (
  opioid: readonly string[],
  used: readonly string[],
  pharmacotherapies: readonly string[],
  says: boolean,
): Medicine[] | null => {
  if (opioid.some((label) => /^(do|does) not (use|treat)/i.test(label))) return []
  const given = pick([...opioid, ...used, ...pharmacotherapies], MEDICINES)
  return given.length > 0 || says ? given : null
}

const readNeeds = (
  type: string,
  of: (...categories: string[]) => string[],
  medicines: readonly Medicine[] | null,
): Need[] => {
  const care = of('TC')
  const needs: Need[] = []
  if (
    ['SA', 'OTP', 'BUPREN'].includes(type) ||
    care.some((label) => /^substance use|detoxification/i.test(label))
  )
    needs.push('treatment')
  if ((medicines && medicines.length > 0) || ['OTP', 'BUPREN'].includes(type)) needs.push('moud')
  if (of('EDU', 'AS', 'OT', 'ASSES').some((label) => HARM_REDUCTION.test(label))) needs.push('harm-reduction')
  if (of('AS', 'RSS').some((label) => RECOVERY_SUPPORT.test(label))) needs.push('recovery-support')
  if (care.some((label) => /^transitional housing/i.test(label))) needs.push('shelter')
  return needs.length > 0 ? needs : ['other']
}

const HARM_REDUCTION = /naloxone and overdose|overdose education|syringe|test strip|harm reduction/i
const RECOVERY_SUPPORT = /peer[- ]support|peer support|recovery coach|self-help groups/i

/** English names. "Other languages" without a name says too little to be found by. */
const readLanguages = (labels: readonly string[]): string[] => {
  const names = labels.flatMap((label) => {
    if (/deaf|sign language/i.test(label)) return ['American Sign Language']
    return /^other languages|staff|interpreter/i.test(label) ? [] : [label]
  })
  return [...new Set(names)]
}
