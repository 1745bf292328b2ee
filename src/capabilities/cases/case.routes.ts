import { type Context, Hono } from 'hono'
import { AS_IT_IS, keepsWords } from '#design'
import { type Env, findOrganizations, type MemberEnv, requireMember } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { addEntry, type NewEntry, strikeEntry } from './add-entry.ts'
import { addTask } from './add-task.ts'
import { CardPage } from './card.page.tsx'
import { CasePage, type CaseProps } from './case.page.tsx'
import { WORKS_CASES } from './case.ts'
import {
  type Errors,
  findingsInCase,
  readContact,
  readFunds,
  readNeedForm,
  readStatus,
  readTask,
} from './case-form.ts'
import { changeCase } from './change-case.ts'
import { setCaseManager } from './give-case.ts'
import { identityRoutes } from './identity.routes.ts'
import { findDoubles } from './merge-cases.ts'
import { noteContact } from './note-contact.ts'
import { readCase } from './read-case.ts'
import { pageOf } from './today.routes.ts'

type In = Context<Env & MemberEnv>

const LOOK_AGAIN = 'Look at your words once more. Change them, or say that you keep them.'
const SAID = {
  contact: 'The contact is saved.',
  task: 'It is on the list.',
  entry: 'Saved.',
  status: 'Saved how the case stands.',
  manager: 'Saved who follows the case.',
  merged: 'They are one case now.',
  parted: 'They are two cases again.',
} as const
const DID = { done: 'Done.', dropped: 'Not needed any more.', 'put-off': 'Put off.' } as const

const has = <Words extends object>(words: Words, text: string | undefined): text is keyof Words & string =>
  text !== undefined && Object.hasOwn(words, text)

