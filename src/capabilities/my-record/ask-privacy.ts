import { record } from '#audit'
import { restrictRelease } from '#consent'
import type { Lang } from '#design'
import type { Trace } from '#kernel/actor.ts'
import { DATA_CLASSES, type DataClass } from '#kernel/data-classes.ts'
import type { Id } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { OpenRecord } from './open-record.ts'
import { hasRequest, insertRequest } from './privacy-request.store.ts'
import { dueAt, type PrivacyRequestKind } from './privacy-request.ts'

type RequestId = Id<'privacy-request'>

/** Asks the office for the accounting of the last three years (2.25): a copy that it signs, within 60 days. */
export const askAccounting = (
  open: Pick<OpenRecord, 'actor'>,
  asActor: AsActor,
  asked: { readonly id: RequestId; readonly language: Lang },
): Promise<void> => asActor(open.actor, (tx) => keep(tx, open, 'accounting', asked))

/**
 * Asks that something not be shared, although a release lists it (2.26). It holds at once for what releases list; the
 * office answers for whatever else is shared, and must agree where the person paid for it themselves (P2-064).
 */
export const askRestriction = (
  open: Pick<OpenRecord, 'actor'>,
  asActor: AsActor,
  asked: {
    readonly id: RequestId
    readonly language: Lang
    readonly fromOrganizationId: Id<'organization'>
    /** Left out: with nobody. */
    readonly toOrganizationId?: Id<'organization'> | undefined
    /** Empty: nothing at all. */
    readonly dataClasses: readonly DataClass[]
    readonly paidThemselves: boolean
    readonly words: string
  },
): Promise<void> =>
  asActor(open.actor, async (tx) => {
    await keep(tx, open, 'restriction', { ...asked, aboutOrganizationId: asked.fromOrganizationId })
    const every = Object.keys(DATA_CLASSES) as DataClass[]
    // The verb opens a transaction of its own; here it does its work in this one, so that both are written or neither.
    const held = await restrictRelease((_, work) => work(tx), open.actor, {
      id: asked.id as string,
      personId: open.actor.personId,
      fromOrganizationId: asked.fromOrganizationId,
      recipientOrganizationId: asked.toOrganizationId,
      dataClasses: asked.dataClasses.length > 0 ? asked.dataClasses : every,
    })
    if (isRefusal(held)) throw new Error(`A person may always restrict: ${held.refused}`)
  })

export type Complaint = {
  readonly id: RequestId
  readonly language: Lang
  readonly words: string
  readonly replyTo?: string | undefined
  readonly aboutOrganizationId?: Id<'organization'> | undefined
}

/** Complains to the privacy officer, from one's own record (2.4, P2-069). */
export const complainFromRecord = (open: OpenRecord, asActor: AsActor, complaint: Complaint): Promise<void> =>
  asActor(open.actor, (tx) => keep(tx, open, 'complaint', complaint))

/** Complains without a record, and without saying who one is. */
export const complain = (
  trace: Trace,
  asActor: AsActor,
  jurisdictionId: Id<'jurisdiction'>,
  complaint: Complaint,
): Promise<void> =>
  asActor({ kind: 'visitor', trace }, async (tx) => {
    await insertRequest(tx, {
      ...rowOf('complaint', complaint),
      jurisdictionId,
      personId: null,
    })
    await record(tx, {
      action: 'my-record.complain',
      subjectKind: 'privacy-request',
      subjectIds: [complaint.id],
      outcome: 'done',
      jurisdictionId,
    })
  })

type Asked = {
  readonly id: RequestId
  readonly language: Lang
  readonly words?: string | undefined
  readonly replyTo?: string | undefined
  readonly aboutOrganizationId?: Id<'organization'> | undefined
  readonly paidThemselves?: boolean | undefined
}

const rowOf = (kind: PrivacyRequestKind, asked: Asked) => ({
  id: asked.id,
  kind,
  aboutOrganizationId: asked.aboutOrganizationId ?? null,
  words: asked.words || null,
  replyTo: asked.replyTo || null,
  paidThemselves: asked.paidThemselves ?? false,
  language: asked.language,
  dueAt: dueAt(kind, new Date()),
})

const keep = async (
  tx: Tx,
  open: Pick<OpenRecord, 'actor'>,
  kind: PrivacyRequestKind,
  asked: Asked,
): Promise<void> => {
  // A press that came twice asks once.
  if (await hasRequest(tx, asked.id)) return
  const { personId, jurisdictionId } = open.actor
  await insertRequest(tx, { ...rowOf(kind, asked), jurisdictionId, personId })
  await record(tx, {
    action: 'my-record.ask',
    subjectKind: 'privacy-request',
    subjectIds: [asked.id],
    outcome: 'done',
    detail: { kind },
  })
}
