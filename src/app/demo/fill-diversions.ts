import { callMeeting, noteAction, openDiversion, takeStep } from '#diversions'
import type { MemberActor } from '#kernel/actor.ts'
import { addDays, dayAt } from '#kernel/calendar-day.ts'
import { derivedId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { makeReferral, referralInput } from '#referrals'
import { decide } from '#screening'
import { demoId } from './demo-id.ts'
import { pathwayIdOf } from './fill-pathways.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

const DAY_MS = 86_400_000

const actor = (number: number, organizationId: string, role: MemberActor['roles'][number]): MemberActor => ({
  ...{ kind: 'member', memberId: demoId(3, number), organizationId, jurisdictionId: COUNTY.id },
  roles: [role],
})
const OFFICER = actor(1, ORGANIZATIONS.police.id, 'officer')
const SERGEANT = actor(2, ORGANIZATIONS.police.id, 'sergeant')
const CASE_MANAGER = actor(5, ORGANIZATIONS.navigators.id, 'case-manager')
const LIAISON = actor(8, ORGANIZATIONS.prosecutor.id, 'prosecutor')

type Taken = readonly [by: MemberActor, kind: Parameters<typeof takeStep>[2]['kind'], said?: object]

const TOGETHER: readonly Taken[] = [
  [CASE_MANAGER, 'reached'],
  [OFFICER, 'arrived'],
  [OFFICER, 'handed-over'],
]
const PACKET: Taken = [OFFICER, 'packet-sent', { contents: ['Incident or offense report', 'Diversion form'] }]

type Diverted = {
  readonly name: string
  readonly whereabouts: string
  readonly charge: string
  readonly steps: readonly Taken[]
}

/** Invented people, one in each hand: the case manager is called, is at intake, and the office has decided. */
const PEOPLE: readonly Diverted[] = [
  { name: 'Jules', whereabouts: 'Behind the bus station', charge: 'Possession', steps: [] },
  {
    ...{ name: 'Rennie', whereabouts: 'Ferry ramp', charge: 'Shoplifting' },
    steps: [...TOGETHER, PACKET, [CASE_MANAGER, 'screened', { contents: ['Somewhere to sleep', 'A ride'] }]],
  },
  {
    ...{ name: 'Odell', whereabouts: 'The library', charge: 'Trespass' },
    steps: [
      ...TOGETHER,
      PACKET,
      [CASE_MANAGER, 'screened', { contents: ['Phone or ID'] }],
      [CASE_MANAGER, 'intake-done'],
      [CASE_MANAGER, 'reported', { outcome: 'completed' }],
      [LIAISON, 'decided', { outcome: 'not-filed' }],
    ],
  },
]

/** Has invented people diverted, each as far as another hand, and the work group meet; once, however often. */
export const fillDiversions = async (openAsActor: AsActor): Promise<void> => {
  // Nobody is written to about somebody whom this made up: the outbox is for what the visitor does.
  const asActor: AsActor = (who, work) => openAsActor(who, (tx) => work({ ...tx, enqueue: () => undefined }))
  for (const person of PEOPLE) await divert(asActor, person)
  await fillWorkGroup(asActor)
}

const divert = async (asActor: AsActor, { name, whereabouts, charge, steps }: Diverted): Promise<void> => {
  const made = await makeReferral(
    asActor,
    OFFICER,
    referralInput.parse({
      ...{
        id: derivedId('referral', `diverted ${name}`),
        serviceId: demoId(6, 7),
        needs: ['other'],
      },
      ...{ name, whereabouts, pathwayId: pathwayIdOf('lead-arrest-diversion'), agreesToContact: true },
      contactWay: 'in-person',
    }),
  )
  if (isRefusal(made)) throw new Error(`An invented person cannot be referred: ${made.refused}`)
  const { id, personId } = made
  await decide(asActor, SERGEANT, {
    ...{ id: derivedId('pathway-decision', id), referralId: id, answers: { cause: 'yes', wanted: 'yes' } },
    overrideReason: undefined,
  })
  const opened = await openDiversion(asActor, OFFICER, {
    referral: { id, personId, to: ORGANIZATIONS.navigators },
    charge,
  })
  if (isRefusal(opened)) throw new Error(`An invented diversion cannot be opened: ${opened.refused}`)
  // Refused where a visitor went on from here: what they did stays as it is.
  for (const [by, kind, said] of steps)
    await takeStep(asActor, by, {
      id: derivedId('diversion-step', `${id} ${kind}`),
      referralId: id,
      kind,
      ...said,
    })
}

const fillWorkGroup = async (asActor: AsActor): Promise<void> => {
  const now = new Date()
  const id = derivedId('work-group-meeting', 'the first')
  const attendee = (organization: { readonly id: string }, name: string) => ({
    ...{ organizationId: organization.id, name, attested: true as const },
  })
  await callMeeting(asActor, CASE_MANAGER, {
    ...{
      id,
      heldAt: new Date(Math.ceil(now.getTime() / DAY_MS) * DAY_MS + 15 * 3_600_000),
      place: 'Library, room 2',
    },
    attendees: [
      attendee(ORGANIZATIONS.police, 'Sgt. M. Okafor'),
      attendee(ORGANIZATIONS.prosecutor, 'Helen Marsh'),
    ],
  })
  for (const [words, owner, days] of [
    ['Ask the library for a room on Thursdays', 'Luis Ortega', 5],
    ['Cards in Spanish for each car', 'Sgt. M. Okafor', 9],
  ] as const)
    await noteAction(asActor, CASE_MANAGER, {
      ...{ id: derivedId('work-group-action', words), meetingId: id, words, owner },
      dueOn: addDays(dayAt(now, COUNTY.timeZone), days),
    })
}
