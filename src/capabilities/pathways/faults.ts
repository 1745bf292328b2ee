import { type Definition, END, holdsCharges, leadsTo } from './definition.ts'
import { CHARGE_EVENTS, MOST_FOR, READERS, RELEASES } from './pathway-words.ts'

/** What keeps a pathway from being published: at which part, in a sentence that says how to mend it. */
export type Fault = {
  /** The part by its list and id, such as `questions/age`, or a part by itself: `name`. */
  readonly at: string
  readonly says: string
}

/** Every reason why a definition cannot be published; none when it can. */
export const faultsIn = (definition: Definition): readonly Fault[] => [
  ...namingFaults(definition),
  ...questionFaults(definition),
  ...criterionFaults(definition),
  ...approvalFaults(definition),
  ...deadlineFaults(definition),
  ...sharingFaults(definition),
]

const namingFaults = ({ name, begins }: Definition): Fault[] => [
  ...(name === '' ? [{ at: 'name', says: 'Give the pathway a name.' }] : []),
  ...(begins === ''
    ? [{ at: 'name', says: 'Say when it begins, so that officers know it from others.' }]
    : []),
]

const questionFaults = (definition: Definition): Fault[] => {
  const { questions } = definition
  if (questions.length === 0) return [{ at: 'questions', says: 'Ask at least one question.' }]
  const reached = reachable(definition)
  const inCircle = circle(definition)
  return questions.flatMap((question) => {
    const at = `questions/${question.id}`
    const lost = question.choices.filter((choice) => leadsTo(definition, question, choice) === undefined)
    return [
      ...(question.text === '' ? [{ at, says: 'Write the question.' }] : []),
      ...(question.choices.length < 2 ? [{ at, says: `Give “${question.text}” at least two answers.` }] : []),
      ...(new Set(question.choices.map(({ label }) => label.toLowerCase())).size < question.choices.length
        ? [{ at, says: `Two answers to “${question.text}” say the same.` }]
        : []),
      ...lost.map(({ label }) => ({
        at,
        says: `The answer “${label}” to “${question.text}” leads nowhere. Choose the question that follows, or the end.`,
      })),
      ...(reached.has(question.id)
        ? []
        : [{ at, says: `Nothing leads to “${question.text}”. Lead an answer to it, or remove it.` }]),
      ...(inCircle === question.id
        ? [{ at, says: `From “${question.text}” the answers lead back to it. Lead one of them onward.` }]
        : []),
    ]
  })
}

const nextOf = (definition: Definition, id: string): readonly string[] => {
  const question = definition.questions.find((one) => one.id === id)
  if (!question) return []
  return question.choices.flatMap((choice) => {
    const next = leadsTo(definition, question, choice)
    return next === undefined || next === END ? [] : [next]
  })
}

const reachable = (definition: Definition): ReadonlySet<string> => {
  const seen = new Set<string>()
  const waiting = definition.questions.slice(0, 1).map(({ id }) => id)
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    waiting.push(...nextOf(definition, id))
  }
  return seen
}

/** A question from which the answers lead back to it; undefined where there is none. */
const circle = (definition: Definition): string | undefined => {
  const left = new Map(definition.questions.map(({ id }) => [id, new Set(nextOf(definition, id))]))
  for (;;) {
    const leaf = [...left].find(([, next]) => [...next].every((id) => !left.has(id)))
    if (!leaf) return left.keys().next().value
    left.delete(leaf[0])
  }
}

const criterionFaults = ({ criteria, questions, warrantCheck }: Definition): Fault[] =>
  criteria.flatMap(({ id, label, question, fails, check }) => {
    const at = `criteria/${id}`
    const asked = questions.find((one) => one.id === question)
    const known = asked?.choices.map((choice) => choice.id) ?? []
    return [
      ...(label === '' ? [{ at, says: 'Say what has to be so, such as “18 or older”.' }] : []),
      ...(asked ? [] : [{ at, says: `“${label}” asks nothing. Choose the question that answers it.` }]),
      ...(asked && !fails.some((one) => known.includes(one))
        ? [{ at, says: `Say with which answer “${label}” is not met.` }]
        : []),
      ...(asked && known.length > 0 && known.every((one) => fails.includes(one))
        ? [{ at, says: `With every answer “${label}” is not met, so nobody could take part.` }]
        : []),
      ...(check === 'warrant' && !warrantCheck
        ? [{ at, says: `“${label}” asks for a warrant check, which is off on this pathway.` }]
        : []),
    ]
  })

const approvalFaults = ({ approval: { policy, partners } }: Definition): Fault[] =>
  policy === 'all-partners' && partners.length < 2
    ? [{ at: 'approval', says: 'Choose at least two partners who say yes.' }]
    : []

const deadlineFaults = (definition: Definition): Fault[] =>
  definition.deadlines.flatMap(({ id, label, from, until, earliest, within }) => {
    const at = `deadlines/${id}`
    const events = [from, until]
    return [
      ...(label === '' ? [{ at, says: 'Say what has to be done.' }] : []),
      ...(from === '' ? [{ at, says: `“${label}” has no clock. Say what starts it.` }] : []),
      ...(until === '' ? [{ at, says: `Say what stops the clock of “${label}”.` }] : []),
      ...(from !== '' && from === until
        ? [{ at, says: `The clock of “${label}” starts and stops at once.` }]
        : []),
      ...(within < 1 ? [{ at, says: `Say how long “${label}” may take.` }] : []),
      ...(earliest >= within && within > 0
        ? [{ at, says: `“${label}” would be due before it may begin.` }]
        : []),
      ...(!holdsCharges(definition) && CHARGE_EVENTS.some((event) => events.includes(event))
        ? [{ at, says: `“${label}” waits for an attorney, and no charge is held on this pathway.` }]
        : []),
    ]
  })

const sharingFaults = (definition: Definition): Fault[] => {
  const charges = holdsCharges(definition)
  return [
    ...(definition.releases.length === 0
      ? [{ at: 'releases', says: 'Choose at least one kind of release that people can sign.' }]
      : []),
    ...(definition.releases.includes('criminal-justice') && !charges
      ? [
          {
            at: 'releases',
            says: `“${RELEASES['criminal-justice']}” stands on a held charge, and none is held on this pathway.`,
          },
        ]
      : []),
    ...definition.readers.flatMap(({ who, classes }) => [
      ...classes
        .filter((name) => !MOST_FOR[who].some((most) => most === name))
        .map((name) => ({ at: 'readers', says: `${READERS[who]} can never be shown “${name}”.` })),
      ...(who === 'prosecutor' && !charges && classes.length > 0
        ? [{ at: 'readers', says: 'No charge is held here, so there is nothing for a prosecutor to see.' }]
        : []),
    ]),
  ]
}
