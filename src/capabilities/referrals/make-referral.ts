import { record } from '#audit'
import { addPerson } from '#consent'
import { findOrganizations, getCounty } from '#identity'
import type { Actor } from '#kernel/actor.ts'
import { derivedId, newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { getService } from '#network'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { deleteDraft } from './draft.store.ts'
import type { ReferralInput } from './referral.ts'
import { ANNOUNCE, CLOCK_RAN_OUT, type ClockWork, EXPIRE_LINK, type LinkWork } from './referral-jobs.ts'
import { insertIdentity, insertLink, insertReferral, insertStep, selectReferral } from './referrals.store.ts'

export type Sender = Extract<Actor, { kind: 'member' | 'token' }>

export type MadeReferral = {
  readonly id: string
  /** False when this id was sent before: nothing was written again. */
  readonly isNew: boolean
}

export type MakeRefusal = Refusal<
  'service-closed' | 'service-does-not-help-with' | 'id-in-use' | 'person-unknown'
>

/**
 * Sends a referral: the request that a place take this person on, the start of the handoff clock, the signed link for
 * the place, and the jobs that announce it and watch its clock, all in one transaction.
 */
export const makeReferral = (
  asActor: AsActor,
  actor: Sender,
  input: ReferralInput,
): Promise<MadeReferral | MakeRefusal> =>
  asActor<MadeReferral | MakeRefusal>(actor, async (tx) => {
    const before = await findSentBefore(tx, actor, input.id)
    if (before) return before
    const receiver = await findReceiver(tx, actor, input)
    if ('refused' in receiver) return receiver

    // Made from the referral's own id, so that two presses at once enter one person.
    const personId = input.personId ?? derivedId('person', input.id)
    if (!(await addPerson(tx, personId))) return { refused: input.personId ? 'person-unknown' : 'id-in-use' }
    const written = await write(tx, actor, input, { personId, ...receiver })
    if (written) return { id: input.id, isNew: true }
    return (await findSentBefore(tx, actor, input.id)) ?? { refused: 'id-in-use' }
  })

const findSentBefore = async (
  tx: Tx,
  actor: Sender,
  id: string,
): Promise<MadeReferral | MakeRefusal | undefined> => {
  const before = await selectReferral(tx, id)
  if (!before) return undefined
  if (before.fromOrganizationId !== actor.organizationId) return { refused: 'id-in-use' }
  return { id, isNew: false }
}

const findReceiver = async (
  tx: Tx,
  actor: Sender,
  input: ReferralInput,
): Promise<{ organizationId: string } | MakeRefusal> => {
  const closed: MakeRefusal = {
    refused: 'service-closed',
    fields: { serviceId: 'This place stopped taking referrals. Choose another; nothing you wrote is lost.' },
  }
  const service = await getService(tx, input.serviceId)
  if (!service?.organizationId || service.status !== 'active') return closed
  const organization = (await findOrganizations(tx, [service.organizationId])).get(service.organizationId)
  if (!organization || organization.closedAt || organization.jurisdictionId !== actor.jurisdictionId)
    return closed
  const helps = input.needs.some((need) => need === 'other' || service.needs.includes(need))
  return helps
    ? { organizationId: organization.id }
    : {
        refused: 'service-does-not-help-with',
        fields: { serviceId: 'This place does not help with what you chose. Choose one that does.' },
      }
}

const write = async (
  tx: Tx,
  actor: Sender,
  input: ReferralInput,
  to: { personId: string; organizationId: string },
): Promise<boolean> => {
  const county = await getCounty(tx, actor.jurisdictionId)
  const now = new Date()
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  const answerDueAt = after(county.answerWithinSeconds)
  const openUntil = after(county.linkValidSeconds)
  const { jurisdictionId } = actor
  const memberId = actor.kind === 'member' ? actor.memberId : null
  const parties = {
    jurisdictionId,
    fromOrganizationId: actor.organizationId,
    toOrganizationId: to.organizationId,
  }

  const isFirst = await insertReferral(tx, {
    ...parties,
    id: input.id,
    personId: to.personId,
    fromMemberId: memberId,
    toServiceId: input.serviceId,
    needs: input.needs,
    payer: input.payer,
    agreesToContact: input.agreesToContact,
    contactWay: input.agreesToContact ? (input.contactWay ?? null) : null,
    submittedAt: now,
    answerDueAt,
    openUntil,
  })
  if (!isFirst) return false
  await insertIdentity(tx, {
    ...parties,
    referralId: input.id,
    name: input.name || null,
    contact: input.contact || null,
    whereabouts: input.whereabouts || null,
    latitude: input.latitude ?? null,
    longitude: input.longitude ?? null,
    shared: input.agreesToContact,
  })
  await insertStep(tx, {
    ...parties,
    id: newId(),
    referralId: input.id,
    personId: to.personId,
    step: 'submitted',
    byOrganizationId: actor.organizationId,
    byMemberId: memberId,
    byLinkId: null,
    at: now,
  })
  const linkId = newId<'answer-link'>()
  await insertLink(tx, {
    id: linkId,
    referralId: input.id,
    jurisdictionId,
    toOrganizationId: to.organizationId,
    purpose: 'answer',
    expiresAt: openUntil,
  })
  await record(tx, {
    action: 'referrals.make',
    subjectKind: 'referral',
    subjectIds: [input.id],
    outcome: 'done',
    dataClasses: ['own-submission', 'identity'],
  })
  if (memberId) await deleteDraft(tx, input.id)
  await tx.enqueue<LinkWork>(ANNOUNCE, { linkId, messageId: newId(), jurisdictionId })
  const clock = { referralId: input.id, toMessageId: newId(), coordinatorMessageId: newId(), jurisdictionId }
  await tx.enqueue<ClockWork>(CLOCK_RAN_OUT, clock, { startAfter: answerDueAt })
  await tx.enqueue<LinkWork>(
    EXPIRE_LINK,
    { linkId, messageId: newId(), jurisdictionId },
    { startAfter: openUntil },
  )
  return true
}
