import { hasAttested, listMissingAgreements, missingWords } from '#agreements'
import { record } from '#audit'
import { addPerson } from '#consent'
import { type County, findMembers, findOrganizations, getCounty, type OrganizationCard } from '#identity'
import type { Actor } from '#kernel/actor.ts'
import { derivedId, newId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import { findOffer, type Offer } from '#network'
import { readPathways } from '#pathways'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { deleteDraft } from './draft.store.ts'
import type { ReferralInput, ReferralView } from './referral.ts'
import { ANNOUNCE, CLOCK_RAN_OUT, type ClockWork, EXPIRE_LINK, type LinkWork } from './referral-jobs.ts'
import { referralView } from './referral-view.ts'
import { insertReferral, isIdInUse, type ReferralRow, selectReferral } from './referrals.store.ts'

export type Sender = Extract<Actor, { kind: 'member' | 'token' }>

export type MadeReferral = {
  readonly id: string
  readonly personId: string
  /** False when this id was sent before: nothing was written again. */
  readonly isNew: boolean
  /** What getReferral would read back; only for a new referral of a new person, of whom there can be no release. */
  readonly view?: ReferralView
}

export type MakeRefusal = Refusal<
  | 'service-closed'
  | 'agreement-missing'
  | 'service-does-not-help-with'
  | 'pathway-ended'
  | 'id-in-use'
  | 'person-unknown'
>

/**
 * Sends a referral: the request that a place take this person on, the start of the handoff clock, the signed link for
 * the place, and the jobs that announce it and watch its clock, all in one transaction.
 *
 * @param options.sentAt when it was sent, where that is not now: its clock runs from then
 */
export const makeReferral = async (
  asActor: AsActor,
  actor: Sender,
  input: ReferralInput,
  { sentAt = new Date() }: { readonly sentAt?: Date } = {},
): Promise<MadeReferral | MakeRefusal> => {
  try {
    return await asActor(actor, (tx) => send(tx, actor, input, sentAt))
  } catch (fault) {
    if (!isIdInUse(fault)) throw fault
    // Of two presses at once the second comes here, after the first was written.
    return asActor(
      actor,
      async (tx) => (await findSentBefore(tx, actor, input.id)) ?? { refused: 'id-in-use' as const },
    )
  }
}

const send = async (
  tx: Tx,
  actor: Sender,
  input: ReferralInput,
  sentAt: Date,
): Promise<MadeReferral | MakeRefusal> => {
  // Asked at once, what only the answer shows too: it is the way to the database that takes the time.
  const [before, offer, county, knowsPerson, members, attested, pathways] = await Promise.all([
    findSentBefore(tx, actor, input.id),
    findOffer(tx, input.serviceId),
    getCounty(tx, actor.jurisdictionId),
    !input.personId || addPerson(tx, input.personId, { isNew: false }),
    findMembers(tx, actor.kind === 'member' ? [actor.memberId] : []),
    hasAttested(tx),
    readPathways(tx),
  ])
  if (before) return before
  const parties = await findParties(tx, actor, input, offer)
  if ('refused' in parties) return parties
  const pathway = pathways.chosen(input.pathwayId, sentAt, county.timeZone)
  if (pathway && isRefusal(pathway)) return pathway
  // One whom nobody knows is refused like one whom others know.
  if (!knowsPerson) return { refused: 'person-unknown' }
  // Made from the referral's own id, so that two presses at once enter one person.
  const personId = input.personId ?? derivedId('person', input.id)
  const row = newRow(actor, input, { personId, toOrganizationId: parties.to.id, county, sentAt })
  write(tx, row, input, () =>
    pathway
      ? [
          pathways.keep({
            ...{
              referralId: row.id,
              jurisdictionId: row.jurisdictionId,
              pathwayVersionId: pathway.versionId,
            },
            ...{ fromOrganizationId: row.fromOrganizationId, fromMemberId: row.fromMemberId },
          }),
        ]
      : [],
  )
  const made = { id: input.id, personId, isNew: true }
  return input.personId ? made : { ...made, view: viewOfNew(row, input, parties, { members, attested }) }
}

const findSentBefore = async (
  tx: Tx,
  actor: Sender,
  id: string,
): Promise<MadeReferral | MakeRefusal | undefined> => {
  const before = await selectReferral(tx, id)
  if (!before) return undefined
  if (before.fromOrganizationId !== actor.organizationId) return { refused: 'id-in-use' }
  return { id, personId: before.personId, isNew: false }
}

type Parties = { readonly from: OrganizationCard; readonly to: OrganizationCard }

const findParties = async (
  tx: Tx,
  actor: Sender,
  input: ReferralInput,
  offer: Offer | undefined,
): Promise<Parties | MakeRefusal> => {
  const closed: MakeRefusal = {
    refused: 'service-closed',
    fields: { serviceId: 'This place stopped taking referrals. Choose another; nothing you wrote is lost.' },
  }
  if (!offer?.organizationId || offer.status !== 'active') return closed
  const [organizations, missing] = await Promise.all([
    findOrganizations(tx, [actor.organizationId, offer.organizationId]),
    listMissingAgreements(tx, { from: actor.organizationId, to: offer.organizationId }),
  ])
  const [from, to] = [organizations.get(actor.organizationId), organizations.get(offer.organizationId)]
  if (!from || !to || to.closedAt || to.jurisdictionId !== actor.jurisdictionId) return closed
  const [lacks] = missing
  if (lacks) return { refused: 'agreement-missing', fields: { serviceId: missingWords(lacks) } }
  const helps = input.needs.some((need) => need === 'other' || offer.needs.includes(need))
  return helps
    ? { from, to }
    : {
        refused: 'service-does-not-help-with',
        fields: { serviceId: 'This place does not help with what you chose. Choose one that does.' },
      }
}

const newRow = (
  actor: Sender,
  input: ReferralInput,
  to: { personId: string; toOrganizationId: string; county: County; sentAt: Date },
): ReferralRow => {
  const { personId, toOrganizationId, county, sentAt } = to
  const after = (seconds: number) => new Date(sentAt.getTime() + seconds * 1000)
  return {
    id: input.id,
    jurisdictionId: actor.jurisdictionId,
    personId,
    fromOrganizationId: actor.organizationId,
    fromMemberId: actor.kind === 'member' ? actor.memberId : null,
    toOrganizationId,
    toServiceId: input.serviceId,
    needs: input.needs,
    payer: input.payer,
    agreesToContact: input.agreesToContact,
    contactWay: input.agreesToContact ? (input.contactWay ?? null) : null,
    submittedAt: sentAt,
    answerDueAt: after(county.answerWithinSeconds),
    openUntil: after(county.linkValidSeconds),
    withdrawnAt: null,
  }
}

const identityIn = (input: ReferralInput) => ({
  name: input.name || null,
  contact: input.contact || null,
  whereabouts: input.whereabouts || null,
})

const write = (
  tx: Tx,
  row: ReferralRow,
  input: ReferralInput,
  onPathway: () => readonly Promise<void>[],
): void => {
  const { jurisdictionId } = row
  const linkId = newId<'answer-link'>()
  const { withdrawnAt, ...referral } = row
  tx.leave([
    ...(input.personId ? [] : [addPerson(tx, row.personId)]),
    insertReferral(tx, {
      ...referral,
      ...identityIn(input),
      latitude: input.latitude ?? null,
      longitude: input.longitude ?? null,
      stepId: newId(),
      linkId,
    }),
    record(tx, {
      action: 'referrals.make',
      subjectKind: 'referral',
      subjectIds: [row.id],
      outcome: 'done',
      dataClasses: ['own-submission', 'identity'],
    }),
    ...onPathway(),
    ...(row.fromMemberId ? [deleteDraft(tx, row.id)] : []),
  ])
  const linkWork = (): LinkWork => ({ linkId, messageId: newId(), jurisdictionId })
  const clock = { referralId: row.id, toMessageId: newId(), coordinatorMessageId: newId(), jurisdictionId }
  tx.enqueue<LinkWork>(ANNOUNCE, linkWork())
  tx.enqueue<ClockWork>(CLOCK_RAN_OUT, clock, { startAfter: row.answerDueAt })
  tx.enqueue<LinkWork>(EXPIRE_LINK, linkWork(), { startAfter: row.openUntil })
}

const viewOfNew = (
  row: ReferralRow,
  input: ReferralInput,
  { from, to }: Parties,
  { members, attested }: { members: Awaited<ReturnType<typeof findMembers>>; attested: boolean },
): ReferralView =>
  referralView(row, {
    side: 'sender',
    release: undefined,
    mustAttest: !attested,
    steps: [
      {
        step: 'submitted',
        at: row.submittedAt,
        byOrganizationId: row.fromOrganizationId,
        byMemberId: row.fromMemberId,
        personConfirms: false,
      },
    ],
    answer: undefined,
    identity: identityIn(input),
    organizations: new Map([from, to].map((organization) => [organization.id, organization])),
    members,
  })
