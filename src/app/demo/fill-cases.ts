import { addEntry, addTask, changeCase, noteContact, openCase } from '#cases'
import { addPerson } from '#consent'
import type { MemberActor } from '#kernel/actor.ts'
import { derivedId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { demoId } from './demo-id.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

const MINUTE_MS = 60_000
const DAY_MS = 1440 * MINUTE_MS

const memberOf = (number: number, role: MemberActor['roles'][number]): MemberActor => ({
  kind: 'member',
  memberId: demoId(3, number),
  organizationId: ORGANIZATIONS.navigators.id,
  jurisdictionId: COUNTY.id,
  roles: [role],
})
const DANA = memberOf(4, 'navigator')
const LUIS = memberOf(5, 'case-manager')

type Contact = {
  readonly days: number
  readonly channel: 'call' | 'text' | 'visit' | 'in-person'
  readonly words?: string
  readonly missed?: true
  readonly minutes?: number
}
type Person = {
  readonly called: string
  readonly by?: MemberActor
  readonly known?: Readonly<Record<string, string>>
  readonly since: number
  readonly follow?: true
  readonly status?: 'in-the-wind' | 'inactive'
  readonly closed?: 'goals-met' | 'moved'
  readonly intake?: true
  readonly contacts?: readonly Contact[]
  readonly goals?: readonly string[]
  readonly needs?: Readonly<
    Partial<Record<'medicine' | 'housing' | 'id' | 'family', 'wanted' | 'under-way' | 'done'>>
  >
  readonly due?: readonly {
    readonly title: string
    readonly inMinutes: number
    readonly kind?: 'call-back' | 'appointment' | 'visit'
  }[]
}

/** Invented people, one in each state of a case; days are before, minutes after the first time that the county was filled. */
const PEOPLE: readonly Person[] = [
  {
    ...{ called: 'Marcus T.', by: DANA, since: 13 },
    known: {
      phone: '207-555-0158',
      howToReach: 'Call after 2 PM, texts any time',
      language: 'English, some Portuguese',
    },
    contacts: [
      { days: 12, channel: 'in-person', minutes: 40, words: 'Wants to see his girls on Sundays.' },
      { days: 2, channel: 'text', words: 'Ready when you are.' },
      {
        days: 1,
        channel: 'call',
        minutes: 10,
        words: 'Said yes to residential. Asked if he can keep his phone.',
      },
    ],
    goals: ['See my girls on Sundays', 'Get my license back'],
    needs: { medicine: 'wanted', housing: 'under-way', id: 'done' },
    due: [
      { title: 'Ride to intake', inMinutes: 48, kind: 'appointment' },
      { title: 'Ask about his license', inMinutes: 2 * 1440 },
    ],
  },
  {
    ...{ called: 'Denise A.', by: DANA, since: 4, known: { phone: '207-555-0152' } },
    contacts: [{ days: 0, channel: 'call', missed: true, words: 'Left a message without a reason.' }],
    due: [{ title: 'Call back: can she start Thursday?', inMinutes: 180, kind: 'call-back' }],
  },
  {
    ...{ called: 'Andre B.', by: DANA, since: 5, intake: true, follow: true },
    known: { phone: '207-555-0133' },
  },
  {
    ...{
      called: 'Priya N.',
      since: 60,
      status: 'in-the-wind',
      known: { whereabouts: 'The library, Thursday mornings' },
    },
    contacts: [
      { days: 16, channel: 'in-person', minutes: 15 },
      { days: 9, channel: 'text', missed: true },
      { days: 3, channel: 'visit', missed: true, words: 'Left the plain card.' },
    ],
    due: [{ title: 'Look at the library', inMinutes: -200, kind: 'visit' }],
  },
  {
    ...{ called: 'Walter K.', since: 40, status: 'inactive' },
    contacts: [{ days: 20, channel: 'call', minutes: 5 }],
  },
  {
    ...{ called: 'Lena P.', by: DANA, since: 30, follow: true, known: { bornOn: '1979-05-02' } },
    contacts: [{ days: 30, channel: 'in-person', minutes: 30 }],
  },
  { ...{ called: 'Lina Pea', since: 2, follow: true, known: { bornOn: '1979-05-02' } } },
  {
    ...{ called: 'Rosa M.', since: 200, closed: 'goals-met' },
    contacts: [{ days: 100, channel: 'call', minutes: 20 }],
  },
]

/** Has the navigators work with a few invented people, in each state of a case; once, however often. */
export const fillCases = async (asActor: AsActor): Promise<void> => {
  for (const person of PEOPLE) await fillCase(asActor, person)
}

const fillCase = (asActor: AsActor, person: Person): Promise<void> => {
  const actor = person.by ?? LUIS
  return asActor(actor, async (tx) => {
    const personId = derivedId<'person'>('person', `invented ${person.called}`)
    // What a visitor did since stays as it is.
    if (await addPerson(tx, personId, { isNew: false })) return
    await addPerson(tx, personId)
    const now = Date.now()
    const opened = await openCase(tx, actor, {
      ...{ personId, known: { called: person.called, ...person.known }, caseManagerId: actor.memberId },
      openedAt: new Date(now - person.since * DAY_MS),
      followUpFrom: person.follow ? new Date(now - person.since * DAY_MS) : undefined,
      ...(person.intake ? { status: 'intake', intakeDueAt: new Date(now + 3 * DAY_MS) } : {}),
    })
    if ('refused' in opened) throw new Error(`The invented case cannot be opened: ${opened.refused}`)
    const { caseId } = opened
    for (const { days, channel, words, missed, minutes } of person.contacts ?? [])
      await noteContact(tx, actor, {
        ...{
          id: derivedId('case-entry', `${caseId} ${days}`),
          caseId,
          channel,
          reached: !missed,
          words,
          minutes,
        },
        at: new Date(now - days * DAY_MS - 5 * MINUTE_MS),
      })
    const entryId = (what: string) => derivedId('case-entry', `${caseId} ${what}`)
    for (const words of person.goals ?? [])
      await addEntry(tx, actor, { id: entryId(words), caseId, kind: 'goal', words })
    for (const [need, state] of typedEntries(person.needs ?? {}))
      await addEntry(tx, actor, { id: entryId(need), caseId, kind: 'need', need, state })
    for (const { title, inMinutes, kind = 'call-back' } of person.due ?? [])
      await addTask(tx, actor, {
        ...{ id: derivedId('case-task', `${caseId} ${title}`), caseId, kind, title },
        ...{ dueAt: new Date(now + inMinutes * MINUTE_MS), assignedMemberId: actor.memberId },
      })
    const to = person.closed ? 'closed' : person.status
    if (to) await changeCase(tx, actor, { caseId, status: to, outcome: person.closed })
  })
}

const typedEntries = <Key extends string, Value>(
  record: Readonly<Partial<Record<Key, Value>>>,
): readonly (readonly [Key, Value])[] => Object.entries(record) as [Key, Value][]
