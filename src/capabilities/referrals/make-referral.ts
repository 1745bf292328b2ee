import { listMayReceive } from '#agreements'
import { record } from '#audit'
import { addPerson } from '#consent'
import { type County, findOrganizations, getCounty } from '#identity'
import type { Actor } from '#kernel/actor.ts'
import { derivedId, newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { findOffer, type Offer } from '#network'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { deleteDraft } from './draft.store.ts'
import type { ReferralInput } from './referral.ts'
import { ANNOUNCE, CLOCK_RAN_OUT, type ClockWork, EXPIRE_LINK, type LinkWork } from './referral-jobs.ts'
import { insertReferral, selectReferral } from './referrals.store.ts'

export type Sender = Extract<Actor, { kind: 'member' | 'token' }>

export type MadeReferral = {
  readonly id: string
  /** False when this id was sent before: nothing was written again. */
  readonly isNew: boolean
}

export type MakeRefusal = Refusal<
  'service-closed' | 'agreement-missing' | 'service-does-not-help-with' | 'id-in-use' | 'person-unknown'
>

/**
 * Sends a referral: the request that a place take this person on, the start of the handoff clock, the signed link for
 * the place, and the jobs that announce it and watch its clock, all in one transaction.
 *
 * @param options.sentAt when it was sent, where that is not now: its clock runs from then
 */
export const makeReferral = (
  asActor: AsActor,
  actor: Sender,
  input: ReferralInput,
  { sentAt = new Date() }: { readonly sentAt?: Date } = {},
): Promise<MadeReferral | MakeRefusal> =>
  asActor<MadeReferral | MakeRefusal>(actor, async (tx) => {
    const [before, offer, county] = await Promise.all([
      findSentBefore(tx, actor, input.id),
      findOffer(tx, input.serviceId),
      getCounty(tx, actor.jurisdictionId),
    ])
    if (before) return before
    const receiver = await findReceiver(tx, actor, input, offer)
    if ('refused' in receiver) return receiver

    // Made from the referral's own id, so that two presses at once enter one person.
    const personId = input.personId ?? derivedId('person', input.id)
    if (!(await addPerson(tx, personId))) return { refused: input.personId ? 'person-unknown' : 'id-in-use' }
    const written = await write(tx, actor, input, { personId, county, sentAt, ...receiver })
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
  offer: Offer | undefined,
): Promise<{ organizationId: string } | MakeRefusal> => {
  const closed: MakeRefusal = {
    refused: 'service-closed',
    fields: { serviceId: 'This place stopped taking referrals. Choose another; nothing you wrote is lost.' },
  }
  if (!offer?.organizationId || offer.status !== 'active') return closed
  const organization = (await findOrganizations(tx, [offer.organizationId])).get(offer.organizationId)
  if (!organization || organization.closedAt || organization.jurisdictionId !== actor.jurisdictionId)
    return closed
  if (!(await listMayReceive(tx, [organization.id])).has(organization.id))
    return {
      refused: 'agreement-missing',
      fields: {
        serviceId: `${organization.name} cannot receive referrals here yet: an agreement that the law asks for is missing. Choose another place, or call them${organization.phone ? `, ${organization.phone}` : ''}; nothing you wrote is lost.`,
      },
    }
  const helps = input.needs.some((need) => need === 'other' || offer.needs.includes(need))
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
  to: { personId: string; organizationId: string; county: County; sentAt: Date },
): Promise<boolean> => {
  const { county, sentAt } = to
  const after = (seconds: number) => new Date(sentAt.getTime() + seconds * 1000)
  const answerDueAt = after(county.answerWithinSeconds)
  const openUntil = after(county.linkValidSeconds)
  const { jurisdictionId } = actor
  const memberId = actor.kind === 'member' ? actor.memberId : null
  const linkId = newId<'answer-link'>()
  const isFirst = await insertReferral(tx, {
    id: input.id,
    jurisdictionId,
    personId: to.personId,
    fromOrganizationId: actor.organizationId,
    fromMemberId: memberId,
    toOrganizationId: to.organizationId,
    toServiceId: input.serviceId,
    needs: input.needs,
    payer: input.payer,
    agreesToContact: input.agreesToContact,
    contactWay: input.agreesToContact ? (input.contactWay ?? null) : null,
    submittedAt: sentAt,
    answerDueAt,
    openUntil,
    name: input.name || null,
    contact: input.contact || null,
    whereabouts: input.whereabouts || null,
    latitude: input.latitude ?? null,
    longitude: input.longitude ?? null,
    stepId: newId(),
    linkId,
  })
  if (!isFirst) return false
  const linkWork = (): LinkWork => ({ linkId, messageId: newId(), jurisdictionId })
  const clock = { referralId: input.id, toMessageId: newId(), coordinatorMessageId: newId(), jurisdictionId }
  tx.enqueue<LinkWork>(ANNOUNCE, linkWork())
  tx.enqueue<ClockWork>(CLOCK_RAN_OUT, clock, { startAfter: answerDueAt })
  tx.enqueue<LinkWork>(EXPIRE_LINK, linkWork(), { startAfter: openUntil })
  await Promise.all([
    record(tx, {
      action: 'referrals.make',
      subjectKind: 'referral',
      subjectIds: [input.id],
      outcome: 'done',
      dataClasses: ['own-submission', 'identity'],
    }),
    memberId && deleteDraft(tx, input.id),
  ])
  return true
}
