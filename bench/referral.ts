// Making a referral: how many a second through HTTP, with policies, release check, audit and jobs? Baseline: a transaction of bare SQL with the same rows.
import type pg from 'pg'
import { newId } from '#kernel/ids.ts'
import { LISTINGS } from '../src/app/demo/listings.ts'
import { COUNTY, ORGANIZATIONS } from '../src/app/demo/organizations.ts'
import { bareReferral, type Parties, shortestReferral } from './support/bare-referral.ts'
import { load } from './support/load.ts'
import { type Figures, figures, inLanes, medianFigures, type Times } from './support/measure.ts'
import { judge, printFigures, printMachine } from './support/report.ts'
import { type Server, throwaway } from './support/throwaway.ts'

const CONNECTIONS = 8
const ROUNDS = 7
const ROUND_MS = 3000
/** The promise: the application costs no more than once again what the rows cost. */
const LEAST_SHARE = 0.5

const LISTING = LISTINGS[0]
const WRITTEN = [
  'person',
  'referral',
  'referral_identity',
  'handoff_step',
  'referral_link',
  'audit_record',
  'audit_waiting',
  'pgboss.job',
]

const referralBody = (): string =>
  JSON.stringify({
    id: newId(),
    serviceId: LISTING?.service.id,
    needs: ['treatment'],
    name: 'Sam',
    whereabouts: 'Dock Street',
    payer: 'medicaid',
    agreesToContact: true,
    contactWay: 'call',
    contact: '207-555-0199',
  })

const throughHttp = (server: Server, token: string, forMs: number): Promise<Times> =>
  load({
    url: `${server.address}/api/v1/referrals`,
    connections: CONNECTIONS,
    seconds: forMs / 1000,
    status: 201,
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    requests: [{ setupRequest: (request) => ({ ...request, body: referralBody() }) }],
  })

const byHand = async (clients: pg.Client[], write: (client: pg.Client) => Promise<void>): Promise<Figures> =>
  figures(await inLanes(CONNECTIONS, ROUND_MS, (lane) => write(clients[lane] as pg.Client)))

/** How many rows each table has. */
const rowCounts = async (client: pg.Client): Promise<number[]> => {
  const counts: number[] = []
  for (const table of WRITTEN) {
    const { rows } = await client.query<{ count: number }>(`select count(*)::integer as count from ${table}`)
    counts.push(rows[0]?.count ?? 0)
  }
  return counts
}

/** @throws when one of each leaves different numbers of rows, since then nothing is compared */
const checkRows = async (client: pg.Client, http: () => Promise<unknown>, bare: () => Promise<unknown>) => {
  const before = await rowCounts(client)
  await http()
  const between = await rowCounts(client)
  await bare()
  const after = await rowCounts(client)
  const byHttp = between.map((count, at) => count - (before[at] ?? 0))
  const byHand = after.map((count, at) => count - (between[at] ?? 0))
  if (byHttp.join() !== byHand.join())
    throw new Error(`Rows of ${WRITTEN.join(', ')}: ${byHttp.join()} through HTTP, ${byHand.join()} by hand.`)
  console.log(`Each referral writes ${byHttp.map((count, at) => `${count} ${WRITTEN[at]}`).join(', ')}\n`)
}

/** Announcing is work of its own, which the server would do in the midst of both measurements. */
const HOLD_ANNOUNCEMENTS = `
create function announce_tomorrow() returns trigger language plpgsql as $$
begin
  new.start_after := now() + interval '1 day';
  return new;
end
$$;
create trigger announce_tomorrow before insert on pgboss.job for each row when (new.name = 'announce-referral')
  execute function announce_tomorrow();`

const installation = await throwaway('--demo')
try {
  await printMachine(installation.folder)
  const server = await installation.start()
  const { token, id: tokenId } = (await installation.command(
    ...['token', 'add', '--organization', ORGANIZATIONS.police.name, '--name', 'Records system'],
    ...['--role', 'officer', '--days', '1'],
  )) as { token: string; id: string }
  const parties: Parties = {
    jurisdictionId: COUNTY.id,
    from: ORGANIZATIONS.police.id,
    to: LISTING?.service.organizationId ?? '',
    serviceId: LISTING?.service.id ?? '',
    tokenId,
  }
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => installation.signIn()))
  const [observer] = clients as [pg.Client]
  await observer.query(HOLD_ANNOUNCEMENTS)
  await checkRows(
    observer,
    () =>
      fetch(`${server.address}/api/v1/referrals`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: referralBody(),
      }),
    () => bareReferral(observer, parties),
  )

  const rounds: { http: Figures; bare: Figures }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const http = figures(await throughHttp(server, token, ROUND_MS))
    const bare = await byHand(clients, (client) => bareReferral(client, parties))
    // The first round warms both up.
    if (round > 0) rounds.push({ http, bare })
  }
  // Beside what is compared, and after it: its rows would make the tables of the others three times as long.
  const shortest = await byHand(clients, (client) => shortestReferral(client, parties))
  await Promise.all(clients.map((client) => client.end()))
  const http = medianFigures(rounds.map((round) => round.http))
  const bare = medianFigures(rounds.map((round) => round.bare))
  console.log(`${CONNECTIONS} connections, median of ${ROUNDS} rounds of ${ROUND_MS / 1000} s each, by turns`)
  printFigures('through HTTP', http)
  printFigures('bare SQL, superuser', bare)
  printFigures('in one prepared statement', shortest)
  console.log()
  judge('share of the bare rate', http.perSecond / bare.perSecond, { atLeast: LEAST_SHARE })
} finally {
  await installation.remove()
}
