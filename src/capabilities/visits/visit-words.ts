import type { Step } from '#design'
import type { Visit } from './get-visit.ts'
import type { At } from './visit.ts'

/** In the order in which a visit goes; a family's goes without what only the person could answer. */
const PATH: readonly { readonly at: readonly At[]; readonly title: string; readonly family: boolean }[] = [
  { at: ['comfort'], title: 'A seat, water, a quiet place', family: true },
  { at: ['medical', 'hospital'], title: 'Does anybody need a doctor?', family: true },
  { at: ['promise'], title: 'The promise', family: true },
  { at: ['items'], title: 'Anything to hand over?', family: false },
  { at: ['criteria', 'not-eligible'], title: 'Criteria', family: false },
  { at: ['call', 'asked'], title: 'Call an angel', family: true },
  { at: ['coming'], title: 'Stay until the angel is there', family: true },
  { at: ['together'], title: 'An angel has it', family: true },
]

/** The way of a visit: what is done, what is now, what comes. Of a visit that ended, what was done. */
export const stepsOf = ({ noted, standing }: Pick<Visit, 'noted' | 'standing'>): readonly Step[] => {
  const path = PATH.filter(({ family }) => noted.asks === 'self' || family)
  const now = path.findIndex(({ at }) => at.includes(standing.at))
  const doneWhenEnded = [noted.comfortAt, noted.fitAt, noted.promiseAt].filter(Boolean).length
  const reached = standing.at === 'ended' ? doneWhenEnded : now
  return path.map(({ title }, index) => {
    if (index < reached || (standing.at === 'together' && index === reached)) return { title, is: 'done' }
    return { title, is: index === reached && standing.at !== 'ended' ? 'now' : 'next' }
  })
}

/** How a visit is called in a list: by when it began, because nobody's name stands there. */
export const AT_WORDS: Readonly<Record<At, string>> = {
  comfort: 'Offer a seat and water',
  medical: 'Ask whether they need a doctor',
  hospital: 'At the hospital',
  promise: 'Say the promise',
  items: 'Ask whether they hand anything over',
  criteria: 'Answer the criteria',
  'not-eligible': 'The criteria do not fit',
  call: 'Call an angel',
  asked: 'An angel was called',
  coming: 'An angel is coming',
  together: 'An angel has it',
  ended: 'Ended',
}

export const SAID = {
  changed: 'Somebody was quicker, or it cannot be done now. This is how it stands.',
  item: 'It is recorded. Seal the bag; it stands in the evidence room’s report.',
  saved: 'Saved.',
  called: 'The call is noted.',
} as const
export type SaidKey = keyof typeof SAID
export const saidOf = (text: string | undefined): SaidKey | undefined =>
  (Object.keys(SAID) as SaidKey[]).find((key) => key === text)
