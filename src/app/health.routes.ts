import { Hono } from 'hono'
import type { Env } from '#identity'
import type { AsActor } from '#platform/database/as-actor.ts'

/** A load balancer asks every few seconds; it should hear of trouble long before a person's page would give up. */
const ANSWERS_WITHIN_MS = 2000

/**
 * For whatever watches over the process. `/healthz`: it is alive. `/readyz`: it can serve, for which the database has
 * to answer; that the database is prepared is known, since nothing listens before.
 */
export const healthRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> =>
  new Hono<Env>()
    .get('/healthz', (c) => c.text('alive\n'))
    .get('/readyz', async (c) =>
      (await answers(asActor)) ? c.text('ready\n') : c.text('the database does not answer\n', 503),
    )

const answers = async (asActor: AsActor): Promise<boolean> => {
  let giveUp: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    giveUp = setTimeout(resolve, ANSWERS_WITHIN_MS, false)
  })
  const answer = asActor({ kind: 'visitor' }, async () => true as const).catch(() => false as const)
  return Promise.race([answer, late]).finally(() => clearTimeout(giveUp))
}
