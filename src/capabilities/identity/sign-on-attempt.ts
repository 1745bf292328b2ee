import type { Trace } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { Job } from '#platform/jobs/job.ts'
import { tokenHash } from './secret-token.ts'
import {
  deleteExpiredAttempts,
  insertAttempt,
  type NewAttempt,
  takeAttempt,
} from './sign-on-attempt.store.ts'
import type { TracedMember } from './signed-in.ts'

/** How long somebody may look for their key. */
export const PASSKEY_MINUTES = 5
/** How long somebody may take at their organization's provider, with a second factor to be found there. */
export const SIGN_ON_MINUTES = 10
export const DROP_SIGN_ON_ATTEMPTS = { name: 'drop-sign-on-attempts', retries: 2 } as const

/** Who begins: a visitor who wants to sign in, or a member who adds a way to do so. */
export type Asker = TracedMember | { readonly kind: 'visitor'; readonly trace: Trace }

const holding = (asker: Asker, keyHash: string) =>
  asker.kind === 'visitor' ? { ...asker, claim: keyHash } : asker

/** Remembers what was asked, under the hash of a secret that the answer has to bring back. */
export const beginAttempt = async (
  asker: Asker,
  asActor: AsActor,
  secret: string,
  attempt: Omit<NewAttempt, 'keyHash' | 'memberId'>,
): Promise<void> => {
  const keyHash = tokenHash(secret)
  const member = asker.kind === 'member' ? { memberId: asker.memberId } : {}
  await asActor(holding(asker, keyHash), (tx) => insertAttempt(tx, { keyHash, ...member, ...attempt }))
}

/**
 * Takes what was asked by the secret that came back. It is gone afterwards, whatever the answer turns out to be.
 *
 * @returns undefined when nothing of that kind was asked, when it was answered already, or too long ago
 */
export const endAttempt = async (
  asker: Asker,
  asActor: AsActor,
  secret: string,
  kind: NewAttempt['kind'],
) => {
  const keyHash = tokenHash(secret)
  const attempt = await asActor(holding(asker, keyHash), (tx) => takeAttempt(tx, keyHash))
  return attempt?.isInTime && attempt.kind === kind ? attempt : undefined
}

/** Drops what nobody came back with. */
export const dropSignOnAttemptsJob = (asActor: AsActor): Job<object> => ({
  ...DROP_SIGN_ON_ATTEMPTS,
  every: '*/10 * * * *',
  run: async () => {
    await asActor({ kind: 'job', name: DROP_SIGN_ON_ATTEMPTS.name }, deleteExpiredAttempts)
  },
})
