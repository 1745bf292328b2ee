import type { KeyObject } from 'node:crypto'
import type { Actor } from '#kernel/actor.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { Job } from '#platform/jobs/job.ts'
import { insertCheckpoint, selectCheckpoints, selectHeads } from './checkpoint.store.ts'
import { type Checkpoint, signCheckpoint, signingKey } from './checkpoint.ts'

const CHECKPOINT_AUDIT = 'checkpoint-audit'

/**
 * Signs the head of every chain that has grown since its last checkpoint.
 *
 * @param options.key the installation's Ed25519 key
 * @returns the youngest checkpoint of each chain
 */
export const makeCheckpoints = (
  asActor: AsActor,
  options: { key: KeyObject; at: Date; actor?: Actor },
): Promise<Checkpoint[]> =>
  asActor(options.actor ?? { kind: 'job', name: CHECKPOINT_AUDIT }, async (tx) => {
    for (const { isSigned, ...head } of await selectHeads(tx))
      if (!isSigned)
        await insertCheckpoint(tx, signCheckpoint({ ...head, at: options.at.toISOString() }, options.key))
    return selectCheckpoints(tx, 'latest')
  })

/** Every checkpoint that the actor may see, oldest first. */
export const listCheckpoints = (tx: Tx): Promise<Checkpoint[]> => selectCheckpoints(tx)

/**
 * Signs the heads once an hour.
 * @param key the 32 bytes that the installation's secret gives for checkpoints
 */
export const checkpointAuditJob = (asActor: AsActor, key: Buffer): Job<object> => ({
  name: CHECKPOINT_AUDIT,
  retries: 2,
  every: '7 * * * *',
  run: async () => {
    await makeCheckpoints(asActor, { key: signingKey(key), at: new Date() })
  },
})
