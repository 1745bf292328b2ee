import { Hono } from 'hono'
import type { Env } from '#identity'
import type { AsActor } from '#platform/database/as-actor.ts'

/** The queue of the day, and the cases of an organization. */
export const casesRoutes = ({ asActor: _ }: { asActor: AsActor }): Hono<Env> => new Hono<Env>()
