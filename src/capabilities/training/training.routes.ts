import { type Context, Hono } from 'hono'
import type { Env } from '#identity'
import type { AsActor } from '#platform/database/as-actor.ts'
import { boardRoutes } from './board.routes.ts'
import { certificatesRoutes } from './certificates.routes.ts'
import type { CourseBook } from './course-book.ts'
import { keepTrainingRoutes } from './keep-training.routes.ts'
import { learnRoutes } from './learn.routes.ts'
import { resultsRoutes } from './results.routes.ts'
import { sessionsRoutes } from './sessions.routes.ts'
import { shippedBook } from './shipped-book.ts'

/** All pages of training. */
export const trainingRoutes = ({
  asActor,
  publicOrigin,
  book = shippedBook(),
}: {
  asActor: AsActor
  /** The address that people use; undefined: the one that they asked for. */
  publicOrigin: string | undefined
  book?: CourseBook
}): Hono<Env> => {
  const originOf = (c: Context): string => publicOrigin ?? new URL(c.req.url).origin
  const routes = new Hono<Env>()
  routes.route('/', boardRoutes({ asActor, book }))
  routes.route('/', resultsRoutes({ asActor, book }))
  routes.route('/', keepTrainingRoutes({ asActor, book }))
  routes.route('/', sessionsRoutes({ asActor, book, originOf }))
  routes.route('/', certificatesRoutes({ asActor, originOf }))
  routes.route('/', learnRoutes({ asActor, book }))
  return routes
}
