import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { addListing } from '#network'
import { demoId } from '../src/app/demo/demo-id.ts'
import { COUNTY, ORGANIZATIONS } from '../src/app/demo/organizations.ts'
import { exportHsds } from '../src/capabilities/hsds/export-hsds.ts'
import { setVisibility } from '../src/capabilities/network/set-visibility.ts'
import { type Ask, type CountyApi, countyApi } from './support/county-api.ts'
import { filesOfHsds } from './support/hsds-files.ts'

// Who learns what of a program, in every way that there is to ask: judged by a model of its own, which knows of audiences
// and settings and nothing of how the program works.

const AUDIENCES = ['public', 'partners', 'coordinators', 'police'] as const
type Audience = (typeof AUDIENCES)[number]
type Person =
  | 'stranger'
  | 'officer'
  | 'police system'
  | 'provider'
  | 'provider’s system'
  | 'navigator'
  | 'owner'

/** To whom somebody belongs, as the rules say it in words. */
const BELONGS: Readonly<Record<Person, readonly Audience[]>> = {
  stranger: ['public'],
  officer: ['police'],
  'police system': ['police'],
  provider: ['public', 'partners'],
  'provider’s system': ['public', 'partners'],
  navigator: ['public', 'partners', 'coordinators'],
  owner: [],
}

type Setting = {
  readonly part: 'service' | 'site' | 'provider'
  readonly shownTo: readonly Audience[]
  /** Who is told the address and the phone number; undefined: whoever is shown the place. */
  readonly told: readonly Audience[] | undefined
}

const isOf = (person: Person, audiences: readonly Audience[]): boolean =>
  person === 'owner' || BELONGS[person].some((one) => audiences.includes(one))
const finds = (person: Person, { shownTo }: Setting): boolean => isOf(person, shownTo)
const isTold = (person: Person, setting: Setting): boolean =>
  finds(person, setting) && (setting.told === undefined || isOf(person, setting.told))

/** All sixteen sets of audiences; which part carries them and who is told the address goes round. */
const SETTINGS: readonly Setting[] = Array.from({ length: 16 }, (_, bits) => ({
  part: (['service', 'site', 'provider'] as const)[bits % 3] as Setting['part'],
  shownTo: AUDIENCES.filter((_one, at) => (bits >> at) % 2 === 1),
  told: ([undefined, [], ['partners'], ['coordinators'], ['police']] as const)[bits % 5],
}))

const NAME = 'Secretive Quarters'
const TRUE = ['77 Hiddenlane', 'Concealford', '207-555-0177', '46.86'] as const
const DOOR = ['9 Frontage Road', '207-555-0178'] as const
const service = newId<'service'>()
const site = newId<'site'>()
const provider = newId<'provider'>()
const owner: MemberActor = {
  kind: 'member',
  memberId: demoId(3, 7),
  organizationId: ORGANIZATIONS.tideline.id,
  jurisdictionId: COUNTY.id,
  roles: ['harm-reduction'],
}

let county: CountyApi
let asks: Readonly<Record<Person, Ask>>
let files: Awaited<ReturnType<typeof filesOfHsds>>
/** What each of them learns while there is no such program. */
let without: Readonly<Record<Person, string>>

beforeAll(async () => {
  files = await filesOfHsds()
  county = await countyApi()
  asks = {
    stranger: county.asStranger,
    officer: await county.asMember('officer'),
    'police system': await county.asToken(ORGANIZATIONS.police.id, 'officer'),
    provider: await county.asMember('provider'),
    'provider’s system': await county.asToken(ORGANIZATIONS.lantern.id, 'provider'),
    navigator: await county.asMember('navigator'),
    owner: await county.asMember('harm-reduction'),
  }
  without = await learnAll()
  await addListing({ kind: 'operator' }, county.database.asActor, {
    provider: { id: provider, name: NAME },
    site: {
      id: site,
      street: '77 Hiddenlane',
      city: 'Concealford',
      state: 'ME',
      zip: '04736',
      timeZone: COUNTY.timeZone,
      latitude: 46.86,
      longitude: -68.01,
    },
    service: {
      id: service,
      name: 'Drop-in',
      kind: 'other',
      needs: ['harm-reduction'],
      offers: ['naloxone', 'syringe-exchange'],
      phone: '207-555-0177',
      organizationId: ORGANIZATIONS.tideline.id,
    },
  })
})
afterAll(async () => {
  await county.close()
  await files.remove()
})

const OPEN = [
  `/find?near=${NAME.replace(' ', '+')}`,
  '/find?near=Concealford',
  '/find?near=04736&need=harm-reduction',
  `/find/${service}`,
  `/hsds/services?full=true&search=secretive`,
  `/hsds/service_at_locations/${service}`,
  '/hsds/locations?search=hiddenlane',
  `/hsds/organizations/${provider}`,
  '/hsds/service_at_locations?postcode=04736',
  '/hsds/services',
]
const BY_MEMBERS = [
  `/places?near=${NAME.replace(' ', '+')}`,
  '/places?near=Concealford',
  '/places?near=04736&needs=harm-reduction',
  `/places/${service}`,
  '/places/map?state=ME',
  '/places/map?state=ME&need=harm-reduction',
  '/syringe-programs?near=04736',
]
const BY_BUILDERS = [
  '/places/gaps?state=ME&kind=naloxone&miles=50',
  '/places/gaps.csv?state=ME&by=town&miles=5',
]
const BY_SYSTEMS = [
  '/api/v1/services?text=secretive',
  '/api/v1/services?latitude=46.86&longitude=-68.01&needs=harm-reduction&radiusMiles=50',
]

