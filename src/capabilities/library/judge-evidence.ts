import type { Evidence } from './record.ts'

export type Judgement = { readonly evidence: Evidence | null; readonly reason: string | null }

const OF_DESIGN: Readonly<Record<string, readonly [Evidence | null, string]>> = {
  'systematic review': [
    'strong',
    'A systematic review: all the studies that could be found, weighed together.',
  ],
  'randomized trial': [
    'strong',
    'A randomized trial: chance decided who got what, so the difference is its effect.',
  ],
  review: ['moderate', 'A review: studies by others, put together, without a claim that all were found.'],
  'quasi-experiment': [
    'moderate',
    'Compares with a place or time without it; chance did not decide, so other causes are possible.',
  ],
  cohort: [
    'moderate',
    'Follows people over time; those who got it may have differed from those who did not.',
  ],
  'cross-sectional': ['early', 'One look at one time: it shows what goes together, not what causes what.'],
  qualitative: ['early', 'Interviews or observation: it shows how and why, not how often.'],
  guidance: ['practice', 'Advice by people who do this work; not itself a test of whether it works.'],
  description: ['practice', 'Describes what was done; nothing is compared.'],
  law: [null, 'A law: it says what has to be done, not what works.'],
}

const FIGURES: Readonly<Record<string, string>> = {
  'second-hand': ' The figures here come from a summary by others.',
  'self-reported': ' The figures are the program’s own.',
}

const SYSTEMATIC = /systematic review|meta-analy/i

/**
 * How far one can lean on a work, from how it came to know what it says: the scale that `/library/evidence` states.
 *
 * @param work.figures where its figures are not first-hand: `second-hand` or `self-reported`
 * @returns no evidence for a design that the scale does not know: nothing is guessed
 */
export const judgeEvidence = (work: {
  readonly design: string | null
  readonly title: string
  readonly journal: string | null
  readonly figures?: string | undefined
}): Judgement => {
  if (/^protocol:/i.test(work.title))
    return { evidence: null, reason: 'A protocol: it says what will be studied; nothing is found yet.' }
  const isSystematic = work.design === 'review' && SYSTEMATIC.test(`${work.title} ${work.journal ?? ''}`)
  const design = isSystematic ? 'systematic review' : (work.design ?? '')
  const [evidence, reason] = (Object.hasOwn(OF_DESIGN, design) && OF_DESIGN[design]) || [null, null]
  return { evidence, reason: reason && `${reason}${FIGURES[work.figures ?? ''] ?? ''}` }
}
