import type { Medicine } from './listing.ts'
import type { AsamEdition, Moud, Pregnant } from './profile.ts'

/** What FindTreatment.gov's codes say of whom a place admits and with what. Null wherever they do not say. */
export type CodedProfile = {
  readonly asamLevels: readonly string[] | null
  readonly asamEdition: AsamEdition | null
  readonly moud: readonly Moud[] | null
  readonly minAge: number | null
  readonly maxAge: number | null
  readonly pregnant: Pregnant | null
  readonly withChildren: boolean | null
  readonly walkIn: boolean | null
}

/** @param of the labels of a row in these categories */
export const readProfile = (type: string, of: (...categories: string[]) => string[]): CodedProfile => {
  const helpsWithUse =
    TREATS.has(type) || of('TC').some((label) => /^substance use|detoxification/i.test(label))
  const levels = helpsWithUse ? readLevels(of('SET', 'TC')) : null
  const has = (labels: readonly string[], pattern: RegExp) =>
    labels.some((label) => pattern.test(label)) ? true : null
  return {
    asamLevels: levels,
    asamEdition: levels ? '3' : null,
    moud: readMoud(of('OT', 'OM')),
    ...readAges(of('AGE')),
    pregnant: has(of('SG', 'EXCL'), /^pregnant/i) ? 'accepted' : null,
    withChildren: has(of('AS', 'RF', 'SET', 'SG'), /beds for clients?['’]s? children/i),
    walkIn: has(of('EMS'), /walk-in/i),
  }
}

const TREATS = new Set(['SA', 'OTP', 'BUPREN'])

/**
 * SAMHSA's survey, from which the codes come, says beside each setting to which level of The ASAM Criteria (second and
 * third edition) it is similar (N-SSATS and N-SUMHSS questionnaires, "service settings"). Where it names two levels for
 * one setting, nobody can tell which the place has; null stands for that here.
 */
const LEVELS: readonly (readonly [RegExp, string | null])[] = [
  [/^regular outpatient treatment/i, '1'],
  [/^intensive outpatient/i, '2.1'],
  [/^outpatient day treatment|^partial hospitalization/i, '2.5'],
  [/^short-term residential/i, '3.5'],
  [/^residential detoxification/i, '3.2-WM'],
  [/^outpatient methadone/i, 'OTP'],
  [/^long-term residential/i, null],
  [/^hospital inpatient/i, null],
  [/^outpatient detoxification/i, null],
  [/^detoxification/i, null],
]

/** A setting without its kind: what it means is in the labels beside it, where there are any. */
const FAMILIES: readonly (readonly [RegExp, RegExp])[] = [
  [/^outpatient$/i, /^regular outpatient|^intensive outpatient|^outpatient (day|methadone|detox)/i],
  [/^residential$/i, /^(short|long)-term residential|^residential detox/i],
]

/** The levels, if all of them are known: a list with gaps would read as a no to what is missing. */
const readLevels = (labels: readonly string[]): string[] | null => {
  const found: string[] = []
  for (const label of labels) {
    const level = LEVELS.find(([pattern]) => pattern.test(label))?.[1]
    if (level === null) return null
    if (level) found.push(level)
  }
  const isVague = FAMILIES.some(
    ([family, kinds]) =>
      labels.some((label) => family.test(label)) && !labels.some((label) => kinds.test(label)),
  )
  return found.length > 0 && !isVague ? [...new Set(found)] : null
}

const GOES_ON: Readonly<Record<Medicine, RegExp>> = {
  methadone: /^methadone (maintenance|used in treatment)/i,
  buprenorphine: /^(prescribes\/administers )?buprenorphine( maintenance| used in treatment|$)/i,
  naltrexone:
    /^prescribes\/administers naltrexone|^naltrexone used in treatment|^relapse prevention (from|with) naltrexone/i,
}

/** "Accepts clients on opioid medication", and as SAMHSA worded it later; the same of alcohol is another matter. */
const ACCEPTS_ON = /^accepts clients (on|using) (?!.*alcohol)/i

/**
 * What can be done with a medicine. Nothing here says that it can be begun the same day. That a place uses no medicine
 * says nothing of whether somebody who takes it elsewhere is admitted, so that is unknown and no empty list.
 */
const readMoud = (labels: readonly string[]): Moud[] | null => {
  const accepts = labels.some((label) => ACCEPTS_ON.test(label))
  const moud = (Object.keys(GOES_ON) as Medicine[]).flatMap((medicine): Moud[] => [
    ...(labels.some((label) => GOES_ON[medicine].test(label)) ? [`${medicine}:continue` as const] : []),
    ...(accepts ? [`${medicine}:accept-on` as const] : []),
  ])
  return moud.length > 0 ? moud : null
}

/** Children are those up to 17; how young, the codes do not say. */
const readAges = (labels: readonly string[]): Pick<CodedProfile, 'minAge' | 'maxAge'> => {
  const takesChildren = labels.some((label) => /^children/i.test(label))
  const takesAdults = labels.some((label) => /^(young )?adults|^seniors/i.test(label))
  return {
    minAge: takesAdults && !takesChildren ? 18 : null,
    maxAge: takesChildren && !takesAdults ? 17 : null,
  }
}
