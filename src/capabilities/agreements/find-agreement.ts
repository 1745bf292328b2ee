import { record } from '#audit'
import { findMembers, findOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { ScanType } from '#platform/files/file-kinds.ts'
import { selectDocument, selectDocuments } from './agreement-document.store.ts'
import { selectReminders } from './agreement-reminder.store.ts'
import { selectAgreement, selectSigning } from './agreements.store.ts'
import { type Party, withParties } from './list-agreements.ts'
import { isAnswering } from './who-answers.ts'

/** Something that happened to an agreement, as its page tells it. */
export type Happening = { readonly at: Date; readonly what: string; readonly who: string | undefined }

export type KeptDocument = {
  readonly id: string
  readonly title: string
  readonly mediaType: ScanType
  readonly keptAt: Date
  readonly keptBy: string
}

/** An agreement as its page shows it. */
export type AgreementView = NonNullable<Awaited<ReturnType<typeof findAgreement>>>

/** One agreement of the actor's county with all that belongs to it; undefined when there is none of this id. */
export const findAgreement = (asActor: AsActor, actor: MemberActor, id: string, now: Date) =>
  asActor(actor, async (tx) => {
    const row = await selectAgreement(tx, id)
    if (!row) return undefined
    const [agreement] = await withParties(tx, [row], now)
    if (!agreement) return undefined
    const { parties } = agreement
    const documents = await selectDocuments(tx, id)
    const reminders = await selectReminders(tx, id)
    const members = await findMembers(tx, [
      ...new Set(
        [
          row.madeByMemberId,
          row.endedByMemberId,
          ...parties.map(({ recordedByMemberId }) => recordedByMemberId),
          ...documents.map(({ keptByMemberId }) => keptByMemberId),
        ].filter((one) => one !== null),
      ),
    ])
    const maker = (await findOrganizations(tx, [row.organizationId])).get(row.organizationId)
    const nameOf = (member: string | null) =>
      member ? (members.get(member)?.name ?? 'A member') : 'Whoever runs Causeway'
    const others = parties
      .filter((one) => !one.signedAt && one.id !== actor.organizationId)
      .map((one) => one.id)
    const signing = new Set(others.length === 0 ? [] : await selectSigning(tx, others))
    const isOpen = agreement.state === 'waiting' && !row.endedAt
    const isIn =
      row.organizationId === actor.organizationId || parties.some((one) => one.id === actor.organizationId)
    const answers = isAnswering(actor)
    return {
      ...agreement,
      madeBy: `${nameOf(row.madeByMemberId)}${maker ? `, ${maker.name}` : ''}`,
      documents: documents.map(
        ({ keptByMemberId, organizationId, ...document }): KeptDocument => ({
          ...document,
          keptBy: nameOf(keptByMemberId),
        }),
      ),
      /** Whether the reader may sign it now, for their own organization. */
      maySign: answers && isOpen && parties.some((one) => one.id === actor.organizationId && !one.signedAt),
      /** For whom else the reader may record a paper: nobody there can sign here. */
      mayRecordFor:
        answers && isOpen && row.organizationId === actor.organizationId
          ? parties.filter((one) => others.includes(one.id) && !signing.has(one.id))
          : [],
      /** Whether the reader may end it, renew it and add to its files. */
      mayChange: answers && isIn,
      seesDocuments: isIn || actor.roles.includes('privacy-officer'),
      history: historyOf({ ...row, parties, documents, reminders }, nameOf),
    }
  })

type Facts = {
  readonly madeAt: Date
  readonly madeByMemberId: string | null
  readonly acceptedAt: Date | null
  readonly endedAt: Date | null
  readonly endedByMemberId: string | null
  readonly endedBecause: string | null
  readonly supersedesId: string | null
  readonly parties: readonly Party[]
  readonly documents: readonly { keptAt: Date; title: string; keptByMemberId: string }[]
  readonly reminders: readonly { toldAt: Date; days: number }[]
}

const historyOf = (facts: Facts, nameOf: (member: string | null) => string): Happening[] => {
  const { madeAt, acceptedAt, endedAt, endedBecause } = facts
  const signed = facts.parties.flatMap(({ signedAt, name, signatory, how, recordedByMemberId }) =>
    signedAt
      ? [
          {
            at: signedAt,
            what: `${name} signed: ${signatory}${how === 'paper' ? ', on paper' : ''}`,
            who: how === 'paper' ? `Recorded by ${nameOf(recordedByMemberId)}` : undefined,
          },
        ]
      : [],
  )
  return [
    {
      at: madeAt,
      what: facts.supersedesId ? 'Made, in the place of one before it' : 'Made and sent to its parties',
      who: nameOf(facts.madeByMemberId),
    },
    ...facts.documents.map(({ keptAt, title, keptByMemberId }) => ({
      at: keptAt,
      what: `Added “${title}”`,
      who: nameOf(keptByMemberId),
    })),
    ...signed,
    ...(acceptedAt ? [{ at: acceptedAt, what: 'Every party has signed', who: undefined }] : []),
    ...facts.reminders.map(({ toldAt, days }) => ({
      at: toldAt,
      what: `The parties were reminded: ${days} days or less were left`,
      who: undefined,
    })),
    ...(endedAt && endedBecause
      ? [
          {
            at: endedAt,
            what: `${acceptedAt ? 'Ended' : 'Taken back'}: ${endedBecause}`,
            who: facts.endedByMemberId ? nameOf(facts.endedByMemberId) : undefined,
          },
        ]
      : []),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** One file of an agreement. That it was looked at is recorded first, in the same transaction, or it is not shown. */
export const openDocument = (
  asActor: AsActor,
  actor: MemberActor,
  { id, documentId }: { readonly id: string; readonly documentId: string },
) =>
  asActor(actor, async (tx) => {
    await record(tx, {
      action: 'agreements.open-document',
      subjectKind: 'agreement',
      subjectIds: [id],
      outcome: 'done',
      detail: { document: documentId },
    })
    return selectDocument(tx, id, documentId)
  })
