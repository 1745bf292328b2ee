import { type Context, Hono } from 'hono'
import { record } from '#audit'
import { type Env, listColleagues, type MemberEnv, requireMember } from '#identity'
import { dayAt } from '#kernel/calendar-day.ts'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { BoardPage } from './board.page.tsx'
import { readBoardSearch } from './board-search.ts'
import { revokeCertificate } from './certificate.ts'
import { selectCompletionsOf, selectRoster } from './completion.store.ts'
import type { CourseBook } from './course-book.ts'
import { listBoard } from './list-board.ts'
import { PersonPage } from './person.page.tsx'
import { rosterCsv } from './roster-csv.ts'
import { signPractice } from './sign-practice.ts'
import { isOneOf, KEEPERS, SUPERVISORS } from './training-tabs.page.tsx'
import { titleIn } from './training-words.ts'

type In = Context<Env & MemberEnv>

const WRONG = {
  'own-practice': 'Somebody else has to see you do it, and sign.',
  'not-all-seen': 'Check each line that you saw. All of them have to be seen.',
  'not-here': 'They do not work here any more.',
} as const

/** Who is trained: the board, one member with their certificates, and the roster. */
export const boardRoutes = ({ asActor, book }: { asActor: AsActor; book: CourseBook }): Hono<Env> => {
  const routes = new Hono<Env>()
  const supervisor = requireMember(...SUPERVISORS)
  const keeper = requireMember(...KEEPERS)
  const titleOf = titleIn(book.courses)

  routes.get('/training/board', supervisor, async (c) => {
    const { actor, organizationName } = c.get('signedIn')
    const board = await listBoard(asActor, actor, new Date())
    const search = readBoardSearch((name) => c.req.query(name))
    return c.html(
      BoardPage({
        ...{ frame: c.get('frame'), roles: actor.roles, organizationName, board, search, titleOf },
      }),
    )
  })

  routes.get('/training/roster.csv', keeper, async (c) => {
    const { actor } = c.get('signedIn')
    const csv = await asActor(actor, async (tx) => {
      await record(tx, {
        ...{
          action: 'training.read-roster',
          subjectKind: 'organization',
          subjectIds: [actor.organizationId],
        },
        outcome: 'seen',
      })
      const people = await listColleagues(tx, [actor.organizationId])
      const completions = await selectRoster(tx, actor.organizationId)
      return rosterCsv(completions, new Map(people.map((one) => [one.id, one])))
    })
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header('Content-Disposition', 'attachment; filename="training-roster.csv"')
    return c.body(csv)
  })

  const page = async (c: In, error?: string) => {
    const { actor, timeZone } = c.get('signedIn')
    const id = c.req.param('id')
    const { people } = await listBoard(asActor, actor, new Date())
    const one = people.find(({ person }) => person.id === id)
    if (!one) return c.notFound()
    const completions = await asActor(actor, (tx) => selectCompletionsOf(tx, one.person.id))
    const said = (['signed', 'revoked'] as const).find((word) => word === c.req.query('said'))
    return c.html(
      PersonPage({
        ...{ frame: c.get('frame'), one, completions, titleOf, said, error, newId: newId() },
        practices: book.courses.filter(({ practice }) => practice.length > 0),
        isOwn: one.person.id === actor.memberId,
        revokes: isOneOf(actor.roles, KEEPERS),
        today: dayAt(new Date(), timeZone),
      }),
      error ? 422 : 200,
    )
  }

  routes.get('/training/people/:id', supervisor, (c) => page(c))

  routes.post('/training/people/:id/practice', supervisor, async (c) => {
    const fields = await formFields(c)
    const course = book.courses.find(
      ({ slug, practice }) => slug === firstOf(fields, 'course') && practice.length > 0,
    )
    const id = firstOf(fields, 'id')
    const memberId = c.req.param('id')
    if (!course || !isId(id) || !isId(memberId)) return c.notFound()
    const input = { id, memberId, checked: fields.checked ?? [] }
    const signed = await signPractice(asActor, c.get('signedIn').actor, course, input, new Date())
    return isRefusal(signed)
      ? page(c, WRONG[signed.refused])
      : c.redirect(`/training/people/${memberId}?said=signed`, 303)
  })

  routes.post('/training/certificates/:id/revoke', keeper, async (c) => {
    const id = c.req.param('id')
    const because = firstOf(await formFields(c), 'because')
      .slice(0, 300)
      .toWellFormed()
    if (!isId(id) || !because) return c.notFound()
    const revoked = await revokeCertificate(asActor, c.get('signedIn').actor, id, because)
    return isRefusal(revoked)
      ? c.notFound()
      : c.redirect(`/training/people/${revoked.memberId}?said=revoked`, 303)
  })

  return routes
}
