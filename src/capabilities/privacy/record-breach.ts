import { record } from '#audit'
import type { Tx } from '#platform/database/as-actor.ts'

type Act =
  | 'privacy.count-affected'
  | 'privacy.list-affected'
  | 'privacy.assess-breach'
  | 'privacy.tell-of-breach'
  | 'privacy.close-breach'

/** Records what was done about a breach. */
export const recordBreach = (
  tx: Tx,
  action: Act,
  id: string,
  detail: Readonly<Record<string, string | number>> = {},
): Promise<void> =>
  record(tx, {
    ...{ action, subjectKind: 'breach', subjectIds: [id], outcome: 'done', dataClasses: ['ledger'], detail },
  })
