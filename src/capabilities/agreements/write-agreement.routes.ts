import { type Context, Hono } from 'hono'
import { type Env, getCounty, type MemberEnv, requireMember } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { isAgreementKind } from './agreement.ts'
import { emptyForm } from './agreement-form.ts'
import { followingForm } from './renew-agreement.ts'
import { ANSWERING } from './who-answers.ts'
import { WriteAgreementPage } from './write-agreement.page.tsx'
import {
  dropAgreementDraft,
  findAgreementDraft,
  keepAgreementDraft,
  listPossibleParties,
  makeAgreement,
  tryForm,
} from './write-agreement.ts'

type In = Context<Env & MemberEnv>
type Shown = { id: string; fields: FormFields; preview?: string; errors?: Readonly<Record<string, string>> }

/** Writing an agreement from a template: one page, that keeps, shows and sends it. */
export const writeAgreementRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const answering = requireMember(...ANSWERING)

  const show = async (c: In, { id, fields, preview, errors }: Shown) => {
    const { actor } = c.get('signedIn')
    const kind = firstOf(fields, 'kind')
    const { parties, countyName } = await asActor(actor, async (tx) => ({
      parties: await listPossibleParties(tx, actor.jurisdictionId),
      countyName: (await getCounty(tx, actor.jurisdictionId)).name,
    }))
    const page = WriteAgreementPage({
      frame: c.get('frame'),
      id,
      kind: isAgreementKind(kind) ? kind : 'deflection',
      fields,
      parties,
      countyName,
      preview,
      ...(errors ? { errors } : {}),
    })
    return c.html(page, errors ? 422 : 200)
  }

  routes.get('/agreements/new', answering, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const { draft, after, kind = '' } = c.req.query()
    if (isId(draft)) {
      const found = await findAgreementDraft(asActor, actor, draft)
      return found ? show(c, { id: found.id, fields: { ...found.fields, draft: [found.id] } }) : c.notFound()
    }
    if (isId(after)) {
      const fields = await followingForm(asActor, actor, { id: after, zone: timeZone })
      return fields ? show(c, { id: newId(), fields }) : c.notFound()
    }
    const chosen = isAgreementKind(kind) ? kind : 'deflection'
    const others = (c.req.queries('with') ?? []).filter(isId)
    const partyIds = chosen === 'qsoa' ? others : [...new Set([actor.organizationId, ...others])]
    return show(c, { id: newId(), fields: emptyForm(chosen, { partyIds, now: new Date(), zone: timeZone }) })
  })

  routes.post('/agreements/new', answering, async (c) => {
    const { actor } = c.get('signedIn')
    const fields = await formFields(c)
    const given = firstOf(fields, 'id')
    const id = isId(given) ? given : newId()
    switch (firstOf(fields, 'do')) {
      case 'drop':
        await dropAgreementDraft(asActor, actor, id)
        return c.redirect('/agreements?said=dropped', 303)
      case 'keep': {
        const keeping = await keepAgreementDraft(asActor, actor, { id, fields })
        return isRefusal(keeping)
          ? show(c, { id, fields, errors: keeping.fields ?? {} })
          : c.redirect('/agreements?said=kept', 303)
      }
      case 'send': {
        const made = await makeAgreement(asActor, actor, { id, fields })
        return isRefusal(made)
          ? show(c, { id, fields, errors: made.fields ?? {} })
          : c.redirect(`/agreements/kept/${made.id}?said=sent`, 303)
      }
      default: {
        const { words, errors } = await asActor(actor, (tx) => tryForm(tx, actor, fields))
        return words ? show(c, { id, fields, preview: words.text }) : show(c, { id, fields, errors })
      }
    }
  })

  return routes
}
