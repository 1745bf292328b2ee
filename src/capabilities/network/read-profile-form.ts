import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { ASAM_LEVELS } from './profile.ts'
import { PROFILE_FIELDS, type ProfileField } from './profile-fields.ts'

/** What a form chose for “none of these”, which is an answer; nothing chosen is unknown. */
export const NOTHING = 'nothing'

const LONGEST = 200
const MOST_NAMES = 12
const LARGEST = 32_767

export type ReadProfile = {
  readonly set: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, string>>
}

/**
 * Reads the form of a profile. Choices that are not on their list are dropped: only a browser that was made to sends
 * them. An error is a sentence for its field.
 */
export const readProfileForm = (fields: FormFields): ReadProfile => {
  const set: Record<string, unknown> = {}
  const errors: Record<string, string> = {}
  for (const field of PROFILE_FIELDS) {
    const read = READERS[field.shape](field, fields)
    if (typeof read === 'object' && read !== null && 'error' in read) errors[field.name] = String(read.error)
    else set[field.name] = read
  }
  if (set.name === null) errors.name = 'Give the service a name.'
  if (set.needs === null || (set.needs as readonly string[] | undefined)?.length === 0)
    errors.needs = 'Choose at least one.'
  checkSpan(set, errors, 'minAge', 'maxAge', 'The first age is above the last.')
  checkSpan(set, errors, 'minHoursSinceUse', 'maxHoursSinceUse', 'At least is more than at most.')
  set.holidays ??= 'unknown'
  set.intakePhones ??= []
  Object.assign(set, medicinesOf(set.moud as readonly string[] | null), readAsam(fields))
  return { set, errors }
}

type Read = (field: ProfileField, fields: FormFields) => unknown

const readList: Read = ({ name, words = {} }, fields) => {
  const chosen = (fields[name] ?? []).filter((value) => words[value])
  if (chosen.length > 0) return [...new Set(chosen)]
  return fields[name]?.includes(NOTHING) ? [] : null
}

const readOne: Read = ({ name, words = {} }, fields) => {
  const chosen = firstOf(fields, name)
  return Object.hasOwn(words, chosen) ? chosen : null
}

const readYesNo: Read = ({ name }, fields) => {
  const chosen = firstOf(fields, name)
  return chosen === 'yes' ? true : chosen === 'no' ? false : null
}

const readNumber: Read = ({ name }, fields) => {
  const typed = firstOf(fields, name)
  if (typed === '') return null
  const number = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN
  const most = name.endsWith('Age') ? 120 : LARGEST
  if (!(number <= most) || (name === 'transportMiles' && number === 0))
    return { error: 'Give a whole number, such as 18.' }
  return number
}

const readText: Read = ({ name }, fields) => {
  const typed = firstOf(fields, name)
  if (typed.length > LONGEST) return { error: `Write at most ${LONGEST} letters.` }
  if (name === 'website' && typed !== '' && !isWebAddress(typed))
    return { error: 'Give an address that begins with http:// or https://, or none.' }
  if (name === 'intakeEmail' && typed !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed))
    return { error: 'Give an e-mail address, or none.' }
  return typed === '' ? null : typed
}

const readNames: Read = ({ name }, fields) => {
  const lines = firstOf(fields, name)
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)
  if (lines.length > MOST_NAMES || lines.some((line) => line.length > LONGEST))
    return { error: `Write at most ${MOST_NAMES} lines.` }
  return lines.length === 0 ? null : [...new Set(lines)]
}

const READERS: Readonly<Record<ProfileField['shape'], Read>> = {
  list: readList,
  one: readOne,
  yesno: readYesNo,
  number: readNumber,
  text: readText,
  names: readNames,
}

/** Anything else in a link could run when it is pressed. */
const isWebAddress = (typed: string): boolean => {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`)
  return (url?.protocol === 'https:' || url?.protocol === 'http:') && url.hostname.includes('.')
}

const checkSpan = (
  set: Readonly<Record<string, unknown>>,
  errors: Record<string, string>,
  least: string,
  most: string,
  sentence: string,
): void => {
  const [from, to] = [set[least], set[most]]
  if (typeof from === 'number' && typeof to === 'number' && from > to) errors[most] = sentence
}

/**
 * Whoever starts or goes on with a medicine gives it; whoever only takes people who are on it need not. Where nothing was
 * said, what a list knows of medicines stays.
 */
const medicinesOf = (moud: readonly string[] | null): { medicines?: string[] } =>
  moud
    ? {
        medicines: [
          ...new Set(
            moud.filter((one) => !one.endsWith(':accept-on')).map((one) => one.split(':')[0] as string),
          ),
        ],
      }
    : {}

/** Levels of the edition that was chosen; ticks of the other are dropped, because its numbers mean something else. */
const readAsam = (fields: FormFields): { asamLevels: string[] | null; asamEdition: string | null } => {
  const edition = firstOf(fields, 'asamEdition')
  if (edition === NOTHING) return { asamLevels: [], asamEdition: null }
  if (edition !== '3' && edition !== '4') return { asamLevels: null, asamEdition: null }
  const levels = (fields[`asam-${edition}`] ?? []).filter((level) =>
    Object.hasOwn(ASAM_LEVELS[edition], level),
  )
  return levels.length > 0
    ? { asamLevels: levels, asamEdition: edition }
    : { asamLevels: null, asamEdition: null }
}
