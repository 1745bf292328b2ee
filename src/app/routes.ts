import type { Hono } from 'hono'
import { type Env, identityRoutes } from '#identity'
import { networkRoutes } from '#network'
import { answerLinkRoutes, deskRoutes, referTo, senderRoutes } from '#referrals'
import { apiRoutes } from './api/api.routes.ts'
import type { ApplicationNeeds } from './application.tsx'
import { demoRoutes } from './demo/demo.routes.ts'
import { designRoutes } from './design.routes.ts'
import { healthRoutes } from './health.routes.ts'
import { startRoutes } from './start.routes.ts'
import { themeRoutes } from './theme.routes.ts'

/** Everything that can be asked for, one line a capability. */
export const routesFor = (needs: ApplicationNeeds): readonly Hono<Env>[] => [
  identityRoutes(needs),
  senderRoutes(needs),
  deskRoutes(needs),
  answerLinkRoutes(needs),
  networkRoutes({ ...needs, referTo }),
  apiRoutes(needs),
  startRoutes(needs),
  themeRoutes(needs),
  designRoutes(),
  healthRoutes(needs),
  ...(needs.demo ? [demoRoutes(needs)] : []),
]
