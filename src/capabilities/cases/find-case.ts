import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import type { Outcome, Status } from './case.ts'
import { selectCase, selectCaseOf, selectIdentity } from './cases.store.ts'

/** A case of the actor's organization, as far as its own page needs no more. */
export type CaseCard = {
  readonly caseId: Id<'case-file'>
  readonly personId: Id<'person'>
  readonly called: string | undefined
  readonly status: Status
  readonly outcome: Outcome | undefined
  readonly openedAt: Date
  readonly caseManagerId: Id<'member'> | undefined
  readonly lastContactAt: Date | undefined
}

/** The case of a person with an organization, or one by its id; undefined where there is none that the actor may see. */
export const findCase = async (
  tx: Tx,
  by: { readonly caseId: string } | { readonly organizationId: string; readonly personId: string },
): Promise<CaseCard | undefined> => {
  const row =
    'caseId' in by ? await selectCase(tx, by.caseId) : await selectCaseOf(tx, by.organizationId, by.personId)
  if (!row) return undefined
  const identity = await selectIdentity(tx, row.id)
  return {
    caseId: row.id,
    personId: row.personId,
    called: identity?.called ?? undefined,
    status: row.status,
    outcome: row.outcome ?? undefined,
    openedAt: row.openedAt,
    caseManagerId: row.caseManagerId ?? undefined,
    lastContactAt: row.lastContactAt ?? undefined,
  }
}
