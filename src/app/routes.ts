import type { Hono } from 'hono'
import { agreementRoutes } from '#agreements'
import { casesRoutes } from '#cases'
import { chargesRoutes } from '#charges'
import { coverageRoutes } from '#coverage'
import { diversionRoutes, workGroupRoutes } from '#diversions'
import { helpRoutes } from '#find-help'
import { harmReductionRoutes } from '#harm-reduction'
import { hsdsRoutes } from '#hsds'
import { type Env, identityRoutes } from '#identity'
import { importRoutes } from '#imports'
import { cardsRoutes } from '#jurisdiction-cards'
import { libraryRoutes } from '#library'
import { codesRoutes, complaintRoutes, enterRoutes, myRecordRoutes } from '#my-record'
import { deskRoom, networkRoutes } from '#network'
import { partnersRoutes } from '#partners'
import { pathwayRoutes } from '#pathways'
import { privacyRoutes } from '#privacy'
import { answerLinkRoutes, countsRoutes, deskRoutes, referTo, senderRoutes } from '#referrals'
import { screeningRoutes } from '#screening'
import { releasesRoutes, signingRoutes } from '#signing'
import { syringesRoutes } from '#syringes'
import { trainingRoutes } from '#training'
import { openVisits, visitRoutes } from '#visits'
import { breakGlassRoutes, lawfulDemandRoutes } from '#without-consent'
import { apiRoutes } from './api/api.routes.ts'
import type { ApplicationNeeds } from './application.tsx'
import { demoRoutes } from './demo/demo.routes.ts'
import { designRoutes } from './design.routes.ts'
import { healthRoutes } from './health.routes.ts'
import { securityTextRoutes } from './security-text.routes.ts'
import { startRoutes } from './start.routes.ts'
import { themeRoutes } from './theme.routes.ts'

/** Everything that can be asked for, one line a capability. */
export const routesFor = (needs: ApplicationNeeds): readonly Hono<Env>[] => [
  identityRoutes(needs),
  agreementRoutes(needs),
  breakGlassRoutes(needs),
  lawfulDemandRoutes(),
  pathwayRoutes(needs),
  harmReductionRoutes(needs),
  syringesRoutes(needs),
  senderRoutes({ ...needs, atHome: openVisits }),
  visitRoutes(needs),
  screeningRoutes(needs),
  deskRoutes({ ...needs, room: deskRoom }),
  answerLinkRoutes(needs),
  countsRoutes(needs),
  releasesRoutes(needs),
  chargesRoutes(needs),
  casesRoutes(needs),
  signingRoutes(needs),
  diversionRoutes(needs),
  workGroupRoutes(needs),
  enterRoutes(needs),
  myRecordRoutes(needs),
  codesRoutes(needs),
  complaintRoutes(needs),
  privacyRoutes(needs),
  // Before the places, one of which could else be called “map”.
  coverageRoutes(needs),
  networkRoutes({ ...needs, referTo }),
  partnersRoutes(needs),
  helpRoutes(needs),
  cardsRoutes(needs),
  libraryRoutes(needs),
  hsdsRoutes(needs),
  importRoutes(needs),
  trainingRoutes(needs),
  apiRoutes(needs),
  startRoutes(),
  themeRoutes(needs),
  designRoutes(),
  healthRoutes(needs),
  securityTextRoutes(needs),
  ...(needs.demo ? [demoRoutes(needs)] : []),
]
