import {
  type Choice,
  type Criterion,
  type Deadline,
  type Definition,
  FOLLOWING,
  type Question,
} from './definition.ts'
import type { PathwayEvent, Reader } from './pathway-words.ts'

type Answer = readonly [id: string, label: string, then?: { next?: string; tell?: string }]

/** A question with its answers; each leads to the next question unless it says otherwise. */
export const ask = (
  id: string,
  text: string,
  answers: readonly Answer[],
  { source = '', hint = '' }: { source?: string; hint?: string } = {},
): Question => ({
  id,
  text,
  hint,
  choices: answers.map(
    ([answer, label, then]): Choice => ({
      id: answer,
      label,
      next: then?.next ?? FOLLOWING,
      tell: then?.tell ?? '',
    }),
  ),
  source,
})

export const YES: Answer = ['yes', 'Yes']
export const NO: Answer = ['no', 'No']

/** A criterion on the answer to a question of the same id, not met with these answers. */
export const must = (
  question: string,
  label: string,
  fails: readonly string[],
  facts: Partial<Pick<Criterion, 'outcome' | 'check' | 'source'>> = {},
): Criterion => ({
  id: question,
  label,
  question,
  fails: [...fails],
  outcome: facts.outcome ?? 'presumptively-ineligible',
  check: facts.check ?? 'asked',
  source: facts.source ?? '',
})

export const due = (
  id: string,
  label: string,
  [from, until]: readonly [PathwayEvent, PathwayEvent],
  within: Pick<Deadline, 'within' | 'unit'> & { earliest?: number },
  source: string,
): Deadline => ({ id, label, from, until, earliest: within.earliest ?? 0, ...within, source })

export const paper = (
  id: string,
  label: string,
  when: PathwayEvent,
  source = '',
): Definition['documents'][number] => ({
  ...{ id, label, when, source },
  required: true,
})

const seen = (who: Reader, ...classes: string[]): Definition['readers'][number] => ({ who, classes })

/** What referring agencies are usually told of by a release: that it went somewhere, and no more. */
export const USUAL_READERS = [
  seen('police', 'contact-made', 'handoff', 'intake-done', 'enrolled', 'engaged'),
  seen('provider', 'identity', 'handoff'),
  seen('case-team', 'identity', 'contact-made', 'handoff', 'intake-done', 'enrolled', 'engaged', 'care-plan'),
]

export const CHARGE_READERS = [...USUAL_READERS, seen('prosecutor', 'legal')]
