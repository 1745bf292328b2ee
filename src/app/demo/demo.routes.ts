import { Hono } from 'hono'
import type { Env } from '#identity'
import type { AsActor } from '#platform/database/as-actor.ts'
import { listOutbox } from '#platform/mail/list-outbox.ts'
import { OutboxPage } from './outbox.page.tsx'

const SHOWN = 50

/** What only a demonstration shows: the messages that would have left the building, with their signed links. */
export const demoRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> =>
  new Hono<Env>().get('/demo/outbox', async (c) => {
    const { trace } = c.get('actor')
    const messages = await asActor({ kind: 'operator', trace }, (tx) => listOutbox(tx, SHOWN))
    const zone = c.get('signedIn')?.timeZone ?? 'America/New_York'
    return c.html(OutboxPage({ frame: c.get('frame'), messages, now: new Date(), zone }))
  })
