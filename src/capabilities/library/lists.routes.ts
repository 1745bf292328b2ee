import { type Context, Hono } from 'hono'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { keepList, type ListForm } from './keep-list.ts'
import { lookOf } from './library.routes.ts'
import { ListFormPage, ListPage, ListsPage } from './lists.page.tsx'
import { type ReadingList, selectList, selectLists } from './lists.store.ts'
import { mayChangeList } from './may-change-list.ts'
import { selectRecords } from './records.store.ts'

type In = Context<MemberEnv>

/** The works that a form names, in the order of the numbers beside them; those without a number are taken off. */
const readItems = (fields: FormFields): ListForm['items'] =>
  (fields.record ?? [])
    .filter(isId)
    .map((record) => ({
      ...{ record, note: firstOf(fields, `note-${record}`) },
      place: Number.parseFloat(firstOf(fields, `place-${record}`)),
    }))
    .filter(({ place }) => !Number.isNaN(place))
    .toSorted((one, other) => one.place - other.place)
    .map(({ record, note }) => ({ record, note }))

const readForm = (fields: FormFields): ListForm => {
  const id = firstOf(fields, 'id')
  return {
    id: isId(id) ? id : newId(),
    ...{ title: firstOf(fields, 'title'), about: firstOf(fields, 'about'), items: readItems(fields) },
    visibility: firstOf(fields, 'visibility') === 'public' ? 'public' : 'members',
  }
}

/** Reading lists: everybody reads those that are public, members make their own. */
export const listRoutes = ({
  asActor,
  publicOrigin,
}: {
  asActor: AsActor
  publicOrigin: string | undefined
}): Hono<Env> => {
  const routes = new Hono<Env>()
  const member = requireMember()
  const look = (c: In) => lookOf(c as unknown as Context<Env>)

  const recordsOf = async (c: Context<Env>, items: ListForm['items']) => {
    const ids = items.map(({ record }) => record)
    const records = await asActor(c.get('actor'), (tx) => selectRecords(tx, ids))
    return new Map(records.map((record) => [record.id as string, record]))
  }

  const mayChange = (c: Context<Env>, list: ReadingList): boolean =>
    mayChangeList(c.get('signedIn')?.actor, list)

  const findOwn = async (c: Context<Env>) => {
    const id = c.req.param('id')
    const list = isId(id) ? await asActor(c.get('actor'), (tx) => selectList(tx, id)) : undefined
    return list && mayChange(c, list) ? list : undefined
  }

  const showForm = async (
    c: In,
    form: ListForm,
    isNew: boolean,
    errors: Readonly<Record<string, string>> = {},
  ) => {
    const records = await recordsOf(c as unknown as Context<Env>, form.items)
    const page = ListFormPage({ look: look(c), form, records, isNew, errors })
    return c.html(page, Object.keys(errors).length > 0 ? 422 : 200)
  }

  const keep = async (c: In, form: ListForm, isNew: boolean) => {
    const done = await keepList(c.get('signedIn').actor, asActor, form)
    if (!isRefusal(done))
      return c.redirect(form.removed ? '/library/lists' : `/library/lists/${done.id}`, 303)
    return done.refused === 'not-found' ? c.notFound() : showForm(c, form, isNew, done.fields)
  }

  routes.get('/library/lists', async (c) =>
    c.html(ListsPage({ look: lookOf(c), lists: await asActor(c.get('actor'), selectLists) })),
  )

  routes.get('/library/lists/new', member, (c) =>
    showForm(
      c as unknown as In,
      { id: newId(), title: '', about: '', visibility: 'members', items: [] },
      true,
    ),
  )

  routes.post('/library/lists', member, async (c) =>
    keep(c as unknown as In, readForm(await formFields(c)), true),
  )

  routes.get('/library/lists/:id', async (c) => {
    const id = c.req.param('id')
    const list = isId(id) ? await asActor(c.get('actor'), (tx) => selectList(tx, id)) : undefined
    if (!list) return c.notFound()
    const records = await recordsOf(c, list.items)
    const address = `${publicOrigin ?? new URL(c.req.url).origin}/library/lists/${id}`
    return c.html(ListPage({ look: lookOf(c), list, records, mayChange: mayChange(c, list), address }))
  })

  routes.get('/library/lists/:id/change', member, async (c) => {
    const list = await findOwn(c as unknown as Context<Env>)
    return list ? showForm(c as unknown as In, { ...list, about: list.about ?? '' }, false) : c.notFound()
  })

  routes.post('/library/lists/:id/change', member, async (c) => {
    const list = await findOwn(c as unknown as Context<Env>)
    if (!list) return c.notFound()
    const fields = await formFields(c)
    const form = { ...readForm(fields), id: list.id, removed: firstOf(fields, 'do') === 'remove' }
    return keep(c as unknown as In, form, false)
  })

  // From the page of a work: it goes to the end of a list.
  routes.post('/library/:id/add-to-list', member, async (c) => {
    const record = c.req.param('id')
    const listId = firstOf(await formFields(c), 'list')
    const list =
      isId(listId) && isId(record) ? await asActor(c.get('actor'), (tx) => selectList(tx, listId)) : undefined
    if (!list || !mayChange(c as unknown as Context<Env>, list)) return c.notFound()
    const items = list.items.some((item) => item.record === record)
      ? list.items
      : [...list.items, { record, note: '' }]
    return keep(c as unknown as In, { ...list, about: list.about ?? '', items }, false)
  })

  return routes
}
