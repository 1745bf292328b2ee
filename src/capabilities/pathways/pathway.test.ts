import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Definition, definitionShape, END, FOLLOWING } from './definition.ts'
import { faultsIn } from './faults.ts'
import { findTemplate, TEMPLATES } from './template-variants.ts'
import { type Answers, approversOf, deadlinesFrom, nextQuestion, outcomeOf, walk } from './walk.ts'

const template = (id: string): Definition => findTemplate(id)?.definition as Definition

/** Every way through a definition, by always answering what is asked next. */
const waysThrough = (definition: Definition, answers: Answers = {}): Answers[] => {
  const next = nextQuestion(definition, answers)
  if (!next) return [answers]
  return next.choices.flatMap((choice) => waysThrough(definition, { ...answers, [next.id]: choice.id }))
}

describe.each(TEMPLATES.map(({ id, definition }) => ({ id, definition })))(
  'the template $id',
  ({ definition }) => {
    test('has the shape of a definition and could be published as it is', () => {
      expect(definitionShape.parse(definition)).toEqual(definition)
      expect(faultsIn(definition)).toEqual([])
    })

    test('says for each question and criterion where it comes from', () => {
      for (const { source } of [
        definition,
        ...definition.questions,
        ...definition.criteria,
        ...definition.deadlines,
      ])
        expect(source).not.toBe('')
    })

    test('has an outcome at the end of every way, and each outcome has its approvers', () => {
      for (const answers of waysThrough(definition)) {
        const found = outcomeOf(definition, answers)
        expect(found).toBeDefined()
        expect(approversOf(definition, found?.outcome ?? 'eligible').length === 0).toBe(
          found?.outcome === 'hard-stop',
        )
      }
    })
  },
)

// Drawn definitions, right and wrong: questions lead anywhere, criteria name anything.
const drawn: fc.Arbitrary<Definition> = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => {
    const ids = Array.from({ length: count }, (_, index) => `q${index}`)
    const target = fc.constantFrom(FOLLOWING, FOLLOWING, END, '', ...ids)
    const outcome = fc.constantFrom('presumptively-ineligible' as const, 'hard-stop' as const)
    return fc.record({
      nexts: fc.array(fc.tuple(target, target), { minLength: count, maxLength: count }),
      fails: fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom('yes', 'no'), outcome), {
        maxLength: 4,
      }),
    })
  })
  .map(({ nexts, fails }) => ({
    ...template('lead-social-contact'),
    questions: nexts.map(([yes, no], index) => ({
      ...{ id: `q${index}`, text: `Question ${index}?`, hint: '', source: '' },
      choices: [
        { id: 'yes', label: 'Yes', tell: '', next: yes },
        { id: 'no', label: 'No', tell: '', next: no },
      ],
    })),
    criteria: fails.map(([question, answer, outcome], index) => ({
      ...{ id: `c${index}`, label: `Criterion ${index}`, question, outcome, fails: [answer], source: '' },
      check: 'asked' as const,
    })),
  }))

const answersTo = fc.dictionary(
  fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4', 'q5'),
  fc.constantFrom('yes', 'no', 'neither'),
)

test('whatever is published ends on every way with an outcome, and asks nothing twice', () => {
  fc.assert(
    fc.property(drawn, (definition) => {
      fc.pre(faultsIn(definition).length === 0)
      for (const answers of waysThrough(definition)) {
        const { asked, next } = walk(definition, answers)
        expect(next).toBeUndefined()
        expect(new Set(asked.map(({ question }) => question.id)).size).toBe(asked.length)
        expect(outcomeOf(definition, answers)).toBeDefined()
      }
    }),
    { numRuns: 150 },
  )
})

