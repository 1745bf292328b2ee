import type { EnqueueOptions } from './job.ts'

export const JOBS_SCHEMA = 'pgboss'

/** A job on its way into the queue. */
export type LeftJob = EnqueueOptions & { readonly name: string; readonly data: object }

/**
 * Writes jobs as pg-boss does, which a test compares. Its own statement writes one at a time and is planned anew each
 * time: the three jobs of a referral took as long as all its other rows. A queue that is missing violates a rule.
 */
export const LEAVE_JOBS = `
  create or replace function ${JOBS_SCHEMA}.leave_jobs(jobs jsonb) returns void language plpgsql as $$
  begin
    insert into ${JOBS_SCHEMA}.job (name, data, start_after, keep_until, retry_limit, retry_delay, retry_backoff,
      retry_delay_max, expire_seconds, deletion_seconds, policy, dead_letter, heartbeat_seconds)
    select j.name, j.data, coalesce(j."startAfter", now()),
      coalesce(j."startAfter", now()) + q.retention_seconds * interval '1 s', q.retry_limit, q.retry_delay,
      q.retry_backoff, q.retry_delay_max, q.expire_seconds, q.deletion_seconds, q.policy, q.dead_letter,
      q.heartbeat_seconds
    from jsonb_to_recordset(jobs) as j (name text, data jsonb, "startAfter" timestamptz)
    left join ${JOBS_SCHEMA}.queue q on q.name = j.name;
  end
  $$;`

/** Sends a statement on its way at once; what comes after it in the same connection waits for it there. */
export type Send = (text: string, values: unknown[]) => Promise<unknown>

/** Leaves jobs in an open transaction. */
export const leaveJobs = async (send: Send, jobs: readonly LeftJob[]): Promise<void> => {
  await send(`select from ${JOBS_SCHEMA}.leave_jobs($1)`, [JSON.stringify(jobs)])
}
