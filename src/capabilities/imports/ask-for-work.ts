import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { DirectoryImport, ImportState } from './import.ts'
import { IMPORT_LISTINGS } from './import-actor.ts'
import type { ImportWork } from './import-job.ts'
import { changeImport, dropImport } from './imports.store.ts'

type One = Pick<DirectoryImport, 'id'>
type Asked = { readonly id: string } | Refusal<'not-now'>

const askFor =
  (from: readonly ImportState[], to: ImportState, action: `imports.${string}`) =>
  (asActor: AsActor, actor: MemberActor, { id }: One): Promise<Asked> =>
    asActor<Asked>(actor, async (tx) => {
      const undoes = to === 'undoing' ? { undoneBy: actor.memberId } : {}
      if (!(await changeImport(tx, id, from, { state: to, done: 0, trouble: null, ...undoes })))
        return { refused: 'not-now' }
      tx.enqueue<ImportWork>(IMPORT_LISTINGS, { importId: id })
      await record(tx, { action, outcome: 'done', subjectKind: 'directory-import', subjectIds: [id] })
      return { id }
    })

/** Has a file that was looked through written into the directory. */
export const askToWrite = askFor(['checked'], 'importing', 'imports.start')

/** Has an import taken back; one that was, again, for what was left then. */
export const askToUndo = askFor(['done', 'undone'], 'undoing', 'imports.start-undo')

/** Throws away a file that was not imported. */
export const dropFile = (asActor: AsActor, actor: MemberActor, { id }: One): Promise<Asked> =>
  asActor<Asked>(actor, async (tx) => {
    if (!(await dropImport(tx, id))) return { refused: 'not-now' }
    await record(tx, {
      action: 'imports.drop',
      outcome: 'done',
      subjectKind: 'directory-import',
      subjectIds: [id],
    })
    return { id }
  })
