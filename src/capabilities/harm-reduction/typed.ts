import { isId, newId } from '#kernel/ids.ts'
import type { Typed } from './record-form.ts'

/** The first value of each field of a form. */
export const typedOf = (fields: Readonly<Record<string, readonly string[]>>): Typed =>
  Object.fromEntries(Object.entries(fields).map(([name, [value = '']]) => [name, value]))

/** The id that a form was given when it was shown, so that sending it twice is once. */
export const idOf = (typed: Typed): string => (isId(typed.id) ? typed.id : newId())
