import { Hono } from 'hono'
import { type Env, requireMember } from '#identity'
import type { AsActor } from '#platform/database/as-actor.ts'
import { selectAnswers } from './attempt.store.ts'
import { countAttitudes } from './count-attitudes.ts'
import type { CourseBook } from './course-book.ts'
import { itemStatistics } from './item-statistics.ts'
import { ResultsPage } from './results.page.tsx'
import { SUPERVISORS } from './training-tabs.page.tsx'

/** What came of a course: what groups think of it, and how its questions do. */
export const resultsRoutes = ({ asActor, book }: { asActor: AsActor; book: CourseBook }): Hono<Env> => {
  const routes = new Hono<Env>()
  const supervisor = requireMember(...SUPERVISORS)

  routes.get('/training/results', supervisor, async (c) => {
    const { actor } = c.get('signedIn')
    const course = book.courses.find(({ slug }) => slug === c.req.query('course')) ?? book.courses[0]
    if (!course) return c.notFound()
    const asked = course.attitudes.map(({ id, reversed }) => ({ course: course.slug, id, reversed }))
    const attitudes = await countAttitudes(
      asActor,
      actor,
      asked,
      `${new Date().toISOString().slice(0, 7)}-01`,
    )
    const tests = await asActor(actor, (tx) =>
      selectAnswers(tx, actor.organizationId, course.slug, course.version),
    )
    return c.html(
      ResultsPage({
        ...{ frame: c.get('frame'), roles: actor.roles, courses: book.courses, course, attitudes },
        items: itemStatistics(tests),
      }),
    )
  })

  return routes
}
