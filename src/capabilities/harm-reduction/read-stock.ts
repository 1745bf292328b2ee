import { findMembers, listColleagues } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { HolderRow, LotRow } from './ledger.store.ts'
import { type LotState, lotState } from './lot-state.ts'
import { lastQuarter } from './report-quarter.ts'
import {
  type Standing,
  selectHolders,
  selectLiaisons,
  selectLots,
  selectProducts,
  selectStandings,
} from './stock.store.ts'

/** A lot on the stock page: what of it lies where. */
export type LotLine = LotRow & {
  readonly state: LotState
  /** In the organization's own places, to be given out and used. */
  readonly onShelf: number
  /** Anywhere in the organization, to be left behind. */
  readonly toLeaveBehind: number
  /** With members who carry. */
  readonly carried: number
}

/** A holder with what they have, of each lot. */
export type HolderLine = HolderRow & {
  readonly kits: number
  readonly lots: readonly { readonly lot: LotRow; readonly state: LotState; readonly kits: number }[]
}

export type Stock = {
  readonly lots: readonly LotLine[]
  readonly holders: readonly HolderLine[]
  readonly kitsOnShelf: number
  /** Whose book is below zero: they have to be counted. */
  readonly short: readonly { readonly holder: HolderRow; readonly lot: LotRow; readonly kits: number }[]
}

/** What an organization has, of what and where. */
export const stockOf = async (tx: Tx, organizationId: string, today: string): Promise<Stock> => {
  const [holders, standings] = await Promise.all([
    selectHolders(tx, organizationId),
    selectStandings(tx, organizationId),
  ])
  const lots = await selectLots(
    tx,
    standings.map(({ lotId }) => lotId),
  )
  const holderById = new Map(holders.map((holder) => [holder.id, holder]))
  const lotById = new Map(lots.map((lot) => [lot.id, lot]))
  const byLot = Map.groupBy(standings, ({ lotId }) => lotId)
  const byHolder = Map.groupBy(standings, ({ holderId }) => holderId)
  const sum = (of: readonly Standing[], counts: (holder: HolderRow) => boolean) =>
    of.reduce((total, { holderId, kits }) => {
      const holder = holderById.get(holderId)
      return holder && counts(holder) ? total + kits : total
    }, 0)
  const lines = lots
    .map((lot) => {
      const of = byLot.get(lot.id) ?? []
      return {
        ...{ ...lot, state: lotState(lot, today) },
        onShelf: sum(of, ({ kind, isLeaveBehind }) => isOwnPlace(kind) && !isLeaveBehind),
        toLeaveBehind: sum(of, ({ kind, isLeaveBehind }) => kind !== 'partner' && isLeaveBehind),
        carried: sum(of, ({ kind, isLeaveBehind }) => kind === 'member' && !isLeaveBehind),
      }
    })
    // What other organizations got of a lot is no stock; its recall still lists them.
    .filter(
      ({ onShelf, toLeaveBehind, carried, recalledAt }) => onShelf || toLeaveBehind || carried || recalledAt,
    )
  return {
    lots: lines,
    kitsOnShelf: lines.reduce((total, { onShelf }) => total + Math.max(0, onShelf), 0),
    holders: holders.map((holder) => {
      const of = byHolder.get(holder.id) ?? []
      return {
        ...holder,
        kits: of.reduce((total, { kits }) => total + kits, 0),
        lots: of
          .flatMap(({ lotId, kits }) => {
            const lot = lotById.get(lotId)
            return lot ? [{ lot, kits, state: lotState(lot, today) }] : []
          })
          .sort((a, b) => a.lot.expiresOn.localeCompare(b.lot.expiresOn)),
      }
    }),
    short: standings.flatMap(({ holderId, lotId, kits }) => {
      const [holder, lot] = [holderById.get(holderId), lotById.get(lotId)]
      return kits < 0 && holder && lot ? [{ holder, lot, kits }] : []
    }),
  }
}

const isOwnPlace = (kind: HolderRow['kind']): boolean =>
  kind === 'site' || kind === 'vehicle' || kind === 'kiosk'

/** The stock page: what there is, who looks after it, and whether the last quarter was reported. */
export const readStock = (asActor: AsActor, actor: MemberActor, now: Date, zone: string) =>
  asActor(actor, async (tx) => {
    const today = dayAt(now, zone)
    const [stock, [liaison], last] = await Promise.all([
      stockOf(tx, actor.organizationId, today),
      selectLiaisons(tx, actor.organizationId, 1),
      lastQuarter(tx, actor, today),
    ])
    const name = liaison && (await findMembers(tx, [liaison.memberId])).get(liaison.memberId)?.name
    return { stock, liaison: name, lastQuarter: last }
  })

/** What a form about kits has to offer: places, colleagues and lots. */
export const openRecordForm = (asActor: AsActor, actor: MemberActor, now: Date, zone: string) =>
  asActor(actor, async (tx) => {
    const [stock, colleagues, products] = await Promise.all([
      stockOf(tx, actor.organizationId, dayAt(now, zone)),
      listColleagues(tx, [actor.organizationId]),
      selectProducts(tx),
    ])
    return { stock, colleagues, products }
  })