/** One case: its page, and what is written into it. */
export const caseRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const member = requireMember(...WORKS_CASES)

  const page = async (c: In, id: string, wrong?: CaseProps['wrong']) => {
    const { actor, organizationName, timeZone: zone } = c.get('signedIn')
    const number = pageOf(c.req.query('page'))
    const read = isId(id) ? await readCase(asActor, actor, id, number) : undefined
    if (!read) return c.notFound()
    const made = CasePage({
      ...{ frame: c.get('frame'), read, page: number, memberId: actor.memberId, organizationName },
      ...{ newId: newId(), now: new Date(), zone, just: justOf(c, id), wrong },
      doubles: read.file.mergedIntoId ? [] : doublesOf(await findDoubles(asActor, actor, id)),
    })
    return c.html(made, wrong ? 422 : 200)
  }

  /** Reads a form and does what it says; where it is refused, the page comes back with it. */
  const write = async <Read extends object>(
    c: In,
    of: string,
    read: (fields: FormFields) => Read | { readonly errors: Errors },
    act: (facts: Read, sent: { readonly id: string; readonly caseId: string }) => Promise<object>,
    said: keyof typeof SAID,
  ) => {
    const caseId = c.req.param('id') ?? ''
    if (!isId(caseId)) return c.notFound()
    const fields = await formFields(c)
    const facts = read(fields)
    if ('errors' in facts) return page(c, caseId, { of, fields, errors: facts.errors as Errors })
    const id = firstOf(fields, 'id')
    const done = await act(facts, { caseId, id: isId(id) ? id : newId() })
    if (isRefusal(done)) {
      if (done.refused === 'not-known') return c.notFound()
      return page(c, caseId, { of, fields, errors: { [of]: REFUSED } })
    }
    return c.redirect(`/cases/${caseId}?said=${said}`, 303)
  }

  /** A member of the page's own words, asked about before they are kept. */
  const keeping =
    <Read extends object>(keep: string, read: (fields: FormFields) => Read | { readonly errors: Errors }) =>
    (fields: FormFields): Read | { readonly errors: Errors } =>
      keepsWords(findingsInCase(fields), firstOf(fields, AS_IT_IS))
        ? read(fields)
        : { errors: { [keep]: LOOK_AGAIN } }

  const entry = (c: In, make: (id: string, caseId: string) => NewEntry) => {
    const { actor } = c.get('signedIn')
    return (sent: { id: string; caseId: string }) =>
      asActor(actor, (tx) => addEntry(tx, actor, make(sent.id, sent.caseId)))
  }

  routes.get('/cases/:id', member, (c) => page(c, c.req.param('id')))

  routes.post('/cases/:id/contacts', member, (c) => {
    const { actor } = c.get('signedIn')
    return write(
      c,
      'contacts',
      keeping('contact-words-keep', readContact),
      (contact, sent) =>
        asActor(actor, (tx) => noteContact(tx, actor, { ...contact, ...sent, at: new Date() })),
      'contact',
    )
  })

  routes.post('/cases/:id/tasks', member, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const now = new Date()
    return write(
      c,
      'tasks',
      (fields) => {
        const task = readTask(fields, now, timeZone)
        const assigned = firstOf(fields, 'assigned')
        return 'errors' in task ? task : { ...task, assignedMemberId: isId(assigned) ? assigned : undefined }
      },
      async (task, sent) => {
        const read = await readCase(asActor, actor, sent.caseId)
        if (!read) return { refused: 'not-known' }
        const who = read.managers.find(({ id }) => id === task.assignedMemberId)
        await asActor(actor, (tx) => addTask(tx, actor, { ...task, ...sent, assignedMemberId: who?.id }))
        return sent
      },
      'task',
    )
  })

  routes.post('/cases/:id/notes', member, (c) =>
    write(
      c,
      'notes',
      keeping('note-words-keep', (fields) => textOf(fields, 'note', 'Write the note.', 4000)),
      ({ words }, sent) => entry(c, (id, caseId) => ({ id, caseId, kind: 'note', words }))(sent),
      'entry',
    ),
  )

  routes.post('/cases/:id/goals', member, (c) =>
    write(
      c,
      'goals',
      (fields) => textOf(fields, 'goal', 'Write the goal as they said it.', 300),
      ({ words }, sent) => entry(c, (id, caseId) => ({ id, caseId, kind: 'goal', words }))(sent),
      'entry',
    ),
  )

  routes.post('/cases/:id/goals/:goal/met', member, (c) => {
    const goalId = c.req.param('goal')
    return write(
      c,
      'goals',
      () => (isId(goalId) ? { goalId } : { errors: { goal: REFUSED } }),
      (_, sent) => entry(c, (id, caseId) => ({ id, caseId, kind: 'goal-met', goalId }))(sent),
      'entry',
    )
  })

  routes.post('/cases/:id/needs', member, (c) =>
    write(
      c,
      'needs',
      readNeedForm,
      (need, sent) => entry(c, (id, caseId) => ({ ...need, id, caseId, kind: 'need' }))(sent),
      'entry',
    ),
  )

  routes.post('/cases/:id/funds', member, (c) =>
    write(
      c,
      'funds',
      readFunds,
      (funds, sent) => entry(c, (id, caseId) => ({ ...funds, id, caseId, kind: 'funds' }))(sent),
      'entry',
    ),
  )

  routes.post('/cases/:id/entries/:entry', member, async (c) => {
    const { id: caseId, entry: id } = c.req.param()
    const wish = firstOf(await formFields(c), 'do')
    if (!isId(caseId) || !isId(id) || (wish !== 'strike' && wish !== 'put-back')) return c.notFound()
    const { actor } = c.get('signedIn')
    const done = await asActor(actor, (tx) =>
      strikeEntry(tx, actor, { id, caseId, isStruck: wish === 'strike' }),
    )
    return done ? c.redirect(`/cases/${caseId}#entry-${id}`, 303) : c.notFound()
  })

  routes.post('/cases/:id/status', member, (c) => {
    const { actor } = c.get('signedIn')
    return write(
      c,
      'status',
      readStatus,
      (to, { caseId }) => asActor(actor, (tx) => changeCase(tx, actor, { ...to, caseId })),
      'status',
    )
  })

  routes.post('/cases/:id/manager', member, (c) => {
    const { actor } = c.get('signedIn')
    return write(
      c,
      'manager',
      (fields) => {
        const memberId = firstOf(fields, 'manager')
        return { memberId: isId(memberId) ? memberId : undefined }
      },
      ({ memberId }, { caseId }) => asActor(actor, (tx) => setCaseManager(tx, actor, { caseId, memberId })),
      'manager',
    )
  })

  routes.get('/cases/:id/card', member, async (c) => {
    const { actor, timeZone: zone } = c.get('signedIn')
    const id = c.req.param('id')
    const read = isId(id) ? await readCase(asActor, actor, id) : undefined
    if (!read) return c.notFound()
    const own = await asActor(actor, (tx) => findOrganizations(tx, [actor.organizationId]))
    const phone = own.get(actor.organizationId)?.phone ?? undefined
    const lang = c.req.query('lang') === 'es' ? 'es' : 'en'
    return c.html(CardPage({ frame: c.get('frame'), read, lang, phone, zone }))
  })

  routes.route('/', identityRoutes({ asActor }))
  return routes
}

const REFUSED = 'This could not be done: somebody changed the case meanwhile. It stands below as it is now.'

const textOf = (
  fields: FormFields,
  name: string,
  missing: string,
  most: number,
): { readonly words: string } | { readonly errors: Errors } => {
  const words = firstOf(fields, name).slice(0, most)
  return words === '' ? { errors: { [name]: missing } } : { words }
}

const doublesOf = (found: Awaited<ReturnType<typeof findDoubles>>): CaseProps['doubles'] =>
  found.map(({ caseId, called }) => ({ id: caseId, called }))

const justOf = (c: In, caseId: string): CaseProps['just'] => {
  const { said, did, task } = c.req.query()
  if (has(DID, did) && isId(task))
    return {
      message: DID[did],
      undo: { action: `/today/tasks/${task}`, values: { do: `undo-${did}`, case: caseId } },
    }
  return has(SAID, said) ? { message: SAID[said] } : undefined
}
