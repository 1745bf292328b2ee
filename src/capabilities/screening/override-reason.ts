import type { FieldFindings } from '#design'
import { findSensitiveWords } from '#kernel/sensitive-words.ts'

/** Words in the reason of an override that look like criminal-justice information or name a third person (CJ-0). */
export const reasonFindings = (reason: string): FieldFindings[] => [
  { field: 'reason', label: 'Why should they take part?', findings: findSensitiveWords(reason) },
]
