import { isId } from '#kernel/ids.ts'
import { type Attribute, type Facts, type Kind, OBJECTS } from './objects.ts'

/** One thing about a row that has to be known by whoever has the file. */
export type Trouble = { readonly attribute: string; readonly says: string }

export type Checked = {
  /** The row, without what is not an attribute; undefined where it cannot be used. */
  readonly facts: Facts | undefined
  readonly troubles: readonly Trouble[]
}

/**
 * Reads what a file says of one object, as texts (a table) or as JSON values. What is wrong in it makes the whole row
 * unusable: half an object would be given back as if its publisher had said it.
 */
export const checkFacts = (
  kind: Kind,
  said: Readonly<Record<string, unknown>>,
  from: 'table' | 'json',
): Checked => {
  const { attributes } = OBJECTS[kind]
  const facts: Record<string, string | number> = {}
  const troubles: Trouble[] = []
  let isUsable = true
  const fail = (attribute: string, says: string) => {
    troubles.push({ attribute, says })
    isUsable = false
  }
  for (const attribute of attributes) {
    const value = said[attribute.name]
    if (value === undefined || value === null || (from === 'table' && value === '')) {
      // In a table there is no difference between nothing and an empty text.
      if (attribute.required && !(from === 'table' && MAY_BE_EMPTY.has(attribute.name)))
        fail(attribute.name, 'It has to be there.')
      else if (attribute.required) facts[attribute.name] = ''
      continue
    }
    const read = readValue(attribute, value, from)
    if (typeof read === 'object') fail(attribute.name, read.says)
    else facts[attribute.name] = read
  }
  return { facts: isUsable ? (facts as Facts) : undefined, troubles }
}

/** A change from nothing to something, or back, has an empty value. */
const MAY_BE_EMPTY = new Set(['previous_value', 'replacement_value', 'description'])

const LONGEST = 100_000

const readValue = (
  { type }: Attribute,
  said: unknown,
  from: 'table' | 'json',
): string | number | { says: string } => {
  // Tables hold texts, whatever a program that turned them into JSON took them for.
  const value = from === 'table' && typeof said === 'number' ? String(said) : said
  if (type === 'number') {
    const number = from === 'table' ? readNumber(String(value)) : value
    return typeof number === 'number' && Number.isFinite(number)
      ? number
      : { says: `${shown(value)} is not a number.` }
  }
  if (typeof value !== 'string') return { says: `${shown(value)} is not a text.` }
  if (value.length > LONGEST || /[\0\p{Cs}]/u.test(value)) return { says: 'It is too long, or is not text.' }
  if (typeof type !== 'string')
    return type.includes(value) ? value : { says: `${shown(value)} is none of ${type.join(', ')}.` }
  const form = FORMS[type]
  return !form || form.is(value) ? value : { says: `${shown(value)} is not ${form.called}.` }
}

const readNumber = (text: string): number =>
  /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

const FORMS: Readonly<Record<string, { readonly is: (text: string) => boolean; readonly called: string }>> = {
  uuid: { is: isId, called: 'a UUID' },
  uri: { is: (text) => URL.canParse(text), called: 'an address of the web with its scheme, like https://' },
  email: { is: (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), called: 'an e-mail address' },
  date: {
    is: (text) =>
      DATE.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text),
    called: 'a date like 2026-11-24',
  },
  time: {
    is: (text) => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.test(text),
    called: 'a time like 08:30',
  },
  datetime: {
    is: (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text)),
    called: 'a time like 2026-11-24T08:30:00Z',
  },
}

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
}
