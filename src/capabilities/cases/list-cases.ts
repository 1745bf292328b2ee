import { record } from '#audit'
import { findMembers, listColleagues } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { WORKS_CASES } from './case.ts'
import {
  type CaseFilter,
  countCases,
  selectAttempts,
  selectCaseloads,
  selectCases,
} from './case-list.store.ts'

export type Caseload = {
  /** Undefined: of nobody yet. */
  readonly memberId: string | undefined
  readonly name: string
  readonly open: number
  readonly inTheWind: number
}

/** The caseload of everybody who follows somebody, the heaviest first, and at the end what is nobody's. */
export const countCaseloads = async (tx: Tx, organizationId: string): Promise<Caseload[]> => {
  const rows = await selectCaseloads(tx, organizationId)
  const names = await findMembers(
    tx,
    rows.flatMap(({ caseManagerId }) => caseManagerId ?? []),
  )
  return rows
    .map(({ caseManagerId, ...row }) => ({
      ...row,
      memberId: caseManagerId ?? undefined,
      name: caseManagerId ? (names.get(caseManagerId)?.name ?? 'A member') : 'Nobody yet',
    }))
    .sort(
      (one, other) =>
        Number(one.memberId === undefined) - Number(other.memberId === undefined) ||
        other.open - one.open ||
        one.name.localeCompare(other.name),
    )
}

/** Who of an organization can follow a case. */
export const listCaseManagers = async (tx: Tx, organizationId: string) =>
  (await listColleagues(tx, [organizationId])).filter(({ roles }) =>
    roles.some((role) => WORKS_CASES.some((own) => own === role)),
  )

export type ListedCase = Awaited<ReturnType<typeof selectCases>>[number] & {
  readonly caseManager: string | undefined
  /** Since somebody last spoke with them. */
  readonly attempts: number
  readonly lastAttemptAt: Date | undefined
}

export const CASES_PAGE = 50

/** The cases of the actor's organization, one page of them. Names are in the audit record before they are shown. */
export const listCases = (
  asActor: AsActor,
  actor: MemberActor,
  asked: Pick<CaseFilter, 'show' | 'called'> & { readonly page: number },
): Promise<{
  readonly cases: readonly ListedCase[]
  readonly count: number
  readonly caseloads: readonly Caseload[]
}> =>
  asActor(actor, async (tx) => {
    const { organizationId, memberId } = actor
    const filter: CaseFilter = {
      ...{ show: asked.show, called: asked.called, organizationId, memberId },
      ...{ limit: CASES_PAGE, offset: (asked.page - 1) * CASES_PAGE },
    }
    const [rows, count, caseloads] = await Promise.all([
      selectCases(tx, filter),
      countCases(tx, filter),
      countCaseloads(tx, organizationId),
    ])
    const ids = rows.map(({ id }) => id)
    if (ids.length > 0)
      await record(tx, {
        ...{ action: 'cases.list', subjectKind: 'case-file', subjectIds: ids, outcome: 'seen' },
        dataClasses: ['identity', 'care-plan'],
      })
    const [tried, names] = await Promise.all([
      selectAttempts(tx, ids),
      findMembers(tx, [...new Set(rows.flatMap((row) => row.caseManagerId ?? []))]),
    ])
    const attempts = new Map(tried.map((one) => [one.caseId, one]))
    return {
      count,
      caseloads,
      cases: rows.map((row) => ({
        ...row,
        caseManager: row.caseManagerId ? names.get(row.caseManagerId)?.name : undefined,
        attempts: attempts.get(row.id)?.attempts ?? 0,
        lastAttemptAt: attempts.get(row.id)?.lastAt,
      })),
    }
  })