const surfacesOf = (person: Person): readonly string[] => {
  switch (person) {
    case 'stranger':
      return [...OPEN, '/syringe-programs?near=04736', '/es/syringe-programs?near=04736']
    case 'navigator':
      return [...BY_MEMBERS, ...BY_BUILDERS]
    case 'police system':
    case 'provider’s system':
      return BY_SYSTEMS
    default:
      return BY_MEMBERS
  }
}

/** What was typed stands on the page again, and says nothing; neither do ids and the time of day. */
const withoutEcho = (text: string): string =>
  text
    .replaceAll(
      /“[^”]*”|value="[^"]*"|<title>.*?<\/title>|near=[^"&]*|"requestId":"[^"]*"|\d+:\d\d\s?[AP]M/g,
      '',
    )
    .replaceAll(/<p><span class="cw-state[\s\S]*?<\/p>|<a class="cw-chip"[\s\S]*?<\/a>/g, '')

const learn = async (person: Person, only?: string): Promise<string> => {
  const said: string[] = []
  for (const path of only ? [only] : surfacesOf(person)) {
    const { status, text } = await asks[person]('GET', path)
    // Named by the page alone: what is asked holds the very words that are looked for.
    said.push(`${/^\/[a-z]+(\/[a-z_]+)?/.exec(path)?.[0]} ${status} ${withoutEcho(text)}`)
  }
  return said.join('\n')
}

/** Where two texts differ first, with what stands around it: a page is too long to be read in a failure. */
const difference = (one: string, other: string): string | undefined => {
  if (one === other) return undefined
  let at = 0
  while (one[at] === other[at]) at++
  const path = one
    .slice(0, at)
    .split('\n')
    .findLast((line) => line.startsWith('/'))
  return `${path?.slice(0, 60)}: …${one.slice(at - 60, at + 120)}… is not …${other.slice(at - 60, at + 120)}…`
}

/** What stands around a word in a text; undefined where it does not stand there. */
const around = (text: string, word: string): string | undefined => {
  const at = text.indexOf(word)
  return at < 0 ? undefined : text.slice(Math.max(0, at - 90), at + 60)
}

const learnAll = async (): Promise<Record<Person, string>> => {
  const all = {} as Record<Person, string>
  for (const person of Object.keys(BELONGS) as Person[]) all[person] = await learn(person)
  return all
}

const set = async ({ part, shownTo, told }: Setting): Promise<void> => {
  const facts = told === undefined ? {} : { address: told, phone: told }
  const settings = {
    shownTo: { service: AUDIENCES, site: AUDIENCES, provider: AUDIENCES, [part]: shownTo },
    facts,
    frontDoor: {
      name: '',
      street: '9 Frontage Road',
      city: 'Pierpoint',
      zip: '04609',
      phone: '207-555-0178',
    },
  }
  expect(
    await setVisibility(owner, county.database.asActor, { serviceId: service, settings, toldSo: false }),
  ).not.toHaveProperty('refused')
}

it('a harm-reduction program that has said nothing yet is shown to no police and to nobody in public', async () => {
  for (const person of ['stranger', 'officer', 'police system'] as const)
    expect(difference(await learn(person), without[person]), person).toBeUndefined()
  expect(await learn('provider')).toContain(NAME)
})

describe.each(SETTINGS)('shown by its $part to $shownTo, its address told to $told', (setting) => {
  beforeAll(() => set(setting))

  it.each(Object.keys(BELONGS) as Person[])('is to a %s what the rules say', async (person) => {
    const said = await learn(person)
    if (!finds(person, setting)) {
      // Not a word, a count, a distance, a dot or a status tells it from a program that is not there.
      expect(difference(said, without[person])).toBeUndefined()
      return
    }
    expect(around(said, NAME)).toBeDefined()
    const own = ['stranger', 'police system', 'provider’s system'].includes(person)
      ? ''
      : await learn(person, `/places/${service}`)
    const elsewhere = own ? said.replace(own, () => '') : said
    for (const secret of TRUE) {
      const isKept = setting.told !== undefined
      if (isKept) expect(around(elsewhere, secret)).toBeUndefined()
      if (own && secret !== '46.86')
        expect(own.includes(secret), `${secret} on the place's own page`).toBe(isTold(person, setting))
    }
    if (setting.told !== undefined)
      for (const shown of DOOR) expect(around(elsewhere, shown), shown).toBeDefined()
  })
})

describe('an export of everything', () => {
  it.each([undefined, [] as const])('gives the address only where it is not kept (%s)', async (told) => {
    await set({ part: 'service', shownTo: AUDIENCES, told })
    const file = `${files.folder}/${newId()}.json`
    await exportHsds(county.database.asActor, { file, format: 'json' })
    const given = await readFile(file, 'utf8')
    expect(given).toContain(NAME)
    for (const secret of TRUE) expect(given.includes(secret), secret).toBe(told === undefined)
  })
})

it('whoever writes the row, and be it an import, puts no kept address or number back', async () => {
  await set({ part: 'service', shownTo: AUDIENCES, told: [] })
  const { admin } = county.base
  await admin.query(`update service set phone = '207-555-0177', source = 'hsds' where id = $1`, [service])
  await admin.query(
    `update site set street = '77 Hiddenlane', city = 'Concealford', latitude = 46.86, longitude = -68.01 where id = $1`,
    [site],
  )
  const said = await learn('stranger')
  for (const secret of TRUE) expect(around(said, secret)).toBeUndefined()
})

it('what was kept comes back whole when it is told again', async () => {
  await set({ part: 'service', shownTo: AUDIENCES, told: [] })
  await set({ part: 'service', shownTo: AUDIENCES, told: undefined })
  const said = await learn('stranger')
  expect(said).toContain('77 Hiddenlane')
  expect(said).toContain('207-555-0177')
})
