import { Hono } from 'hono'
import { type Env, findOrganizations, requireMember } from '#identity'
import { readDay } from '#kernel/calendar-day.ts'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { type In, type PathwayNeeds, todayOf, typedDate } from './asked.routes.ts'
import { draftRoutes } from './draft.routes.ts'
import { findPathway, listPathways } from './list-pathways.ts'
import { makePathway } from './make-pathway.ts'
import { NewPathwayPage } from './new-pathway.page.tsx'
import { PathwayPage, SAID } from './pathway.page.tsx'
import { shownOf } from './pathway.ts'
import { PathwaysPage } from './pathways.page.tsx'
import { PreviewPage, readAnswers } from './preview.page.tsx'
import { endPathway } from './publish-pathway.ts'

const isManager = (c: In): boolean => c.get('signedIn').actor.roles.includes('manager')

/** The pathways of a county: members read what is published; managers make, try, copy and end their own. */
export const pathwayRoutes = (needs: PathwayNeeds): Hono<Env> => {
  const { asActor } = needs
  const routes = new Hono<Env>()
  const member = requireMember()
  const manager = requireMember('manager')

  const find = (c: In) => {
    const id = c.req.param('id')
    return isId(id) ? asActor(c.get('signedIn').actor, (tx) => findPathway(tx, id)) : undefined
  }

  /** A pathway of which nothing is published is its managers' alone. */
  const findShown = async (c: In) => {
    const pathway = await find(c)
    return pathway && (pathway.versions.length > 0 || pathway.draft) ? pathway : undefined
  }

  const showPathway = async (c: In, wrongEnd?: Parameters<typeof PathwayPage>[0]['wrongEnd']) => {
    const pathway = await findShown(c)
    if (!pathway) return c.notFound()
    const { actor } = c.get('signedIn')
    const names = await asActor(actor, (tx) => findOrganizations(tx, [pathway.organizationId]))
    const asked = Number(c.req.query('version'))
    const said = c.req.query('said') ?? ''
    const page = PathwayPage({
      ...{ frame: c.get('frame'), pathway, today: todayOf(c), copyId: newId(), wrongEnd },
      organizationName: names.get(pathway.organizationId)?.name ?? 'An organization',
      version: pathway.versions.find(({ number }) => number === asked),
      may: { make: isManager(c), edit: isManager(c) && pathway.organizationId === actor.organizationId },
      said: Object.hasOwn(SAID, said) ? (said as keyof typeof SAID) : undefined,
    })
    return page ? c.html(page, wrongEnd ? 422 : 200) : c.notFound()
  }

  const newPage = async (c: In, id: string, error?: string) => {
    const pathways = await asActor(c.get('signedIn').actor, listPathways)
    const shown = pathways.filter(({ versions, draft }) => versions.length > 0 || draft)
    const page = NewPathwayPage({ frame: c.get('frame'), id, pathways: shown, today: todayOf(c), error })
    return c.html(page, error ? 422 : 200)
  }

  routes.get('/pathways', member, async (c) => {
    const { pathways, names } = await asActor(c.get('signedIn').actor, async (tx) => {
      const all = await listPathways(tx)
      const shown = all.filter(({ versions, draft }) => versions.length > 0 || draft)
      const ids = [...new Set(shown.map(({ organizationId }) => organizationId))]
      return { pathways: shown, names: await findOrganizations(tx, ids) }
    })
    return c.html(
      PathwaysPage({ frame: c.get('frame'), pathways, names, today: todayOf(c), mayMake: isManager(c) }),
    )
  })

  routes.get('/pathways/new', manager, (c) => newPage(c, newId()))

  routes.post('/pathways', manager, async (c) => {
    const fields = await formFields(c)
    const given = firstOf(fields, 'id')
    const id = isId(given) ? given : newId()
    const source = firstOf(fields, 'source')
    const made =
      source === ''
        ? ({ refused: 'not-found' } as const)
        : await makePathway(asActor, c.get('signedIn').actor, { id, source }, todayOf(c))
    if (isRefusal(made)) return newPage(c, id, 'Choose what it starts from.')
    return c.redirect(`/pathways/${made.id}/draft`, 303)
  })

  routes.get('/pathways/:id', member, (c) => showPathway(c))

  routes.get('/pathways/:id/preview', member, async (c) => {
    const pathway = await findShown(c)
    const isDraft = c.req.query('draft') === '1' && pathway?.draft !== undefined
    const definition = isDraft ? pathway?.draft?.definition : pathway && shownOf(pathway, todayOf(c))
    if (!pathway || !definition) return c.notFound()
    const answers = readAnswers(definition, (field) => c.req.query(field))
    const tried = c.req.query('tried') === '1'
    return c.html(
      PreviewPage({ frame: c.get('frame'), pathwayId: pathway.id, definition, isDraft, answers, tried }),
    )
  })

  routes.post('/pathways/:id/end', manager, async (c) => {
    const pathway = await find(c)
    const { actor } = c.get('signedIn')
    if (!pathway || pathway.organizationId !== actor.organizationId) return c.notFound()
    const fields = await formFields(c)
    const typed = typedDate(fields, 'ends-on')
    const endsOn = firstOf(fields, 'goes-on') === 'yes' ? null : readDay(typed.year, typed.month, typed.day)
    const done = await endPathway(asActor, actor, pathway.id, endsOn, todayOf(c))
    if (!isRefusal(done))
      return c.redirect(`/pathways/${pathway.id}?said=${done.endsOn === null ? 'goes-on' : 'ends'}`, 303)
    return showPathway(c, { typed, says: done.fields?.['ends-on'] ?? '' })
  })

  routes.route('/', draftRoutes(needs))
  return routes
}
