import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import { readCodeSetUp } from './code-set-up.ts'
import { replaceCodes } from './credential.store.ts'
import type { Means } from './means.ts'
import { recordMember } from './record-member.ts'
import type { TracedMember } from './signed-in.ts'
import { tellOfAccount } from './tell-of-account.ts'

/**
 * A member sets codes up on another phone; those of the one before count no more. Put it behind `requireStepUp`: whoever
 * does this has just shown a second factor.
 */
export const changePhone = async (
  actor: TracedMember,
  { asActor, keys }: Means,
  input: { sealed: string; code: string; at: Date },
): Promise<undefined | Refusal<'code-wrong'>> => {
  const codes = readCodeSetUp(actor.memberId, keys, input)
  const refusal = isRefusal(codes) ? codes : undefined
  await asActor(actor, async (tx) => {
    if (!isRefusal(codes)) {
      await replaceCodes(tx, actor.memberId, codes)
      tellOfAccount(tx, actor, 'codes-changed')
    }
    await recordMember(tx, 'identity.codes-changed', actor, { refusal })
  })
  return refusal
}
