import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { Setting } from './setting.ts'
import type { TrainingTables } from './training.table.ts'

const db = (tx: Tx) => tables<TrainingTables>(tx)

export const selectSetting = (tx: Tx, organizationId: string): Promise<Setting | undefined> =>
  db(tx)
    .selectFrom('trainingSetting')
    .select(['passMark', 'assignments', 'gates', 'slots'])
    .where('organizationId', '=', organizationId)
    .executeTakeFirst()

/** The settings of every organization that asks something of somebody, for the job that reminds. */
export const selectAllSettings = (tx: Tx) =>
  db(tx)
    .selectFrom('trainingSetting')
    .select(['organizationId', 'jurisdictionId', 'passMark', 'assignments', 'gates', 'slots'])
    .orderBy('organizationId')
    .execute()

export const upsertSetting = (
  tx: Tx,
  { passMark, ...setting }: Setting,
  by: { readonly organizationId: string; readonly jurisdictionId: string; readonly memberId: string },
) => {
  const values = {
    passMark,
    assignments: JSON.stringify(setting.assignments),
    gates: JSON.stringify(setting.gates),
    slots: JSON.stringify(setting.slots),
    changedByMemberId: by.memberId,
    changedAt: new Date(),
  }
  return db(tx)
    .insertInto('trainingSetting')
    .values({ organizationId: by.organizationId, jurisdictionId: by.jurisdictionId, ...values })
    .onConflict((conflict) => conflict.column('organizationId').doUpdateSet(values))
    .execute()
}
