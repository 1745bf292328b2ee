import type { FieldFindings } from '#design'
import { findSensitiveWords } from '#kernel/sensitive-words.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'

/** Where a sender writes freely, with the labels of the form. */
const REFERRAL_TEXTS = {
  name: 'First name or nickname',
  whereabouts: 'Where are they?',
  contact: 'Phone, or how to find them',
} as const
export const REFERRAL_TEXT_FIELDS: readonly string[] = Object.keys(REFERRAL_TEXTS)

/** What a form says of words that do not belong there, at the box by which they are kept. */
export const KEEP_OR_CHANGE = {
  'words-keep': 'Some words may not belong here. Change them, or say that you keep them.',
} as const

/** Words in a form of a referral that look like criminal-justice information or name a third person (CJ-0). */
export const findingsInReferral = (fields: FormFields): FieldFindings[] =>
  Object.entries(REFERRAL_TEXTS).map(([field, label]) => ({
    field,
    label,
    findings: findSensitiveWords(firstOf(fields, field)),
  }))
