import type { Actor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { Job } from '#platform/jobs/job.ts'
import { listWaitingChains, lockChain, sealBatch } from './audit.store.ts'

const SEAL_AUDIT = 'seal-audit'
/** Small enough that a seal is quick to check, large enough that sealing outruns writing. */
const BATCH = 1000

/**
 * Seals every record that waits. Each batch is a transaction of its own that holds its chain's lock, so several
 * sealers at once write one chain and not two.
 *
 * @returns how many records were sealed, in how many seals
 */
export const sealAudit = async (
  asActor: AsActor,
  actor: Actor = { kind: 'job', name: SEAL_AUDIT },
): Promise<{ records: number; seals: number }> => {
  const chains = await asActor(actor, listWaitingChains)
  let records = 0
  let seals = 0
  for (const chain of chains) {
    for (let sealed = BATCH; sealed === BATCH; ) {
      // Two statements, because a statement sees only what was committed before it began: one that waited for the
      // lock by itself would not see the seal that the lock's last holder wrote.
      sealed = await asActor(actor, async (tx) => {
        await lockChain(tx, chain)
        return sealBatch(tx, chain, BATCH)
      })
      records += sealed
      if (sealed > 0) seals += 1
    }
  }
  return { records, seals }
}

/** Seals the audit record once a minute. */
export const sealAuditJob = (asActor: AsActor): Job<object> => ({
  name: SEAL_AUDIT,
  retries: 2,
  every: '* * * * *',
  run: async () => {
    await sealAudit(asActor)
  },
})
