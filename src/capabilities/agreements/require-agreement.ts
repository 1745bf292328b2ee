import { record } from '#audit'
import { listCounties, listOrganizations } from '#identity'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { RequiredKind } from './agreement.ts'
import { deleteRequirement, insertRequirement } from './agreements.store.ts'

/** That referrals from one kind of organization to another need an agreement between the two. */
export type Requirement = {
  /** The county's name; capitals do not matter. */
  readonly county: string
  readonly kind: RequiredKind
  readonly from: string
  readonly to: string
}

/**
 * The operator sets, as the county decides, which agreement a referral needs; or that it needs it no longer. Saying so
 * twice is saying it once.
 */
export const requireAgreement = (
  asActor: AsActor,
  { county, kind, from, to }: Requirement,
  { noLonger = false }: { readonly noLonger?: boolean } = {},
): Promise<{ readonly county: string } | Refusal<'no-such-county' | 'no-such-kind'>> =>
  asActor<{ readonly county: string } | Refusal<'no-such-county' | 'no-such-kind'>>(
    { kind: 'operator' },
    async (tx) => {
      const found = (await listCounties(tx)).find(({ name }) => name.toLowerCase() === county.toLowerCase())
      if (!found) return { refused: 'no-such-county' }
      const kinds = (await listOrganizations(tx))
        .filter(({ jurisdictionId }) => jurisdictionId === found.id)
        .map((one): string => one.kind)
      // A kind that nobody is would never be asked for, and nobody would notice the slip.
      if (!kinds.includes(from) || !kinds.includes(to)) return { refused: 'no-such-kind' }
      const requirement = { jurisdictionId: found.id, kind, fromKind: from, toKind: to }
      await (noLonger ? deleteRequirement(tx, requirement) : insertRequirement(tx, requirement))
      await record(tx, {
        action: noLonger ? 'agreements.require-no-longer' : 'agreements.require',
        subjectKind: 'county',
        subjectIds: [found.id],
        outcome: 'done',
        jurisdictionId: found.id,
        detail: { kind, from, to },
      })
      return { county: found.name }
    },
  )
