import { addMember } from '#identity'
import type { MemberActor, PersonActor, Trace } from '#kernel/actor.ts'
import { openness } from '#kernel/hours.ts'
import { derivedId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { answerPrivacyRequest, askAccounting, askRestriction, complain, findPrivacyRequest } from '#my-record'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findUnusualAccess, setWorkingHours } from '#privacy'
import { getReferral } from '#referrals'
import { getBreakGlass, openBreakGlass, reviewBreakGlass } from '#without-consent'
import { demoId } from './demo-id.ts'
import { fillBreaches } from './fill-breaches.ts'
import { MEMBERS } from './members.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

/** The invented hospital's emergency physician. */
const PHYSICIAN = {
  id: demoId(3, 13),
  jurisdictionId: COUNTY.id,
  organizationId: demoId(2, 9),
  name: 'Dr. I. Brandt',
  title: 'Emergency department',
  email: 'i.brandt@harbor-general.example.org',
  roles: ['provider'],
} as const

const TRACE: Trace = { requestId: 'demonstration', source: '192.0.2.1' }

type Walked = { readonly personId: string; readonly referralId: string }

/**
 * Gives the invented county's privacy officer something to do about the person who walked the way to their own page: two
 * requests and a complaint, one of them answered; an emergency to review and one reviewed; looks outside working hours; a
 * breach that is open and one that is closed.
 * Once, however often.
 */
export const fillPrivacy = async (openAsActor: AsActor, walked: Walked, now = new Date()): Promise<void> => {
  const asActor: AsActor = (actor, work) =>
    openAsActor(actor, (tx) => work({ ...tx, enqueue: () => undefined }))
  const office = memberOf(MEMBERS.find(({ roles }) => roles.includes('privacy-officer')))
  const isFilled = await findPrivacyRequest(asActor, office, idOf('accounting'))
  if (isFilled) return
  await addMember({ kind: 'operator' }, asActor, PHYSICIAN)
  await fillRequests(asActor, office, walked)
  await fillEmergencies(asActor, office, now)
  await fillHours(asActor, office, walked, now)
  await fillBreaches(asActor, office, now)
}

const fillRequests = async (asActor: AsActor, office: MemberActor, { personId }: Walked): Promise<void> => {
  const actor: PersonActor & { readonly trace: Trace } = {
    ...{ kind: 'person', personId, jurisdictionId: COUNTY.id },
    ...{ accessId: derivedId('person-access', personId), trace: TRACE },
  }
  await askRestriction({ actor }, asActor, {
    id: idOf('restriction'),
    language: 'en',
    fromOrganizationId: ORGANIZATIONS.navigators.id,
    toOrganizationId: ORGANIZATIONS.prosecutor.id,
    dataClasses: ['enrolled'],
    paidThemselves: false,
    words: 'Please do not tell the prosecutor that I come here.',
  })
  for (const [name, words] of Object.entries(COMPLAINTS))
    await complain(TRACE, asActor, COUNTY.id, { id: idOf(name), language: 'en', words })
  await answerPrivacyRequest(asActor, office, idOf('waiting room'), {
    outcome: 'heard',
    words: 'We moved the desk away from the door. Thank you for telling us.',
  })
  await askAccounting({ actor }, asActor, { id: idOf('accounting'), language: 'en' })
}

const COMPLAINTS = {
  'waiting room': 'Everybody in the waiting room could hear my name at the desk.',
  voicemail: 'Somebody left a message about my appointment on a phone that I share.',
}

const fillEmergencies = async (asActor: AsActor, office: MemberActor, now: Date): Promise<void> => {
  const physician = memberOf(PHYSICIAN)
  for (const { name, personName, emergency } of EMERGENCIES) {
    const input = {
      ...{ personName, emergency, cannotAsk: 'yes' as const, dataClasses: ['enrolled' as const] },
      ...{
        recipientName: PHYSICIAN.name,
        recipientFacility: 'Harbor General Hospital',
        discloserName: PHYSICIAN.name,
      },
    }
    const opened = await openBreakGlass(asActor, physician, { id: glassOf(name), input, now })
    if (!isRefusal(opened)) await getBreakGlass(asActor, physician, glassOf(name))
  }
  await reviewBreakGlass(asActor, office, {
    id: glassOf('last night'),
    finding: 'justified',
    note: 'Called the charge nurse. The chart has the ambulance run.',
  })
}

const EMERGENCIES = [
  { name: 'last night', personName: 'Jo Quill', emergency: 'Breathes slowly, does not answer' },
  { name: 'this morning', personName: 'Mac', emergency: 'Found on the ferry ramp, does not wake up' },
]

/** Says when the place and the police's desk work, so that the looks of just now lie outside: invented, as all here is. */
const fillHours = async (asActor: AsActor, office: MemberActor, walked: Walked, now: Date): Promise<void> => {
  await getReferral(
    asActor,
    memberOf(MEMBERS.find(({ roles }) => roles.includes('provider'))),
    walked.referralId,
    'page',
  )
  const shifts = [
    { opens: '08:00', closes: '17:00' },
    { opens: '18:30', closes: '22:00' },
  ].map((shift) => [{ days: [1, 2, 3, 4, 5, 6, 7], ...shift }])
  const shut = shifts.find((hours) => openness(hours, COUNTY.timeZone, now).state === 'shut')
  await setWorkingHours(asActor, office, ORGANIZATIONS.lantern.id, shut)
  await findUnusualAccess(asActor, { jurisdictionId: COUNTY.id }, now)
}

const idOf = (name: string) => derivedId('privacy-request', `of the invented person: ${name}`)
const glassOf = (name: string) => derivedId('break-glass', `invented: ${name}`)

const memberOf = (
  member: Pick<(typeof MEMBERS)[number], 'id' | 'organizationId' | 'roles'> | undefined,
): MemberActor => {
  if (!member?.id) throw new Error('A member of the invented county is missing.')
  const { id, organizationId, roles } = member
  return { kind: 'member', memberId: id, organizationId, jurisdictionId: COUNTY.id, roles }
}
