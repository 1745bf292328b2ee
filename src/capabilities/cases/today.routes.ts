import { Hono } from 'hono'
import { type Env, requireMember } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { isId } from '#kernel/ids.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { WORKS_CASES } from './case.ts'
import { endTask, reopenTask } from './end-task.ts'
import { listToday } from './list-today.ts'
import { moveTask, takeTask } from './move-task.ts'
import type { Whose } from './queue.store.ts'
import { TodayPage } from './today.page.tsx'

const WHOSE: readonly Whose[] = ['mine', 'team', 'nobody']
const JUST = ['done', 'dropped', 'put-off'] as const

/** The page that was asked for, counted from 1. */
export const pageOf = (text: string | undefined): number =>
  /^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : 1

type Act = (tx: Tx, actor: MemberActor, id: string) => Promise<boolean>

/** What a press on a task does, and what is said of it afterwards: nothing where it was an undoing. */
const ACTS: Readonly<Record<string, { readonly act: Act; readonly says?: (typeof JUST)[number] }>> = {
  done: { act: (tx, actor, id) => endTask(tx, actor, id, 'done'), says: 'done' },
  dropped: { act: (tx, actor, id) => endTask(tx, actor, id, 'dropped'), says: 'dropped' },
  'put-off': { act: (tx, _, id) => moveTask(tx, id, 1, new Date()), says: 'put-off' },
  take: { act: takeTask },
  'undo-done': { act: (tx, _, id) => reopenTask(tx, id) },
  'undo-dropped': { act: (tx, _, id) => reopenTask(tx, id) },
  'undo-put-off': { act: (tx, _, id) => moveTask(tx, id, -1, new Date()) },
}

/** The queue of the day, and what is done with a task in one press. */
export const todayRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const member = requireMember(...WORKS_CASES)

  routes.get('/today', member, async (c) => {
    const { actor, timeZone: zone } = c.get('signedIn')
    const whose = WHOSE.find((one) => one === c.req.query('whose')) ?? 'mine'
    const page = pageOf(c.req.query('page'))
    const now = new Date()
    const today = await listToday(asActor, actor, { whose, page, now, zone })
    const [did, id] = [c.req.query('did'), c.req.query('task')]
    const known = JUST.find((one) => one === did)
    return c.html(
      TodayPage({
        ...{ frame: c.get('frame'), today, whose, page, now, zone, memberId: actor.memberId },
        just: known && isId(id) ? { did: known, id } : undefined,
      }),
    )
  })

  routes.post('/today/tasks/:id', member, async (c) => {
    const id = c.req.param('id')
    const fields = await formFields(c)
    const wish = ACTS[firstOf(fields, 'do')]
    if (!isId(id) || !wish) return c.notFound()
    const { actor } = c.get('signedIn')
    const happened = await asActor(actor, (tx) => wish.act(tx, actor, id))
    const said = new URLSearchParams(happened && wish.says ? { did: wish.says, task: id } : {})
    const caseId = firstOf(fields, 'case')
    if (isId(caseId)) return c.redirect(`/cases/${caseId}?${said}`, 303)
    const whose = WHOSE.find((one) => one === firstOf(fields, 'whose'))
    if (whose && whose !== 'mine') said.set('whose', whose)
    return c.redirect(said.size > 0 ? `/today?${said}` : '/today', 303)
  })

  return routes
}
