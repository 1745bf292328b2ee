import { Hono } from 'hono'
import type { Env } from '#identity'
import { LawfulDemandPage } from './lawful-demand.page.tsx'
import { LAWFUL_DEMAND_REPLY } from './lawful-demand.ts'

/** The answer to a subpoena or warrant: for everybody, because it says nothing about anybody. */
export const lawfulDemandRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/lawful-demand', (c) => c.html(LawfulDemandPage({ frame: c.get('frame') })))
    .get('/lawful-demand.txt', (c) => c.text(LAWFUL_DEMAND_REPLY))
