import { record } from '#audit'
import { findOrganizations, getCounty } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { addDays, endOfDay } from '#kernel/calendar-day.ts'
import { derivedId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { sumKinds } from './ledger.store.ts'
import { insertQuarter, selectQuarters, selectSent } from './quarter.store.ts'
import { daysOf, numbersFrom, type QuarterNumbers, quarterOf, quartersBefore } from './quarter.ts'
import { selectHolders, selectStandings } from './stock.store.ts'

/** A quarter and what was reported of it; a quarter that runs is reported when it has ended. */
export type QuarterLine = {
  readonly code: string
  readonly isOver: boolean
  readonly sentAt: Date | undefined
  /** As it was sent, or as it would be sent now. */
  readonly numbers: QuarterNumbers
}

/** The last `count` quarters of the actor's organization, the one that runs first. */
export const listQuarters = async (
  tx: Tx,
  actor: MemberActor,
  today: string,
  count: number,
): Promise<QuarterLine[]> => {
  const codes = quartersBefore(today, count)
  const sent = new Map(
    (await selectQuarters(tx, actor.organizationId, codes)).map((one) => [one.quarter, one]),
  )
  const lines: QuarterLine[] = []
  for (const code of codes) {
    const row = sent.get(code)
    const numbers = row?.numbers ?? (await numbersOf(tx, actor, code))
    lines.push({ code, isOver: code !== quarterOf(today), sentAt: row?.sentAt, numbers })
  }
  return lines
}

/** The last quarter that has ended, and whether it was reported. */
export const lastQuarter = async (
  tx: Tx,
  actor: MemberActor,
  today: string,
): Promise<{ readonly code: string; readonly isSent: boolean }> => {
  const code = quartersBefore(today, 2)[1] ?? ''
  return { code, isSent: (await selectQuarters(tx, actor.organizationId, [code])).length > 0 }
}

const numbersOf = async (tx: Tx, actor: MemberActor, code: string): Promise<QuarterNumbers> => {
  const { timeZone } = await getCounty(tx, actor.jurisdictionId)
  const { from, until } = daysOf(code)
  const start = (day: string) => new Date(endOfDay(addDays(day, -1), timeZone).getTime() + 1)
  const [kinds, standings, holders] = await Promise.all([
    sumKinds(tx, actor.organizationId, start(from), start(until)),
    selectStandings(tx, actor.organizationId),
    selectHolders(tx, actor.organizationId),
  ])
  const own = new Map(holders.filter(({ kind }) => kind !== 'partner').map(({ id, kind }) => [id, kind]))
  const carriers = new Set(
    standings.flatMap(({ holderId, kits }) => (kits > 0 && own.get(holderId) === 'member' ? [holderId] : [])),
  )
  return numbersFrom(new Map(kinds.map(({ kind, kits }) => [kind, Number(kits)])), {
    inStock: standings.reduce((sum, { holderId, kits }) => (own.has(holderId) ? sum + kits : sum), 0),
    carriers: carriers.size,
  })
}

/** The quarters page: the organization's own, and for managers who sent the last one. */
export const readQuarters = (asActor: AsActor, actor: MemberActor, today: string) =>
  asActor(actor, async (tx) => {
    const own = await listQuarters(tx, actor, today, 5)
    const last = own[1]?.code ?? ''
    const sent = actor.roles.includes('manager') ? await selectSent(tx, last) : []
    const names = await findOrganizations(tx, [...new Set(sent.map(({ organizationId }) => organizationId))])
    return {
      own,
      others: sent
        .filter(({ organizationId }) => organizationId !== actor.organizationId)
        .map((one) => ({ ...one, name: names.get(one.organizationId)?.name ?? 'An organization' })),
    }
  })

/** Sends the report of a quarter that has ended, also when nothing changed in it. It stays as it was sent. */
export const sendQuarter = (
  asActor: AsActor,
  actor: MemberActor,
  { code, today }: { readonly code: string; readonly today: string },
): Promise<{ readonly code: string } | Refusal<'not-over'>> =>
  asActor<{ readonly code: string } | Refusal<'not-over'>>(actor, async (tx) => {
    if (!quartersBefore(today, 5).slice(1).includes(code)) return { refused: 'not-over' }
    const id = derivedId('supply-quarter', `${actor.organizationId} ${code}`)
    const isNew = await insertQuarter(tx, {
      ...{ id, jurisdictionId: actor.jurisdictionId, organizationId: actor.organizationId, quarter: code },
      ...{ numbers: JSON.stringify(await numbersOf(tx, actor, code)), sentByMemberId: actor.memberId },
    })
    if (isNew)
      await record(tx, {
        ...{ action: 'harm-reduction.send-quarter', subjectKind: 'supply-quarter', subjectIds: [id] },
        ...{ outcome: 'done', detail: { quarter: code } },
      })
    return { code }
  })
