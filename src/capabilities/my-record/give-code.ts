import { record } from '#audit'
import type { Lang } from '#design'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { endGiven, hasAccess, insertAccess, isOurs } from './access.store.ts'
import type { RecordMeans } from './enter-record.ts'
import { newPersonCode } from './person-code.ts'
import { codeHash } from './person-secrets.ts'

/** A code is shown once: afterwards nobody can, because only its hash is kept. */
export type GivenCode = { readonly code: string; readonly language: Lang; readonly replaced: boolean }

/**
 * Gives a person a code to their own record, in place of the one that this organization gave them before.
 *
 * @param input.id made by the page, so that pressing twice makes one code
 * @param input.birthYear four digits; it is kept only inside the hash
 * @param input.code only for the invented county, where it is known to everybody
 */
export const giveCode = async (
  { asActor, keys }: RecordMeans,
  actor: MemberActor,
  input: {
    readonly id: Id<'person-access'>
    readonly personId: Id<'person'>
    readonly birthYear: string
    readonly language: Lang
    readonly code?: string | undefined
  },
): Promise<GivenCode | Refusal<'not-ours' | 'shown-before'>> => {
  const code = input.code ?? newPersonCode()
  return asActor(actor, async (tx) => {
    if (!(await isOurs(tx, input.personId))) return { refused: 'not-ours' }
    if (await hasAccess(tx, input.id)) return { refused: 'shown-before' }
    const { organizationId } = actor
    const ended = await endGiven(tx, { personId: input.personId, organizationId })
    await insertAccess(tx, {
      id: input.id,
      jurisdictionId: actor.jurisdictionId,
      personId: input.personId,
      organizationId,
      issuedByMemberId: actor.memberId,
      codeHash: codeHash(keys.codes, code, input.birthYear),
      language: input.language,
    })
    await record(tx, {
      action: 'my-record.give-code',
      subjectKind: 'person',
      subjectIds: [input.personId],
      outcome: 'done',
      detail: { replaced: ended.length > 0 },
    })
    return { code, language: input.language, replaced: ended.length > 0 }
  })
}
