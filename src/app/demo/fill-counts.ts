import { addOrganization } from '#identity'
import type { Actor } from '#kernel/actor.ts'
import { derivedId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { Need } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import { makeReferral, referralInput } from '#referrals'
import { demoId } from './demo-id.ts'
import { COUNTY } from './organizations.ts'

const DAY_MS = 86_400_000

/** A hospital whose own system refers people. It has no members here, so nobody's list fills with its past. */
const HOSPITAL = {
  id: demoId(2, 9),
  jurisdictionId: COUNTY.id,
  name: 'Harbor General Hospital',
  kind: 'hospital',
  phone: '207-555-0109',
} as const

const ITS_SYSTEM: Actor = {
  kind: 'token',
  tokenId: derivedId('api-token', HOSPITAL.name),
  organizationId: HOSPITAL.id,
  jurisdictionId: COUNTY.id,
  roles: ['provider'],
}

/** How many people asked for what in a month: some counts large, some small, some zero. */
const ASKED: readonly (readonly [needs: readonly Need[], people: number])[] = [
  [['treatment'], 14],
  [['treatment', 'moud'], 12],
  [['moud'], 4],
  [['treatment', 'shelter'], 13],
  [['treatment', 'recovery-support'], 3],
]

/**
 * Gives the invented county a quarter that is over, so that its manager has something to count. Once for each quarter,
 * however often; none where the place that was asked takes no more referrals.
 */
export const fillCounts = async (openAsActor: AsActor, now = new Date()): Promise<void> => {
  const operator: Actor = { kind: 'operator' }
  await addOrganization(operator, openAsActor, HOSPITAL)
  await openAsActor(ITS_SYSTEM, async (tx) => {
    // Nobody is written to about people whom this made up.
    const within: AsActor = (_, work) => work({ ...tx, enqueue: () => undefined })
    for (const monthsBack of [1, 2, 3]) {
      const month = middleOfMonth(now, monthsBack)
      for (const [at, [needs, people]] of ASKED.entries())
        for (let person = 0; person < people - monthsBack; person++) {
          const id = derivedId<'referral'>('referral', `${month.toISOString().slice(0, 7)} ${at} ${person}`)
          const sentAt = new Date(month.getTime() + (person % 9) * DAY_MS)
          const input = referralInput.parse({ ...REFERRAL, id, needs })
          const made = await makeReferral(within, ITS_SYSTEM, input, { sentAt })
          if (isRefusal(made)) return
        }
    }
  })
}

const REFERRAL = { serviceId: demoId(6, 1), payer: 'medicaid', agreesToContact: false }

/** Nine days in the middle of a month of the quarter that ended last. */
const middleOfMonth = (now: Date, monthsBack: number): Date => {
  const firstOfQuarter = now.getUTCMonth() - (now.getUTCMonth() % 3)
  return new Date(Date.UTC(now.getUTCFullYear(), firstOfQuarter - monthsBack, 11, 12))
}
