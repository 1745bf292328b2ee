import { followsCases, listHeldCharges } from '#charges'
import { findOrganizations, listColleagues, listOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import type { Id } from '#kernel/ids.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { findMinorsRule } from './minors-rule.ts'
import {
  deleteReleaseDraft,
  insertReleaseDraft,
  selectReleaseDraft,
  updateReleaseDraft,
} from './release-draft.store.ts'
import type { Signing } from './signing.ts'

/** Where a release is being signed: the member's county and organization. */
export type SigningPlace = {
  readonly actor: MemberActor
  readonly organizationName: string
  /** IANA name; a day of the form is a day there. */
  readonly timeZone: string
}

/** Begins a release for a person under the id that it will have. Beginning it twice changes nothing. */
export const beginSigning = (
  asActor: AsActor,
  { actor }: Pick<SigningPlace, 'actor'>,
  begun: { readonly id: Id<'release'>; readonly personId: Id<'person'>; readonly fields: FormFields },
): Promise<void> =>
  asActor(actor, (tx) => {
    const { jurisdictionId, organizationId, memberId } = actor
    return insertReleaseDraft(tx, { ...begun, jurisdictionId, organizationId, memberId })
  })

/**
 * What was answered so far, with the places that can be named: those of the county that take part, the member's own left
 * out. Undefined when it was signed or given up, is a day old, or is somebody else's.
 */
export const findSigning = (
  asActor: AsActor,
  place: SigningPlace,
  id: string,
): Promise<(Signing & { readonly expiresAt: Date }) | undefined> =>
  asActor(place.actor, async (tx) => {
    const draft = await selectReleaseDraft(tx, id)
    if (!draft) return undefined
    return {
      id: draft.id,
      personId: draft.personId,
      fields: draft.fields,
      startedOn: dayAt(draft.startedAt, place.timeZone),
      expiresAt: draft.expiresAt,
      partners: await partnersOf(tx, place.actor),
      discloserName: place.organizationName,
      minors: (await findMinorsRule(tx, place.actor.jurisdictionId)).sign,
      ...(await monitoringOf(tx, place, draft)),
    }
  })

/** The charges that are held for the person; and, once a release for one is chosen, who can be named in it. */
const monitoringOf = async (
  tx: Tx,
  { actor, timeZone }: Pick<SigningPlace, 'actor' | 'timeZone'>,
  draft: { readonly personId: string; readonly fields: FormFields },
): Promise<Pick<Signing, 'charges' | 'monitors' | 'supervisors'>> => {
  if (!followsCases(actor.roles)) return { charges: [], monitors: [], supervisors: [] }
  const held = (await listHeldCharges(tx, draft.personId)).filter(({ disposition }) => !disposition)
  const offices = await findOrganizations(tx, [...new Set(held.map((charge) => charge.heldByOrganizationId))])
  const charges = held.map(({ id, reference, heldByOrganizationId: heldBy, decideBy }) => ({
    ...{ id, reference, heldBy, officeName: offices.get(heldBy)?.name ?? '' },
    decideBy: decideBy ? dayAt(decideBy, timeZone) : undefined,
  }))
  if (firstOf(draft.fields, 'kind') !== 'criminal-justice') return { charges, monitors: [], supervisors: [] }
  const colleagues = await listColleagues(tx, [actor.organizationId])
  return {
    charges,
    monitors: await listColleagues(tx, [...offices.keys()]),
    // Whoever obtains it does not approve it too (P2-041).
    supervisors: colleagues.filter(({ id }) => id !== actor.memberId),
  }
}

const partnersOf = async (tx: Tx, { jurisdictionId, organizationId }: MemberActor) =>
  (await listOrganizations(tx))
    .filter((one) => one.jurisdictionId === jurisdictionId && one.id !== organizationId)
    .map(({ id, name, kind, isCriminalJustice }) => ({ id, name, kind, isCriminalJustice }))

export const keepAnswers = (
  asActor: AsActor,
  actor: MemberActor,
  { id, fields }: Pick<Signing, 'id' | 'fields'>,
): Promise<void> => asActor(actor, (tx) => updateReleaseDraft(tx, id, fields))

/** Forgets what was answered: it was signed, or the person said “not today”. */
export const dropSigning = (asActor: AsActor, actor: MemberActor, id: string): Promise<void> =>
  asActor(actor, (tx) => deleteReleaseDraft(tx, id))
