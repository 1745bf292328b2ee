import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import { derivedId } from '#kernel/ids.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { addEvent, type LedgerRefusal, orRefusal } from './add-event.ts'
import { addRequest } from './ask-restock.ts'
import { insertGiven, selectGiven, selectLastZip } from './naloxone.store.ts'
import type { NaloxoneReport } from './naloxone.ts'
import { selectHolders, selectLots, selectStanding, selectStandings } from './stock.store.ts'

/** The kits that were used, of those the member carries. */
export type UsedKits = { readonly holderId: string; readonly lotId: string; readonly kits: number }

/**
 * Writes down that naloxone was given, takes the kits that were used off the book of whoever carried them, and asks
 * for as many again. Nobody is turned away because the book says otherwise: the kit is gone.
 *
 * What is reported and the kit that was used are apart in the record: nothing leads from a kit to an incident.
 */
export const giveNaloxone = (
  asActor: AsActor,
  actor: MemberActor,
  report: NaloxoneReport,
  used: UsedKits | undefined,
): Promise<{ readonly id: string } | LedgerRefusal> =>
  orRefusal(
    asActor(actor, async (tx) => {
      const isNew = await insertGiven(tx, {
        ...{ ...report, jurisdictionId: actor.jurisdictionId, organizationId: actor.organizationId },
        recordedByMemberId: actor.memberId,
      })
      if (!isNew) return { id: report.id }
      await record(tx, {
        ...{ action: 'harm-reduction.give-naloxone', subjectKind: 'naloxone-given', subjectIds: [report.id] },
        ...{ outcome: 'done', dataClasses: ['own-submission'] },
      })
      if (used) await takeOff(tx, actor, report, used)
      return { id: report.id }
    }),
  )

const takeOff = async (tx: Tx, actor: MemberActor, report: NaloxoneReport, used: UsedKits): Promise<void> => {
  const inBook = await selectStanding(tx, used.holderId, used.lotId)
  await addEvent(tx, actor, {
    ...{ id: derivedId('supply-event', `${report.id} used`), kind: 'administer', lotId: used.lotId },
    ...{ fromHolderId: used.holderId, kits: used.kits, isShort: inBook < used.kits },
    occurredAt: report.occurredAt,
  })
  await addRequest(tx, actor, {
    ...{ id: derivedId('restock-request', report.id), holderId: used.holderId },
    ...{ toOrganizationId: actor.organizationId, kits: used.kits, reason: 'used' },
  })
}

/** A lot that a member carries, or that lies in a vehicle of their organization. */
export type OwnKit = {
  readonly holderId: string
  readonly lotId: string
  readonly holder: string
  readonly isOwn: boolean
  readonly number: string
  readonly product: string
  readonly expiresOn: string
  readonly isRecalled: boolean
  readonly kits: number
}

/** What a member can give naloxone from: their own kits first, then those in vehicles; what expires first first. */
export const listOwnKits = async (tx: Tx, actor: MemberActor): Promise<OwnKit[]> => {
  const holders = (await selectHolders(tx, actor.organizationId)).filter(
    ({ kind, memberId, isLeaveBehind }) =>
      !isLeaveBehind && (memberId === actor.memberId || kind === 'vehicle' || kind === 'site'),
  )
  const standings = (await selectStandings(tx, actor.organizationId)).filter(({ kits }) => kits > 0)
  const lots = new Map(
    (
      await selectLots(
        tx,
        standings.map(({ lotId }) => lotId),
      )
    ).map((lot) => [lot.id, lot]),
  )
  return standings
    .flatMap(({ holderId, lotId, kits }) => {
      const holder = holders.find(({ id }) => id === holderId)
      const lot = lots.get(lotId)
      if (!holder || !lot) return []
      const { number, product, expiresOn } = lot
      return [
        {
          ...{ holderId, lotId, kits, number, product, expiresOn, holder: holder.name },
          ...{ isOwn: holder.memberId === actor.memberId, isRecalled: lot.recalledAt !== null },
          order: ['member', 'vehicle', 'site'].indexOf(holder.kind),
        },
      ]
    })
    .sort((a, b) => a.order - b.order || a.expiresOn.localeCompare(b.expiresOn))
    .map(({ order: _, ...kit }) => kit)
}

/** What the form begins with: the member's kits, and where they reported last. */
export const openNaloxoneForm = (asActor: AsActor, actor: MemberActor, sameAs: string | undefined) =>
  asActor(actor, async (tx) => ({
    kits: await listOwnKits(tx, actor),
    zip: await selectLastZip(tx, actor.memberId),
    // Another person in the same incident: when and where is asked once.
    before: sameAs ? await selectGiven(tx, sameAs) : undefined,
  }))
