import { record } from '#audit'
import { findMembers, findOrganizations, listColleagues } from '#identity'
import { derivedId } from '#kernel/ids.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { Job, QueueSettings } from '#platform/jobs/job.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import { sendOnce } from '#platform/mail/send-once.ts'
import { alertFor, lotState } from './lot-state.ts'
import { insertExpiryAlert, selectExpiring, selectLiaisons, selectLots } from './stock.store.ts'

type Postage = { readonly asActor: AsActor; readonly mailer: Mailer | undefined; readonly origin: string }

export const TELL_OF_EXPIRY: QueueSettings = { name: 'tell-of-expiry', retries: 5 }
const TELLER = { kind: 'job', name: TELL_OF_EXPIRY.name } as const

type Alert = {
  readonly organizationId: string
  readonly lotId: string
  readonly days: 90 | 30
  readonly kits: number
}

/** Notes each organization's lots that expire within 90 or 30 days, each once, and gives those noted now. */
export const noteExpiring = (asActor: AsActor, today: string): Promise<Alert[]> =>
  asActor(TELLER, async (tx) => {
    const alerts: Alert[] = []
    for (const { organizationId, jurisdictionId, lotId, expiresOn, kits } of await selectExpiring(
      tx,
      today,
    )) {
      const days = alertFor(lotState({ expiresOn, recalledAt: null }, today).days)
      if (!days || !(await insertExpiryAlert(tx, { organizationId, lotId, days, jurisdictionId }))) continue
      await record(tx, {
        ...{ action: 'harm-reduction.warn-of-expiry', subjectKind: 'supply-lot', subjectIds: [lotId] },
        ...{ outcome: 'done', jurisdictionId, detail: { days } },
      })
      tx.enqueue<Alert>(TELL_OF_EXPIRY, { organizationId, lotId, days, kits: Number(kits) })
      alerts.push({ organizationId, lotId, days, kits: Number(kits) })
    }
    return alerts
  })

/** Tells the liaison of an organization, or its office where none is named, which lot to use first. */
export const tellOfExpiry = (
  { asActor, mailer, origin }: Postage,
  { organizationId, lotId, days, kits }: Alert,
): Promise<void> =>
  sendOnce(
    asActor,
    mailer,
    TELL_OF_EXPIRY.name,
    derivedId('message', `expiry ${organizationId} ${lotId} ${days}`),
    {
      write: async (tx) => {
        const [to, [lot]] = [await addressOf(tx, organizationId), await selectLots(tx, [lotId])]
        if (!to || !lot) return undefined
        return {
          to,
          subject: `${kits} naloxone kits expire within ${days} days`,
          text: `Lot ${lot.number} (${lot.product}) expires on ${lot.expiresOn}. You have ${kits} kits of it. Give them out first, and ask for new ones in time:\n${origin}/supplies/lots/${lotId}\n`,
        }
      },
    },
  )

const addressOf = async (tx: Tx, organizationId: string): Promise<string | undefined> => {
  const [liaison] = await selectLiaisons(tx, organizationId, 1)
  const known = liaison && (await findMembers(tx, [liaison.memberId])).has(liaison.memberId)
  const colleagues = known ? await listColleagues(tx, [organizationId]) : []
  const email = colleagues.find(({ id }) => id === liaison?.memberId)?.email
  return (
    email ?? (await findOrganizations(tx, [organizationId])).get(organizationId)?.intakeEmail ?? undefined
  )
}

/** Each morning it looks; what it finds it leaves to itself, one message each. */
export const expiryJob = (postage: Postage): Job<never> =>
  ({
    ...TELL_OF_EXPIRY,
    every: '20 6 * * *',
    run: async (alert: Partial<Alert> | undefined) => {
      if (alert?.lotId) await tellOfExpiry(postage, alert as Alert)
      else await noteExpiring(postage.asActor, new Date().toISOString().slice(0, 10))
    },
  }) as Job<never>
