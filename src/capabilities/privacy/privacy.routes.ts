import { Hono } from 'hono'
import { type Env, requireStepUp } from '#identity'
import { isId } from '#kernel/ids.ts'
import { listPrivacyRequests } from '#my-record'
import type { AsActor } from '#platform/database/as-actor.ts'
import { fileHeaders } from '#platform/files/file-kinds.ts'
import { openScan } from '#signing'
import { listBreakGlass } from '#without-consent'
import { accessRoutes } from './access.routes.ts'
import { breachRoutes } from './breaches.routes.ts'
import { emergencyRoutes } from './emergencies.routes.ts'
import { LedgerPage } from './ledger.page.tsx'
import { ledgerCsv } from './ledger-csv.ts'
import { filterOf, readQuestion } from './ledger-filter.ts'
import { listBreaches } from './list-breaches.ts'
import { listReleases } from './list-releases.ts'
import { listUnusualAccess } from './list-unusual-access.ts'
import { OverviewPage } from './overview.page.tsx'
import { exportLedger, readLedger } from './read-ledger.ts'
import { lineFilterOf, readReleaseQuestion } from './release-question.ts'
import { ReleasesPage } from './releases.page.tsx'
import { requestRoutes } from './requests.routes.ts'
import { requireOffice } from './require-office.routes.ts'

/** So many lines stand on a page. */
const LINES = 50

/** The pages of the county's privacy officer. */
export const privacyRoutes = (needs: { asActor: AsActor }): Hono<Env> => {
  const { asActor } = needs
  const routes = new Hono<Env>()

  routes.get('/privacy', requireOffice, async (c) => {
    const { actor, jurisdictionName, timeZone } = c.get('signedIn')
    const now = new Date()
    const [requests, glasses, breaches, unusual, releases] = await Promise.all([
      listPrivacyRequests(asActor, actor),
      listBreakGlass(asActor, actor),
      listBreaches(asActor, actor),
      listUnusualAccess(asActor, actor, now),
      listReleases(asActor, actor, { state: 'ends-soon' }),
    ])
    return c.html(
      OverviewPage({
        frame: c.get('frame'),
        countyName: jurisdictionName,
        requests: requests.filter(({ answeredAt }) => !answeredAt),
        glasses: glasses.filter(({ reviewedAt }) => !reviewedAt),
        breaches: breaches.filter(({ closedAt }) => !closedAt),
        unusual: unusual.found.filter(({ setAside }) => !setAside),
        endingSoon: releases.lines.length,
        now,
        zone: timeZone,
      }),
    )
  })

  routes.get('/privacy/releases', requireOffice, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const question = readReleaseQuestion((name) => c.req.query(name))
    const found = await listReleases(asActor, actor, { ...lineFilterOf(question), limit: LINES })
    const next = found.lines.length === LINES ? found.lines.at(-1)?.id : undefined
    return c.html(
      ReleasesPage({ frame: c.get('frame'), ...found, question, next, now: new Date(), zone: timeZone }),
    )
  })

  routes.get('/privacy/releases/:release/paper/:scan', requireOffice, async (c) => {
    const { release: releaseId, scan: scanId } = c.req.param()
    if (!isId(releaseId) || !isId(scanId)) return c.notFound()
    const found = await openScan(asActor, c.get('signedIn').actor, { releaseId, scanId })
    if (!found) return c.notFound()
    return c.body(new Uint8Array(found.content), 200, fileHeaders(found.mediaType, 'paper'))
  })

  routes.get('/privacy/ledger', requireOffice, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const now = new Date()
    const question = readQuestion((name) => c.req.query(name))
    const found = await readLedger(asActor, actor, { ...filterOf(question, now), limit: LINES })
    const next = found.lines.length === LINES ? found.lines.at(-1)?.id : undefined
    return c.html(LedgerPage({ frame: c.get('frame'), ...found, question, next, now, zone: timeZone }))
  })

  routes.get('/privacy/ledger.csv', requireOffice, requireStepUp, async (c) => {
    const now = new Date()
    const question = readQuestion((name) => c.req.query(name))
    const given = await exportLedger(asActor, c.get('signedIn').actor, filterOf(question, now))
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header('Content-Disposition', `attachment; filename="ledger-${now.toISOString().slice(0, 10)}.csv"`)
    return c.body(ledgerCsv(given.lines, given))
  })

  return routes
    .route('/', requestRoutes(needs))
    .route('/', emergencyRoutes(needs))
    .route('/', accessRoutes(needs))
    .route('/', breachRoutes(needs))
}
