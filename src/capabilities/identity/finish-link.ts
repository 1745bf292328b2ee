import { newId } from '#kernel/ids.ts'
import { hearProvider, type Refused, type SignOnMeans } from './hear-provider.ts'
import type { SignOnKeys } from './means.ts'
import { recordMember } from './record-member.ts'
import { insertLink } from './sign-on.store.ts'
import type { TracedMember } from './signed-in.ts'

/** Links the account with which a signed-in member comes back from their own organization's provider. */
export const finishLink = async (
  actor: TracedMember,
  means: Pick<SignOnMeans, 'asActor'> & { keys: SignOnKeys },
  input: { secret: string; answer: URL },
): Promise<{ linked: true } | Refused> => {
  const heard = await hearProvider(actor, means, input)
  return means.asActor(actor, async (tx) => {
    const judge = async (): Promise<Refused | undefined> => {
      if ('refused' in heard) return heard
      const { provider, word, returnTo } = heard
      const row = { memberId: actor.memberId, issuer: provider.issuer, subject: word.subject }
      return (await insertLink(tx, { id: newId(), ...row }))
        ? undefined
        : { refused: 'linked-already', provider, returnTo }
    }
    const refusal = await judge()
    await recordMember(tx, 'identity.sign-on-linked', actor, { refusal, detail: { by: 'member' } })
    return refusal ?? { linked: true }
  })
}
