import type { FieldFindings } from '#design'
import { findSensitiveWords } from '#kernel/sensitive-words.ts'
import { firstOf } from '#platform/http/form-body.ts'
import { languageOf, proposedOf, type Signing } from './signing.ts'
import type { Step } from './signing-steps.ts'
import { SIGNING_WORDS } from './signing-words.ts'

/** Words in a free text of a step that look like criminal-justice information or name a third person (CJ-0). */
export const findingsOf = (signing: Signing, step: Step): FieldFindings[] => {
  const found = (field: string, label: string) => ({
    field,
    label,
    findings: findSensitiveWords(firstOf(signing.fields, field)),
  })
  if (step === 'why') return [found('purposeWords', SIGNING_WORDS[languageOf(signing)].why.ownLabel)]
  if (step === 'charge')
    return [found('duty', 'Which duty do they have?'), found('period', 'Why does it have to last so long?')]
  if (step !== 'interest') return []
  return proposedOf(signing)
    .filter(({ isCriminalJustice }) => isCriminalJustice)
    .map(({ id, name }) => found(`interest-${id}`, name))
}
