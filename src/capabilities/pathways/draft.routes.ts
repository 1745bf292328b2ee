import { Hono } from 'hono'
import { type Env, requireMember } from '#identity'
import { readDay } from '#kernel/calendar-day.ts'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { type In, type PathwayNeeds, todayOf, typedDate } from './asked.routes.ts'
import { type Change, LISTS, PARTS, type Part } from './change.ts'
import { DraftPage } from './draft.page.tsx'
import { DraftPartPage } from './draft-part.page.tsx'
import { beginDraft, dropDraft, editDraft, findEditable, undoDraft } from './edit-draft.ts'
import { PublishPage } from './publish.page.tsx'
import { publishPathway } from './publish-pathway.ts'
import { countOnVersions } from './referral-pathway.store.ts'

/** A draft of a pathway, for the managers of the organization that keeps it: edited part by part, undone, published. */
export const draftRoutes = ({ asActor }: PathwayNeeds): Hono<Env> => {
  const routes = new Hono<Env>()
  const manager = requireMember('manager')

  const find = (c: In) => {
    const id = c.req.param('id')
    return isId(id) ? asActor(c.get('signedIn').actor, (tx) => findEditable(tx, id)) : undefined
  }

  const partPage = async (c: In, part: Part, item: string | undefined, typed?: Typed) => {
    const pathway = await find(c)
    if (!pathway) return c.notFound()
    const { definition } = pathway.draft
    const isList = isOneOf(LISTS, part)
    if (isList && item !== undefined && !definition[part].some(({ id }) => id === item)) return c.notFound()
    const page = DraftPartPage({
      ...{ frame: c.get('frame'), pathway, part, item: isList ? item : undefined },
      ...{ question: c.req.query('question'), fields: typed?.fields, errors: typed?.errors ?? {} },
    })
    return c.html(page, typed ? 422 : 200)
  }

  routes.post('/pathways/:id/draft/begin', manager, async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) return c.notFound()
    const begun = await beginDraft(asActor, c.get('signedIn').actor, id, todayOf(c))
    return isRefusal(begun) ? c.notFound() : c.redirect(`/pathways/${id}/draft`, 303)
  })

  routes.get('/pathways/:id/draft', manager, async (c) => {
    const pathway = await find(c)
    if (!pathway) return c.notFound()
    const said = (['saved', 'undone', 'changed-since'] as const).find((one) => one === c.req.query('said'))
    return c.html(DraftPage({ frame: c.get('frame'), pathway, said }))
  })

  routes.post('/pathways/:id/draft', manager, async (c) => {
    const id = c.req.param('id')
    const fields = await formFields(c)
    const part = firstOf(fields, 'part')
    const act = firstOf(fields, 'act') || 'save'
    if (!isId(id) || !isOneOf(PARTS, part) || !isOneOf(ACTS, act)) return c.notFound()
    const item = firstOf(fields, 'item') || undefined
    const change: Change = { part, item, newItem: `n-${newId().slice(-12)}`, act, fields }
    const revision = Number(firstOf(fields, 'revision'))
    const done = await editDraft(asActor, c.get('signedIn').actor, id, revision, change)
    if (!isRefusal(done)) return c.redirect(`/pathways/${id}/draft?said=saved#${part}`, 303)
    if (done.refused === 'fields-to-change')
      return partPage(c, part, item, { fields, errors: done.fields ?? {} })
    if (done.refused === 'not-found') return c.notFound()
    return c.redirect(`/pathways/${id}/draft?said=changed-since`, 303)
  })

  routes.post('/pathways/:id/draft/undo', manager, async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) return c.notFound()
    const revision = Number(firstOf(await formFields(c), 'revision'))
    if (!Number.isInteger(revision) || !(await find(c))) return c.notFound()
    const { undone } = await undoDraft(asActor, c.get('signedIn').actor, id, revision)
    return c.redirect(`/pathways/${id}/draft?said=${undone ? 'undone' : 'changed-since'}`, 303)
  })

  routes.post('/pathways/:id/draft/drop', manager, async (c) => {
    const id = c.req.param('id')
    if (!isId(id) || !(await find(c))) return c.notFound()
    await dropDraft(asActor, c.get('signedIn').actor, id)
    return c.redirect(`/pathways/${id}?said=dropped`, 303)
  })

  routes.get('/pathways/:id/draft/:part', manager, (c) => {
    const { part } = c.req.param()
    return isOneOf(PARTS, part) && !isOneOf(LISTS, part) ? partPage(c, part, undefined) : c.notFound()
  })

  routes.get('/pathways/:id/draft/:part/:item', manager, (c) => {
    const { part, item } = c.req.param()
    if (!isOneOf(LISTS, part)) return c.notFound()
    return partPage(c, part, item === 'new' ? undefined : item)
  })

  const publishPage = async (c: In, typed?: Typed) => {
    const pathway = await find(c)
    if (!pathway) return c.notFound()
    const [year = '', month = '', day = ''] = todayOf(c).split('-')
    const ids = pathway.versions.map((version) => version.id)
    const madeUnder = await asActor(c.get('signedIn').actor, (tx) => countOnVersions(tx, ids))
    const page = PublishPage({
      ...{ frame: c.get('frame'), pathway, madeUnder, errors: typed?.errors ?? {} },
      versionId: newId(),
      from: typed ? typedDate(typed.fields, 'from') : { year, month, day },
    })
    return c.html(page, typed ? 422 : 200)
  }

  routes.get('/pathways/:id/publish', manager, (c) => publishPage(c))

  routes.post('/pathways/:id/publish', manager, async (c) => {
    const pathwayId = c.req.param('id')
    if (!isId(pathwayId)) return c.notFound()
    const fields = await formFields(c)
    const { year, month, day } = typedDate(fields, 'from')
    const id = firstOf(fields, 'id')
    const done = await publishPathway(
      asActor,
      c.get('signedIn').actor,
      pathwayId,
      {
        id: isId(id) ? id : newId(),
        revision: Number(firstOf(fields, 'revision')),
        from: readDay(year, month, day),
      },
      todayOf(c),
    )
    if (!isRefusal(done)) return c.redirect(`/pathways/${pathwayId}?said=published`, 303)
    if (done.refused === 'not-found') return c.notFound()
    if (done.refused === 'fields-to-change') return publishPage(c, { fields, errors: done.fields ?? {} })
    return c.redirect(`/pathways/${pathwayId}/draft?said=changed-since`, 303)
  })

  return routes
}

type Typed = { readonly fields: FormFields; readonly errors: Readonly<Record<string, string>> }

const ACTS = ['save', 'up', 'down', 'remove'] as const

const isOneOf = <One extends string>(all: readonly One[], text: string): text is One =>
  all.some((one) => one === text)
