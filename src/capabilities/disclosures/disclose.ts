import { record } from '#audit'
import { type Id, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { type Accompaniment, accompanimentOf, type Scope } from './accompany.ts'
import { DISCLOSURE_NOTICE } from './disclosure-notice.ts'
import { insertDisclosure, insertReleasedDisclosure } from './ledger.store.ts'
import type { Basis, Channel } from './ledger.ts'

export type Disclosure = {
  readonly personIds: readonly Id<'person'>[]
  readonly fromOrganizationId: Id<'organization'>
  readonly dataClasses: readonly string[]
  readonly purpose: string
  readonly channel: Channel
  /** For the audit record: what was opened. */
  readonly action: `${string}.${string}`
  readonly subjectKind: string
  readonly subjectIds: readonly string[]
}

/**
 * Writes in the ledger, and in the audit record, that the place that was asked reads what a sender wrote for it. Called
 * in the transaction that reads it: if this cannot be written, nothing is shown.
 */
export const disclose = async (tx: Tx, disclosure: Disclosure): Promise<void> => {
  await insertDisclosure(tx, {
    ...entryOf(tx, disclosure, 'referral'),
    releaseLineId: null,
    breakGlassId: null,
    noticeVersion: null,
    redisclosureRule: 'none',
  })
  await recordSeen(tx, disclosure)
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
  disclosure: Omit<Disclosure, 'personIds' | 'fromOrganizationId' | 'dataClasses'> & {
    readonly personId: Id<'person'>
    readonly release: TellingLine
  },
): Promise<Accompaniment | undefined> => {
  const { release, personId, ...rest } = disclosure
  const { fromOrganizationId, dataClasses } = release
  const whole = { ...rest, personIds: [personId], fromOrganizationId, dataClasses }
  const told = await insertReleasedDisclosure(tx, {
    ...entryOf(tx, whole, basisOf(release)),
    releaseLineId: release.lineId,
    noticeVersion: DISCLOSURE_NOTICE.version,
    redisclosureRule: release.redisclosureRule,
  })
  if (!told) {
    await recordBlocked(tx, release.lineId)
    return undefined
  }
  await recordSeen(tx, whole)
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
  const disclosure: Disclosure = {
    personIds: told.personIds,
    fromOrganizationId: told.fromOrganizationId,
    dataClasses: ['enrolled'],
    purpose: 'a medical emergency',
    channel: 'page',
    action: 'without-consent.read',
    subjectKind: 'break-glass',
    subjectIds: [told.breakGlassId],
  }
  await insertDisclosure(tx, {
    ...entryOf(tx, disclosure, 'emergency'),
    releaseLineId: null,
    breakGlassId: told.breakGlassId,
    noticeVersion: null,
    redisclosureRule: 'none',
  })
  await recordSeen(tx, disclosure)
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

const entryOf = (tx: Tx, disclosure: Disclosure, basis: Basis) => {
  const { actor } = tx
  if (!('organizationId' in actor)) throw new Error('Only an organization can be shown what another holds.')
  return {
    id: newId<'disclosure'>(),
    jurisdictionId: actor.jurisdictionId,
    personIds: [...disclosure.personIds],
    fromOrganizationId: disclosure.fromOrganizationId,
    toOrganizationId: actor.organizationId,
    toMemberId: actor.kind === 'member' ? actor.memberId : null,
    basis,
    dataClasses: [...disclosure.dataClasses],
    purpose: disclosure.purpose,
    channel: disclosure.channel,
    requestId: actor.trace?.requestId ?? null,
  }
}

const recordSeen = (tx: Tx, disclosure: Disclosure): Promise<void> =>
  record(tx, {
    action: disclosure.action,
    subjectKind: disclosure.subjectKind,
    subjectIds: disclosure.subjectIds,
    outcome: 'seen',
    dataClasses: disclosure.dataClasses,
  })