test('whatever is drawn, and whatever is answered, a walk comes to an end, and its outcome follows from what is missed', () => {
  fc.assert(
    fc.property(drawn, answersTo, (definition, answers) => {
      const found = outcomeOf(definition, answers)
      expect(found === undefined).toBe(nextQuestion(definition, answers) !== undefined)
      if (!found) return
      const gravest = found.missed.map(({ outcome }) => outcome)
      expect(found.outcome).toBe(gravest.includes('hard-stop') ? 'hard-stop' : (gravest[0] ?? 'eligible'))
      expect(found.met.some((one) => found.missed.includes(one))).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('a circle, a question that nothing leads to and an answer that leads nowhere are each told at their question', () => {
  fc.assert(
    fc.property(drawn, (definition) => {
      const faults = faultsIn(definition)
      const { questions } = definition
      const lost = questions.filter(({ choices }) => choices.some(({ next }) => next === ''))
      for (const { id } of lost) expect(faults.map(({ at }) => at)).toContain(`questions/${id}`)
      // What is not told of is free of both: every way is found, and every question is on one.
      if (faults.length > 0) return
      const met = waysThrough({ ...definition, criteria: [] }).flatMap((answers) => Object.keys(answers))
      expect(new Set(met).size).toBe(questions.length)
    }),
    { numRuns: 150 },
  )
})

describe('faults', () => {
  const faultsWith = (facts: Partial<Definition>, of = 'lead-social-contact') =>
    faultsIn({ ...template(of), ...facts }).map(({ at, says }) => `${at}: ${says}`)

  test('a release for whoever monitors a charge fits only where a charge is held', () => {
    expect(faultsWith({ releases: ['criminal-justice'] })).toEqual([
      'releases: “To whoever monitors a held charge (42 CFR 2.35)” stands on a held charge, and none is held on this pathway.',
    ])
    expect(faultsWith({ releases: ['criminal-justice'] }, 'lead-arrest-diversion')).toEqual([])
  })

  test('a deadline needs its clock', () => {
    const intake = template('lead-social-contact').deadlines[1] as Definition['deadlines'][number]
    expect(faultsWith({ deadlines: [{ ...intake, from: '' }] })).toEqual([
      'deadlines/intake: “Intake” has no clock. Say what starts it.',
    ])
    expect(faultsWith({ deadlines: [{ ...intake, until: 'decided' }] })).toHaveLength(1)
    expect(faultsWith({ deadlines: [{ ...intake, earliest: 30 }] })).toHaveLength(1)
  })

  test('police can never be shown more than the wall lets them, nor a prosecutor where no charge is held', () => {
    expect(faultsWith({ readers: [{ who: 'police', classes: ['clinical'] }] })).toEqual([
      'readers: The agency that refers can never be shown “clinical”.',
    ])
    expect(faultsWith({ readers: [{ who: 'prosecutor', classes: ['legal'] }] })).toHaveLength(1)
  })

  test('a warrant check is off unless the pathway turns it on', () => {
    expect(faultsWith({ warrantCheck: false }, 'angel')).toHaveLength(1)
    expect(TEMPLATES.filter(({ definition }) => definition.warrantCheck).map(({ id }) => id)).toEqual([
      'angel',
      'angel-kentucky',
    ])
  })
})

describe('what the operators say', () => {
  const outcome = (id: string, answers: Answers) => outcomeOf(template(id), answers)?.outcome

  test('Angel asks for a parent’s consent only under 18', () => {
    const adult = { medical: 'no', items: 'no', warrant: 'no', convictions: 'no', safety: 'no', age: 'yes' }
    expect(outcome('angel', adult)).toBe('eligible')
    expect(nextQuestion(template('angel'), { ...adult, age: 'no' })?.id).toBe('guardian')
    expect(outcome('angel', { ...adult, age: 'no', guardian: 'no' })).toBe('presumptively-ineligible')
  })

  test('Santa Fe takes six grams, and any number of prescription pills', () => {
    const rest = { cause: 'yes', wanted: 'yes', age: 'yes', dealing: 'no', exploiting: 'no' }
    const with6 = (amount: string) => outcome('lead-arrest-diversion-santa-fe', { ...rest, amount })
    expect([with6('within'), with6('pills'), with6('more')]).toEqual([
      ...['eligible', 'eligible', 'presumptively-ineligible'],
    ])
  })

  test('LEAD ends at once where somebody says no', () => {
    expect(outcome('lead-arrest-diversion-seattle', { cause: 'yes', wanted: 'no' })).toBe('hard-stop')
    expect(approversOf(template('lead-arrest-diversion-seattle'), 'hard-stop')).toEqual([])
  })

  test('an override is approved first by whoever may override', () => {
    expect(approversOf(template('lead-arrest-diversion'), 'presumptively-ineligible')).toEqual([
      ...['project-manager', 'sergeant'],
    ])
  })

  test('a visit after an overdose is due from 12 to 72 hours', () => {
    const overdose = new Date('2026-11-24T00:00:00Z')
    const at = (hours: number) => new Date(overdose.getTime() + hours * 3_600_000)
    const stands = (now: Date, visited?: Date) =>
      deadlinesFrom(template('post-overdose-outreach'), { overdose, ...(visited && { visited }) }, now)[0]
    expect(stands(at(13))).toMatchObject({ is: 'running', earliestAt: at(12), dueAt: at(72) })
    expect(stands(at(73))?.is).toBe('late')
    expect(stands(at(73), at(20))?.is).toBe('done')
    // A new overdose starts it anew: the visit before it does not count.
    expect(stands(at(73), new Date(overdose.getTime() - 1))?.is).toBe('late')
    expect(deadlinesFrom(template('post-overdose-outreach'), {}, at(1))[0]?.is).toBe('waiting')
  })
})
