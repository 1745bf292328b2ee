import { record } from '#audit'
import { type Id, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { type Accompaniment, accompanimentOf, type Scope } from './accompany.ts'
import { DISCLOSURE_NOTICE } from './disclosure-notice.ts'
import { insertDisclosures, insertReleasedDisclosure } from './ledger.store.ts'
import type { Basis, Channel } from './ledger.ts'

/** Why and how an organization is shown something that another holds. */
export type Look = {
  readonly dataClasses: readonly string[]
  readonly purpose: string
  readonly channel: Channel
  /** For the audit record: what was opened. */
  readonly action: `${string}.${string}`
  readonly subjectKind: string
}

/** One thing that is shown: whose, about whom, and which. */
export type Shown = {
  readonly fromOrganizationId: Id<'organization'>
  readonly personId: Id<'person'>
  readonly subjectId: string
}

/**
 * Writes in the ledger, and in the audit record, that the place that was asked reads what senders wrote for it: a line for
 * each sender, and one record for the look. Called in the transaction that reads it: if this cannot be written, nothing
 * is shown.
 */
export const disclose = async (tx: Tx, look: Look & { readonly shown: readonly Shown[] }): Promise<void> => {
  if (look.shown.length === 0) return
  const entries = [...Map.groupBy(look.shown, (one) => one.fromOrganizationId)].map(
    ([fromOrganizationId, shown]) => ({
      ...entryOf(
        tx,
        look,
        { fromOrganizationId, personIds: shown.map(({ personId }) => personId) },
        'referral',
      ),
      ...WITHOUT_RELEASE,
      breakGlassId: null,
    }),
  )
  const seen = recordSeen(
    tx,
    look,
    look.shown.map(({ subjectId }) => subjectId),
  )
  await Promise.all([insertDisclosures(tx, entries), seen])
}

/** The live line of a release on which something is told. */
export type TellingLine = Scope & {
  readonly lineId: Id<'release-line'>
  readonly fromOrganizationId: Id<'organization'>
  /** The kind of the release, which says the basis in law. */
  readonly kind: string
}

/**
 * The same for what a live release lets the actor's organization be told of one person.
 *
 * @returns what has to go with it, for `accompany`; undefined when the release was stopped or ended since it was read,
 *   and then nothing may be shown: the record says `disclosure.blocked.revoked`
 */
export const discloseReleased = async (
  tx: Tx,
  told: Omit<Look, 'dataClasses'> & {
    readonly personId: Id<'person'>
    readonly release: TellingLine
    readonly subjectIds: readonly string[]
  },
): Promise<Accompaniment | undefined> => {
  const { release, personId, subjectIds } = told
  const look: Look = { ...told, dataClasses: release.dataClasses }
  const about = { personIds: [personId], fromOrganizationId: release.fromOrganizationId }
  const isTold = await insertReleasedDisclosure(tx, {
    ...entryOf(tx, look, about, basisOf(release)),
    releaseLineId: release.lineId,
    breakGlassId: null,
    noticeVersion: DISCLOSURE_NOTICE.version,
    redisclosureRule: release.redisclosureRule,
  })
  if (!isTold) {
    await recordBlocked(tx, release.lineId)
    return undefined
  }
  await recordSeen(tx, look, subjectIds)
  return accompanimentOf(release)
}

/**
 * The same for which places know a person, when medical personnel opened it in an emergency (42 CFR 2.51). No statement
 * goes with it: nobody consented.
 */
export const discloseInEmergency = async (
  tx: Tx,
  told: {
    readonly breakGlassId: Id<'break-glass'>
    readonly fromOrganizationId: Id<'organization'>
    readonly personIds: readonly Id<'person'>[]
  },
): Promise<void> => {
  const look: Look = {
    dataClasses: ['enrolled'],
    purpose: 'a medical emergency',
    channel: 'page',
    action: 'without-consent.read',
    subjectKind: 'break-glass',
  }
  const entry = {
    ...entryOf(tx, look, told, 'emergency'),
    ...WITHOUT_RELEASE,
    breakGlassId: told.breakGlassId,
  }
  await Promise.all([insertDisclosures(tx, [entry]), recordSeen(tx, look, [told.breakGlassId])])
}

/** Writes down that something was not told because its release had been stopped or had ended by then (P2-015). */
export const recordBlocked = (
  tx: Tx,
  lineId: Id<'release-line'>,
  jurisdictionId?: Id<'jurisdiction'>,
): Promise<void> =>
  record(tx, {
    action: 'disclosure.blocked.revoked',
    subjectKind: 'release-line',
    subjectIds: [lineId],
    outcome: 'refused',
    ...(jurisdictionId ? { jurisdictionId } : {}),
  })

const basisOf = ({ kind }: TellingLine): Basis =>
  kind === 'tpo' || kind === 'criminal-justice' ? kind : 'release'

const WITHOUT_RELEASE = { releaseLineId: null, noticeVersion: null, redisclosureRule: 'none' } as const

const entryOf = (
  tx: Tx,
  look: Look,
  about: {
    readonly fromOrganizationId: Id<'organization'>
    readonly personIds: readonly Id<'person'>[]
  },
  basis: Basis,
) => {
  const { actor } = tx
  if (!('organizationId' in actor)) throw new Error('Only an organization can be shown what another holds.')
  return {
    id: newId<'disclosure'>(),
    jurisdictionId: actor.jurisdictionId,
    personIds: [...new Set(about.personIds)],
    fromOrganizationId: about.fromOrganizationId,
    toOrganizationId: actor.organizationId,
    toMemberId: actor.kind === 'member' ? actor.memberId : null,
    basis,
    dataClasses: [...look.dataClasses],
    purpose: look.purpose,
    channel: look.channel,
    requestId: actor.trace?.requestId ?? null,
  }
}

const recordSeen = (tx: Tx, look: Look, subjectIds: readonly string[]): Promise<void> =>
  record(tx, {
    action: look.action,
    subjectKind: look.subjectKind,
    subjectIds,
    outcome: 'seen',
    dataClasses: look.dataClasses,
  })
