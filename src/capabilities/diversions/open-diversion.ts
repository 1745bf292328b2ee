import { record } from '#audit'
import { listOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { findReferralVersion } from '#pathways'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { findDecision } from '#screening'
import type { Verification, Way } from './diversion.ts'
import { insertDiversion } from './diversions.store.ts'
import { dueBy, wayOf } from './pathway-terms.ts'

export type NewDiversion = {
  readonly referral: { readonly id: string; readonly personId: string; readonly to: { readonly id: string } }
  readonly charge?: string | undefined
  readonly incident?: string | undefined
  readonly verification?: Verification | undefined
}

export type OpenRefusal = Refusal<
  'not-found' | 'not-a-diversion' | 'not-approved' | 'unfinished' | 'no-office'
>

/**
 * Opens the diversion of a referral, once every approval is there that its pathway asks for; from then on the clock for the
 * case manager runs. The referral's id is the diversion's: opened twice, it is one.
 *
 * @param input.charge for an arrest diversion; @param input.verification for a social contact
 */
export const openDiversion = (
  asActor: AsActor,
  actor: MemberActor,
  input: NewDiversion,
): Promise<{ readonly way: Way } | OpenRefusal> =>
  asActor<{ readonly way: Way } | OpenRefusal>(actor, async (tx) => {
    const { referral, charge, incident, verification } = input
    const version = await findReferralVersion(tx, referral.id)
    if (!version) return { refused: 'not-found' }
    const way = wayOf(version.definition)
    if (!way) return { refused: 'not-a-diversion' }
    if ((await findDecision(tx, referral.id))?.standing !== 'approved') return { refused: 'not-approved' }
    if ((way === 'arrest' && !charge) || (way === 'social-contact' && !verification))
      return { refused: 'unfinished' }
    const office = way === 'arrest' ? await findOffice(tx, actor) : undefined
    if (way === 'arrest' && !office) return { refused: 'no-office' }
    const openedAt = new Date()
    const isNew = await insertDiversion(tx, {
      ...{ referralId: referral.id, jurisdictionId: actor.jurisdictionId, personId: referral.personId },
      ...{ fromOrganizationId: actor.organizationId, fromMemberId: actor.memberId },
      ...{ toOrganizationId: referral.to.id, pathwayVersionId: version.id, way, openedAt },
      charge: way === 'arrest' ? (charge ?? null) : null,
      incident: way === 'arrest' ? (incident ?? null) : null,
      verification: way === 'social-contact' ? (verification ?? null) : null,
      officeOrganizationId: office ?? null,
      arriveBy: dueBy(version.definition, 'referral-sent', 'arrived', openedAt) ?? null,
    })
    if (isNew)
      await record(tx, {
        ...{ action: 'diversions.open', subjectKind: 'referral', subjectIds: [referral.id], outcome: 'done' },
        dataClasses: ['own-submission'],
        detail: { way },
      })
    return { way }
  })

/** The prosecutor's office of the county. */
const findOffice = async (tx: Tx, { jurisdictionId }: MemberActor): Promise<string | undefined> =>
  (await listOrganizations(tx)).find(
    (one) => one.jurisdictionId === jurisdictionId && one.kind === 'prosecutor',
  )?.id
