import { namedRelease, signRelease } from '#consent'
import type { MemberActor } from '#kernel/actor.ts'
import { derivedId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import { giveCode } from '#my-record'
import type { AsActor } from '#platform/database/as-actor.ts'
import { answerInput, answerReferral, getReferral, makeReferral, referralInput } from '#referrals'
import { demoId } from './demo-id.ts'
import { pathwayIdOf } from './fill-pathways.ts'
import { MEMBERS } from './members.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'
import { DEMO_BIRTH_YEAR, DEMO_CODE } from './own-page.ts'

const DAY_MS = 86_400_000

/**
 * Has one invented person walk the way as far as their own page: referred, expected by a place, two releases signed, and
 * somebody told. Each step is done once, however often, and what a visitor did since stays as it is.
 */
export const fillMyRecord = async (
  openAsActor: AsActor,
  keys: { readonly codes: Buffer },
): Promise<{ readonly personId: string; readonly referralId: string }> => {
  // Nobody is written to about somebody whom this made up: the outbox is for what the visitor does.
  const asActor: AsActor = (actor, work) =>
    openAsActor(actor, (tx) => work({ ...tx, enqueue: () => undefined }))
  const [officer, desk] = [memberOf('Officer T. Reyes'), memberOf('Front desk')]
  const { id, personId } = done(await makeReferral(asActor, officer, referralInput.parse(REFERRAL)))
  const forDate = new Date(Date.now() + 7 * DAY_MS).toISOString().slice(0, 10)
  // Refused where it was answered on another day.
  await answerReferral(asActor, desk, id, answerInput.parse({ answer: 'accepted-for-date', forDate }))
  for (const release of RELEASES)
    done(
      await signRelease(
        asActor,
        desk,
        namedRelease({ ...release, personId, at: new Date(), zone: COUNTY.timeZone }),
      ),
    )
  const given = await giveCode({ asActor, keys }, desk, {
    id: derivedId('person-access', personId),
    personId,
    birthYear: DEMO_BIRTH_YEAR,
    language: 'en',
    code: DEMO_CODE,
  })
  const walked = { personId, referralId: id }
  if (isRefusal(given) && given.refused === 'shown-before') return walked
  done(given)
  await getReferral(asActor, officer, id, 'page')
  return walked
}

const REFERRAL = {
  id: derivedId('referral', 'the invented person'),
  serviceId: demoId(6, 1),
  needs: ['treatment', 'shelter'],
  name: 'Mac',
  whereabouts: 'Ferry ramp',
  payer: 'medicaid',
  pathwayId: pathwayIdOf('lead-social-contact'),
  agreesToContact: true,
  contactWay: 'in-person',
}

const input = (dataClasses: ('handoff' | 'enrolled')[], purpose: string, days: number) =>
  ({ personName: 'Mac', signature: 'Mac', dataClasses, purpose, days }) as const

const RELEASES = [
  {
    id: derivedId<'release'>('release', 'to the navigators'),
    recipient: ORGANIZATIONS.navigators,
    discloser: ORGANIZATIONS.lantern,
    input: input(['handoff', 'enrolled'], 'So that Dana can stay with me', 180),
  },
  {
    id: derivedId<'release'>('release', 'to the police'),
    recipient: ORGANIZATIONS.police,
    discloser: ORGANIZATIONS.lantern,
    input: input(['handoff'], 'So that the officer knows I am safe', 30),
  },
]

const memberOf = (name: string): MemberActor => {
  const member = MEMBERS.find((one) => one.name === name)
  if (!member?.id) throw new Error(`Nobody of the invented county is called ${name}.`)
  const { id, organizationId, roles } = member
  return { kind: 'member', memberId: id, organizationId, jurisdictionId: COUNTY.id, roles }
}

const done = <Result extends object>(answer: Result | Refusal): Result => {
  if (isRefusal(answer)) throw new Error(`The invented person cannot go on: ${answer.refused}`)
  return answer
}
