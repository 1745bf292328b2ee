import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { setChoices, setEveryChoice } from './findings.store.ts'
import type { Choice, DirectoryImport } from './import.ts'
import { findImport } from './imports.store.ts'

/**
 * Decides what becomes of rows that may be places which the directory has: one by one, or one answer for all of the file.
 *
 * @returns false when the file is no longer waiting for it
 */
export const chooseAlike = (
  asActor: AsActor,
  actor: MemberActor,
  { id }: Pick<DirectoryImport, 'id'>,
  choice: { readonly every: Choice } | { readonly rows: readonly { row: number; choice: Choice }[] },
): Promise<boolean> =>
  asActor(actor, async (tx) => {
    if ((await findImport(tx, id))?.state !== 'checked') return false
    if ('every' in choice) await setEveryChoice(tx, id, choice.every)
    else await setChoices(tx, id, choice.rows)
    return true
  })
