import type { Insertable } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { TrainingTables } from './training.table.ts'

const db = (tx: Tx) => tables<TrainingTables>(tx)

export const insertAttitude = (tx: Tx, attitude: Insertable<TrainingTables['trainingAttitude']>) =>
  db(tx).insertInto('trainingAttitude').values(attitude).execute()

/** What the members of an organization think, as answers by course and moment; for the job that counts, and no member. */
export const selectAttitudes = (tx: Tx, organizationId: string) =>
  db(tx)
    .selectFrom('trainingAttitude')
    .select(['course', 'moment', 'month', 'answers'])
    .where('organizationId', '=', organizationId)
    .execute()
