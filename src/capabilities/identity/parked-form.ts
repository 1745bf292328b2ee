import { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { FormFields } from '#platform/http/form-body.ts'
import type { Job } from '#platform/jobs/job.ts'
import {
  deleteExpiredForms,
  deleteParkedForm,
  findLapsedSession,
  findParkedForm,
  insertParkedForm,
} from './parked-form.store.ts'
import { openText, sealText } from './sealed-text.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import type { TracedMember } from './signed-in.ts'

/** How long a form waits for its member: enough to find the phone, not for a shared computer's next user. */
export const PARKED_MINUTES = 60
export const DROP_PARKED_FORMS = { name: 'drop-parked-forms', retries: 2 } as const

const parkedForm = z.object({ action: z.string(), fields: z.record(z.string(), z.array(z.string())) })

/** A form on its way, as it was sent. */
export type ParkedForm = {
  /** Path and query to which it was going. */
  readonly action: string
  readonly fields: FormFields
}

/** A key is 256 random bits, so it can serve as it is. */
const keyOf = (secret: string): Buffer => Buffer.from(secret, 'base64url')

/**
 * Keeps a form for the member whose session the browser holds or held, encrypted under a key that only the browser gets.
 *
 * @param actor the member; or a visitor, when their session has ended by itself
 * @param input.token the token of that session
 * @returns the key, or undefined when nobody is known whose form it would be
 */
export const parkForm = async (
  actor: Actor,
  asActor: AsActor,
  { token, form }: { token: string; form: ParkedForm },
): Promise<string | undefined> => {
  const claim = tokenHash(token)
  const secret = newSecretToken()
  return asActor(actor.kind === 'visitor' ? { ...actor, claim } : actor, async (tx) => {
    const memberId = actor.kind === 'member' ? actor.memberId : (await findLapsedSession(tx, claim))?.memberId
    if (!memberId) return undefined
    const sealed = sealText(JSON.stringify(form), memberId, keyOf(secret))
    await insertParkedForm(tx, { keyHash: tokenHash(secret), memberId, sealed, minutes: PARKED_MINUTES })
    return secret
  })
}

/** The form that waits for this member; undefined when none does, or when it is somebody else's. */
export const findForm = async (
  actor: TracedMember,
  asActor: AsActor,
  secret: string,
): Promise<ParkedForm | undefined> => {
  const row = await asActor(actor, (tx) => findParkedForm(tx, tokenHash(secret)))
  return row && parkedForm.parse(JSON.parse(openText(row.sealed, actor.memberId, keyOf(secret))))
}

/** Forgets a parked form at once: it is on its way, or nobody wants it any more. */
export const forgetForm = async (actor: TracedMember, asActor: AsActor, secret: string): Promise<void> => {
  await asActor(actor, (tx) => deleteParkedForm(tx, tokenHash(secret)))
}

/** Drops what nobody came back for. */
export const dropParkedFormsJob = (asActor: AsActor): Job<object> => ({
  ...DROP_PARKED_FORMS,
  every: '*/10 * * * *',
  run: async () => {
    await asActor({ kind: 'job', name: DROP_PARKED_FORMS.name }, deleteExpiredForms)
  },
})
