import { expect, test } from 'vitest'
import { askedHere } from './criteria.ts'

const ask = (id: string, ...next: string[]) => ({
  ...{ id, text: `${id}?`, hint: '', source: '' },
  choices: next.map((to, index) => ({ id: String(index), label: 'An answer', tell: '', next: to })),
})

const asked = (questions: ReturnType<typeof ask>[], ...criteria: string[]) =>
  askedHere({
    ...{ name: 'Angel', kind: 'self-referral', begins: 'A person asks.', source: '', warrantCheck: false },
    ...{ questions, deadlines: [], documents: [], releases: [], readers: [] },
    criteria: criteria.map((question) => ({
      ...{
        id: question,
        label: question,
        question,
        fails: ['0'],
        outcome: 'hard-stop',
        check: 'asked',
        source: '',
      },
    })),
    approval: { policy: 'officer', partners: [], override: 'sergeant', source: '' },
  }).questions.map(({ id }) => id)

test('what the visit has answered is not asked again; what a criterion or a branch needs is', () => {
  const medical = ask('medical', 'following', 'following')
  expect(asked([medical, ask('age', 'following', 'following')], 'age')).toEqual(['age'])
  expect(asked([medical, ask('branch', 'end', 'following'), ask('late', 'following')])).toEqual(['branch'])
  expect(asked([ask('first', 'second'), ask('second', 'following')])).toEqual(['first', 'second'])
})
