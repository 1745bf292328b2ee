import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { MIDDLE, type TestDirectory, testDirectory } from '#tests/support/directory.ts'
import { findMisses } from './find-misses.ts'
import { findServices, type ServiceQuery } from './find-services.ts'
import { getService } from './get-service.ts'
import { locate } from './locate.ts'

/** The four ways in which a place that is not for everybody can be listed. */
const KEPT = ['all of it', 'its service', 'its site', 'its provider'] as const

let directory: TestDirectory
let audiences: Readonly<Record<'officer' | 'prosecutor' | 'partner' | 'owner' | 'visitor', Actor>>
let owner: MemberActor
let refuge: string = newId()
/** What each learns while the refuge is not listed at all. */
let withoutIt: Record<string, { all: unknown; site: unknown }>

beforeAll(async () => {
  directory = await testDirectory()
  owner = await directory.hire('recovery-support', 'provider')
  audiences = {
    officer: await directory.hire('police', 'officer', 'manager', 'administrator'),
    prosecutor: await directory.hire('prosecutor', 'prosecutor'),
    partner: await directory.hire('treatment-provider', 'provider'),
    owner,
    visitor: { kind: 'visitor' },
  }
  await directory.list({ name: 'Open Door', miles: 2 })
  withoutIt = Object.fromEntries(
    await Promise.all(
      Object.entries(audiences).map(async ([who, actor]) => [
        who,
        { all: await learn(actor), site: await learnOfSite(actor) },
      ]),
    ),
  )
  refuge = await directory.list({
    name: 'Quiet Refuge',
    city: 'Secretville',
    zip: '04999',
    miles: 1,
    needs: ['shelter', 'treatment'],
    organizationId: owner.organizationId,
    profile: { afterHoursPhone: '207-555-0188', needsId: 'not-needed' },
  })
})
afterAll(() => directory.close())

/** Keeps the refuge for some, in one of the ways. */
const keep = async (how: (typeof KEPT)[number], visibility: 'public' | 'partners' | 'hidden') => {
  const { admin } = directory.base
  const kept = (what: string) => (how === 'all of it' || how === what ? visibility : 'public')
  await admin.query('update service set visibility = $1 where id = $2', [kept('its service'), refuge])
  await admin.query(
    'update site set visibility = $1 where id = (select site_id from service where id = $2)',
    [kept('its site'), refuge],
  )
  await admin.query(
    'update provider set visibility = $1 where id = (select provider_id from service where id = $2)',
    [kept('its provider'), refuge],
  )
}

const find = (actor: Actor, query: Partial<ServiceQuery> = {}) =>
  directory.asActor(actor, (tx) =>
    findServices(tx, {
      near: MIDDLE,
      needs: [],
      at: new Date('2026-11-24T17:00Z'),
      zone: 'America/New_York',
      referableOnly: false,
      limit: 50,
      ...query,
    }),
  )

const count = (actor: Actor, query: string) =>
  directory.asActor(actor, async (tx) => {
    const { rows } = await sql<{
      count: number
    }>`select count(*)::int as count from ${sql.raw(query)}`.execute(tx.connection)
    return rows[0]?.count
  })

const NEARER = `position <-> earth_point(${MIDDLE.latitude}, ${MIDDLE.longitude}) < 0.0004`

/** What nobody fits, with what is counted and who answers instead: the refuge would be in each of them. */
const missing = (actor: Actor) =>
  directory.asActor(actor, async (tx) => {
    const asks = { when: 'open', noId: true } as const
    const query = {
      near: MIDDLE,
      needs: [],
      asks,
      at: new Date('2026-11-24T17:00Z'),
      zone: 'America/New_York',
    }
    const { relax, places, afterHours } = await findMisses(tx, { ...query, referableOnly: false, limit: 20 })
    const names = (found: typeof places) => found.map(({ providerName }) => providerName)
    return { relax, places: names(places), afterHours: names(afterHours) }
  })

/** Every way that we know of to learn that the refuge is there, and what somebody gets to see by it. */
const learn = async (actor: Actor): Promise<Record<string, unknown>> => {
  const found = async (query?: Partial<ServiceQuery>) =>
    (await find(actor, query)).map(({ providerName }) => providerName)
  return {
    search: await found(),
    need: await found({ needs: ['shelter'] }),
    needs: await found({ needs: ['shelter', 'moud'] }),
    firstPage: await found({ limit: 1 }),
    secondPage: await found({ limit: 1, offset: 1 }),
    distance: await found({ radiusMiles: 1.5 }),
    referable: await found({ referableOnly: true }),
    forPerson: await found({ asks: { payer: 'medicaid', age: 34, within: 'miles-25' } }),
    misses: await missing(actor),
    name: await found({ text: 'refuge' }),
    beginningOfName: await found({ text: 'ref' }),
    zip: await found({ text: '04999' }),
    byId: await directory.asActor(actor, async (tx) => (await getService(tx, refuge))?.providerName),
    rows: await count(actor, 'service'),
    positions: await count(actor, `service where ${NEARER}`),
    words: await count(actor, 'service_word'),
    joined: await count(
      actor,
      'service join site on site.id = site_id join provider on provider.id = site.provider_id',
    ),
  }
}

/** What the site alone tells: only a site that is kept itself is not told. */
const learnOfSite = async (actor: Actor): Promise<Record<string, unknown>> => ({
  town: await directory.asActor(actor, (tx) => locate(tx, 'Secretville')),
  sites: await count(actor, 'site'),
})

const shownTo = async (actor: Actor): Promise<boolean> => {
  const names = (await find(actor, { text: 'quiet refuge' })).map(({ serviceId }) => serviceId)
  return names.includes(refuge)
}

describe.each(KEPT)('a place of which %s is kept among partners', (how) => {
  beforeAll(() => keep(how, 'partners'))

  it.each(['officer', 'prosecutor', 'visitor'] as const)(
    'is to a %s as if it were not there: in no search, count, page, distance, word or row',
    async (who) => {
      expect(await learn(audiences[who])).toEqual(withoutIt[who]?.all)
      if (how === 'all of it' || how === 'its site')
        expect(await learnOfSite(audiences[who])).toEqual(withoutIt[who]?.site)
    },
  )

  it('is shown to its own organization and to partners', async () => {
    expect(await shownTo(audiences.owner)).toBe(true)
    expect(await shownTo(audiences.partner)).toBe(true)
    expect(await find(audiences.partner, { radiusMiles: 1.5 })).toHaveLength(1)
  })
})

describe.each(KEPT)('a place of which %s is hidden', (how) => {
  beforeAll(() => keep(how, 'hidden'))

  it.each(['officer', 'prosecutor', 'visitor', 'partner'] as const)(
    'is to a %s as if it were not there',
    async (who) => {
      expect(await learn(audiences[who])).toEqual(withoutIt[who]?.all)
    },
  )

  it('is shown to its own organization', async () => {
    expect(await shownTo(audiences.owner)).toBe(true)
  })
})

it('a place for everybody is shown to everybody', async () => {
  await keep('all of it', 'public')
  for (const who of Object.values(audiences)) {
    expect(await shownTo(who)).toBe(true)
    expect((await find(who))[0]?.serviceId).toBe(refuge)
    expect(await missing(who)).toMatchObject({
      relax: [{ dropped: ['when'], count: 2 }],
      places: ['Quiet Refuge', 'Open Door'],
      afterHours: ['Quiet Refuge'],
    })
    expect(await directory.asActor(who, (tx) => locate(tx, 'Secretville'))).toMatchObject({
      label: 'Secretville, ME',
    })
  }
})
