import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { ListItem } from './library.table.ts'
import { insertList, selectList, updateList } from './lists.store.ts'

export type ListForm = {
  /** Made by whoever sends it: sent twice, it is one. */
  readonly id: string
  readonly title: string
  readonly about: string
  readonly visibility: 'public' | 'members'
  readonly items: readonly ListItem[]
  readonly removed?: boolean | undefined
}

const LONGEST = { title: 200, about: 2000, note: 500 } as const
const MOST_ITEMS = 200

const mistakesIn = ({ title, about, items }: ListForm): Record<string, string> => ({
  ...(title === '' ? { title: 'Say what the list is for.' } : {}),
  ...(title.length > LONGEST.title ? { title: `Use at most ${LONGEST.title} characters.` } : {}),
  ...(about.length > LONGEST.about ? { about: `Use at most ${LONGEST.about} characters.` } : {}),
  ...(items.length > MOST_ITEMS ? { title: `A list holds at most ${MOST_ITEMS} works.` } : {}),
  ...(items.some(({ note }) => note.length > LONGEST.note)
    ? { title: `A note has at most ${LONGEST.note} characters.` }
    : {}),
})

/** Makes a reading list, changes it, or removes it; sent twice it is one. */
export const keepList = async (
  actor: MemberActor,
  asActor: AsActor,
  form: ListForm,
): Promise<{ readonly id: string } | Refusal<'fields-to-change' | 'not-found'>> => {
  const fields = mistakesIn(form)
  if (Object.keys(fields).length > 0) return { refused: 'fields-to-change', fields }
  const { id, title, visibility, items, removed } = form
  const about = form.about || null
  return asActor(actor, async (tx) => {
    const known = await selectList(tx, id)
    const list = { id, title, about, visibility, items }
    const { jurisdictionId, memberId } = actor
    const isWritten = known
      ? await updateList(tx, { ...list, removed })
      : await insertList(tx, { ...list, jurisdictionId, memberId })
    if (!isWritten) return { refused: 'not-found' as const }
    await record(tx, {
      action: removed ? 'library.remove-list' : known ? 'library.change-list' : 'library.make-list',
      ...{ subjectKind: 'library-list', subjectIds: [id], outcome: 'done' },
      detail: { works: items.length, visibility },
    })
    return { id }
  })
}
