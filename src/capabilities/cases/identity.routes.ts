import { type Context, Hono } from 'hono'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { isId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { WORKS_CASES } from './case.ts'
import { type Errors, readIdentity } from './case-form.ts'
import { calledOf } from './case-words.ts'
import { editIdentity, identityFields } from './edit-identity.ts'
import { EditPage } from './identity-form.page.tsx'
import { findDoubles, mergeCases, partCases } from './merge-cases.ts'
import type { Clash, Fields } from './merge-fields.ts'
import { readCase } from './read-case.ts'
import { SamePage } from './same.page.tsx'

type In = Context<Env & MemberEnv>

/** Who somebody is: corrected field by field, and found where they were entered twice. */
export const identityRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const member = requireMember(...WORKS_CASES)

  const find = async (c: In) => {
    const id = c.req.param('id')
    return isId(id) ? readCase(asActor, c.get('signedIn').actor, id) : undefined
  }

  const edit = async (
    c: In,
    again: { values?: Fields; errors?: Errors; clashes?: readonly Clash[]; was?: Fields } = {},
  ) => {
    const read = await find(c)
    if (!read) return c.notFound()
    const stored = identityFields(read.identity)
    const { errors = {}, clashes = [] } = again
    const isWrong = clashes.length > 0 || Object.keys(errors).length > 0
    return c.html(
      EditPage({
        ...{ frame: c.get('frame'), caseId: read.file.id, called: calledOf(read.identity.called) },
        organizationName: c.get('signedIn').organizationName,
        // With a mistake in it, the form goes on from what it showed at first: what others wrote since is no change of its own.
        ...{ stored: again.was ?? stored, values: { ...stored, ...again.values }, errors, clashes },
      }),
      isWrong ? 422 : 200,
    )
  }

  routes.get('/cases/:id/edit', member, (c) => edit(c))

  routes.post('/cases/:id/edit', member, async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) return c.notFound()
    const { actor } = c.get('signedIn')
    const fields = await formFields(c)
    const { values, errors } = readIdentity(fields)
    const was = wasOf(fields)
    if (Object.keys(errors).length > 0) return edit(c, { values, errors, was })
    const done = await asActor(actor, (tx) => editIdentity(tx, id, { was, mine: values }))
    if (isRefusal(done)) return c.notFound()
    return done.clashes.length > 0
      ? edit(c, { clashes: done.clashes })
      : c.redirect(`/cases/${id}?said=entry`, 303)
  })

  routes.get('/cases/:id/same', member, async (c) => {
    const { actor } = c.get('signedIn')
    const read = await find(c)
    if (!read) return c.notFound()
    const others = await Promise.all(read.merged.map((id) => readCase(asActor, actor, id)))
    return c.html(
      SamePage({
        ...{ frame: c.get('frame'), identity: read.identity },
        doubles: read.file.mergedIntoId ? [] : await findDoubles(asActor, actor, read.file.id),
        merged: others.flatMap((other) => other?.identity ?? []),
      }),
    )
  })

  const together = (verb: Together, said: string) => async (c: In) => {
    const keptId = c.req.param('id') ?? ''
    const mergedId = firstOf(await formFields(c), 'other')
    if (!isId(keptId) || !isId(mergedId)) return c.notFound()
    const { actor } = c.get('signedIn')
    const done = await asActor(actor, (tx) => verb(tx, actor, { keptId, mergedId }))
    return isRefusal(done) ? c.notFound() : c.redirect(`/cases/${keptId}?said=${said}`, 303)
  }

  routes.post('/cases/:id/merge', member, together(mergeCases, 'merged'))
  routes.post('/cases/:id/part', member, together(partCases, 'parted'))
  return routes
}

/** Merges two cases or parts them: refused, or done. */
type Together = (...asked: Parameters<typeof mergeCases>) => Promise<object>

/** What the form showed when it was opened. */
const wasOf = (fields: FormFields): Fields =>
  Object.fromEntries(
    Object.keys(fields)
      .filter((name) => name.startsWith('was-'))
      .map((name) => [name.slice('was-'.length), firstOf(fields, name)]),
  )
