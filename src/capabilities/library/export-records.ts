import type { Actor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { ExportFormat } from './export-formats.ts'
import { selectAfter } from './records.store.ts'

const BATCH = 1000

/** Writes every record that the actor may see, a batch at a time: however many there are, few are held. */
export async function* exportRecords(
  actor: Actor,
  asActor: AsActor,
  format: ExportFormat,
): AsyncGenerator<string> {
  yield format.open
  let after = ''
  let isFirst = true
  for (;;) {
    const records = await asActor(actor, (tx) => selectAfter(tx, after, BATCH))
    for (const record of records) {
      yield `${isFirst ? '' : format.between}${format.write(record)}`
      isFirst = false
    }
    const last = records.at(-1)
    if (!last) break
    after = last.id
  }
  yield format.close
}
