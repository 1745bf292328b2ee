/**
 * A kind of work that a transaction can leave to be done later.
 *
 * `run` must be harmless when it runs twice: a job whose process dies is run again.
 */
export type Job<Data extends object> = {
  readonly name: string
  /** How often a failed run is tried again, with growing pauses (5 s, 10 s, … up to an hour). */
  readonly retries: number
  readonly run: (data: Data) => Promise<void>
  /** A cron expression (UTC), for work that comes round by itself. */
  readonly every?: string
}

export type EnqueueOptions = {
  /** Not before this moment. */
  readonly startAfter?: Date
}

/** Leaves work to be done. It is written as the transaction's last act: it is done if, and only if, that commits. */
export type Enqueue = <Data extends object>(
  job: Pick<Job<Data>, 'name'>,
  data: Data,
  options?: EnqueueOptions,
) => void

/** What the database has to know of a kind of work before any can be written. */
export type QueueSettings = Pick<Job<never>, 'name' | 'retries'>
