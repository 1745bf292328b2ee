import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Answer, type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { LANTERN_DETOX } from '#tests/support/invented.ts'
import { postedForm } from '#tests/support/posted-form.ts'
import { readText } from '#tests/support/sample-referral.ts'

let county: CountyApi
let officer: Ask
let desk: Ask
beforeAll(async () => {
  county = await countyApi()
  officer = await county.asMember('officer')
  desk = await county.asMember('provider')
})
afterAll(() => county.close())

type Fields = Parameters<typeof postedForm>[0]
const post = (who: Ask, path: string, fields: Fields = {}, headers: Record<string, string> = {}) => {
  const [body, type] = postedForm(fields)
  return who('POST', path, body, { ...type, ...headers })
}

/** Somebody whom an officer referred and the place took on. */
const somebody = async (): Promise<string> => {
  const id = newId()
  const contact = { agreesToContact: 'yes', contactWay: 'call', contact: '207-555-0177' }
  const sent = await post(officer, '/referrals', {
    ...{ id, serviceId: LANTERN_DETOX, needs: 'treatment', name: 'Quimby', whereabouts: 'Ferry ramp' },
    ...contact,
  })
  expect(sent.status).toBe(303)
  const yes = await post(desk, `/desk/referrals/${id}/answer`, { answer: 'accepted' })
  expect(yes.status).toBe(303)
  const { rows } = await county.base.admin.query('select person_id from referral where id = $1', [id])
  return rows[0].person_id
}

const cardOf = (card: Answer): string => {
  const code = /Your code\s+((?:[0-9A-Z]{4}\s+){4})/.exec(readText(card.text))?.[1] ?? ''
  expect(code, readText(card.text)).not.toBe('')
  return code.trim()
}

const giveCode = async (person: string, fields: Fields = {}): Promise<string> =>
  cardOf(await post(desk, `/codes/${person}`, { id: newId(), birthYear: '1990', language: 'en', ...fields }))

const enter = (code: string, birthYear = '1990', headers = {}) =>
  post(county.asStranger, '/my-record/enter', { code, birthYear }, headers)

const cookieOf = ({ headers }: Answer): string => headers.get('set-cookie')?.split(';')[0] ?? ''

/** Asks as the person, who has opened their record. */
const opened = async (code: string): Promise<Ask> => {
  const door = await enter(code)
  expect([door.status, door.headers.get('location')]).toEqual([303, '/my-record'])
  const cookie = cookieOf(door)
  return (method, path, body, headers = {}) => county.asStranger(method, path, body, { cookie, ...headers })
}

/** A page without the ids in it. */
const bare = ({ text }: Answer): string => text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')

let person: string
let code: string
beforeEach(async () => {
  // Tries are counted by source, and a test has only one: each test has an application of its own by being few.
  person = await somebody()
  code = await giveCode(person)
})

describe('the code to a person’s own page', () => {
  test('opens it with the birth year, however it is typed; nothing of it is stored', async () => {
    const me = await opened(code.toLowerCase().replaceAll(' ', '-'))
    const page = await me('GET', '/my-record')
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(readText(page.text)).toContain('Lantern House said yes')
    expect(readText(page.text)).not.toMatch(/Reyes|Quimby|0177/)
  })

  test('P2-050: a wrong code, a wrong year, one taken back and one that never was are one answer', async () => {
    const gone = await giveCode(await somebody())
    const goneFor = await county.base.admin.query(
      'select person_id from person_access order by issued_at desc limit 1',
    )
    await post(desk, `/codes/${goneFor.rows[0].person_id}/take-back`)
    const answers = [
      await enter(code, '1991'),
      await enter(gone),
      await enter('0000 0000 0000 0000'),
      await enter(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`),
      await enter('', ''),
    ]
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(422)
    expect(answers.map(cookieOf)).toEqual(['', '', '', '', ''])
    for (const { headers } of answers) expect(headers.get('cache-control')).toBe('no-store')
  })

  test('is kept only as one hash of it and the year, which the database cannot undo', async () => {
    const { rows } = await county.base.admin.query(
      'select to_jsonb(a)::text as row from person_access a where person_id = $1',
      [person],
    )
    expect(rows[0].row).not.toContain(code.replaceAll(' ', ''))
    expect(rows[0].row).not.toContain('1990')
  })

  test('is not guessed by year: after five tries of one code it waits, right or wrong', async () => {
    for (let year = 1980; year < 1985; year += 1) expect((await enter(code, String(year))).status).toBe(422)
    const right = await enter(code)
    expect([right.status, Number(right.headers.get('retry-after')) > 60]).toEqual([429, true])
  })

  test('ends with a new one, and so does every page that it opened', async () => {
    const me = await opened(code)
    const next = await giveCode(person)
    expect((await me('GET', '/my-record')).text).toContain('name="birthYear"')
    expect((await enter(code)).status).toBe(422)
    await opened(next)
  })

  test('ends when the person gives it up', async () => {
    const me = await opened(code)
    const left = await post(me, '/my-record/give-up')
    expect([left.headers.get('location'), left.headers.get('clear-site-data')]).toEqual([
      '/my-record?said=given-up',
      '"cache"',
    ])
    expect((await enter(code)).status).toBe(422)
  })

  test('is shown once: pressing twice makes one card', async () => {
    const form = { id: newId(), birthYear: '1990', language: 'es' }
    const card = await post(desk, `/codes/${person}`, form)
    expect(card.text).toContain('Su propia página')
    expect((await post(desk, `/codes/${person}`, form)).headers.get('location')).toBe(
      '/codes?said=shown-before',
    )
  })

  test('is given by those who walk with the person, and by nobody else', async () => {
    expect((await officer('GET', '/codes')).status).toBe(403)
    const stranger = await county.asMember('case-manager')
    const [theirs, nobodys] = [
      await post(stranger, `/codes/${person}`, { id: newId(), birthYear: '1990' }),
      await post(stranger, `/codes/${newId()}`, { id: newId(), birthYear: '1990' }),
    ]
    expect([theirs.status, bare(theirs)]).toEqual([404, bare(nobodys)])
  })

  test('the card has no word that tells why somebody has it (P2-032)', async () => {
    for (const language of ['en', 'es']) {
      const card = await post(desk, `/codes/${person}`, { id: newId(), birthYear: '1990', language })
      const printed = /<section class="cw-print-card[\s\S]*?<\/section>/.exec(card.text)?.[0] ?? ''
      expect(printed).not.toBe('')
      expect(printed).not.toMatch(
        /treat|drug|overdose|recover|police|Lantern|tratamiento|droga|policía|Quimby|1990/i,
      )
    }
  })
})

describe('a safe word', () => {
  test('covers the page, on the way in too, until it is said', async () => {
    const me = await opened(code)
    await post(me, '/my-record/safe-word', { word: 'blue  Heron' })
    const out = await me('GET', '/my-record/exit')
    expect([out.status, out.headers.get('location')]).toEqual([303, 'https://www.weather.gov/'])
    const again = await opened(code)
    for (const who of [me, again]) {
      for (const path of ['/my-record', '/my-record/looks', '/my-record/safe-word']) {
        const { status, text } = await who('GET', path)
        expect([status, text.includes('winter weather')]).toEqual([200, true])
        expect(text).not.toMatch(/Lantern|911|naloxone|safe word/i)
      }
      expect((await post(who, '/my-record/stop/all')).text).toContain('winter weather')
      expect((await post(who, '/my-record/search', { q: 'heron' })).text).toContain('Nothing was found')
      expect((await post(who, '/my-record/search', { q: 'Blue heron ' })).status).toBe(303)
      expect((await who('GET', '/my-record')).text).toContain('Lantern House')
    }
  })

  test('cannot be guessed: after a few words the record closes', async () => {
    const me = await opened(code)
    await post(me, '/my-record/safe-word', { word: 'heron' })
    await me('GET', '/my-record/exit')
    for (let word = 0; word < 6; word += 1) await post(me, '/my-record/search', { q: `word${word}` })
    expect((await me('GET', '/my-record')).text).toContain('name="birthYear"')
  })

  test('without one the quick way out closes the record', async () => {
    const me = await opened(code)
    const out = await me('GET', '/my-record/exit')
    expect([out.headers.get('clear-site-data'), cookieOf(out)]).toEqual(['"cache"', 'my-record='])
    expect((await me('GET', '/my-record')).text).toContain('name="birthYear"')
  })
})

describe('an open record', () => {
  test('closes by itself after 15 minutes', async () => {
    const me = await opened(code)
    await county.base.admin.query(
      `update person_session set last_seen_at = now() - interval '15 minutes 1 second'`,
    )
    expect((await me('GET', '/my-record')).text).toContain('name="birthYear"')
    expect((await me('GET', '/my-record/looks')).headers.get('location')).toBe('/my-record')
  })

  test('shows who was told what by role and organization, never by name, and prints it at once (P2-061)', async () => {
    const me = await opened(code)
    const { text } = await me('GET', '/my-record/looks')
    expect(readText(text)).toMatch(/Lantern House Pierpoint Police/)
    expect(readText(text)).not.toMatch(/Reyes|Front desk/)
  })

  test('asks for the accounting once, with 60 days on the clock (P2-061)', async () => {
    const me = await opened(code)
    const id = newId()
    for (let press = 0; press < 2; press += 1) await post(me, '/my-record/looks', { id })
    const { rows } = await county.base.admin.query(
      "select kind, due_at - asked_at > interval '59 days' and due_at - asked_at <= interval '60 days 1 minute' as fits from privacy_request where person_id = $1",
      [person],
    )
    expect(rows).toEqual([{ kind: 'accounting', fits: true }])
    expect((await me('GET', '/my-record')).text).toContain('A copy of who was told what')
  })

  test('asks that something is not shared, and the release holds it back at once (P2-064)', async () => {
    const me = await opened(code)
    const asked = await post(me, '/my-record/restriction', {
      id: newId(),
      from: (await county.base.admin.query(`select id from organization where name = 'Lantern House'`))
        .rows[0].id,
      what: 'handoff',
      paid: 'yes',
    })
    expect(asked.headers.get('location')).toBe('/my-record?said=restricted')
    const { rows } = await county.base.admin.query(
      `select r.kind, r.paid_themselves, s.data_classes, s.asked_how
       from privacy_request r join release_restriction s on s.id = r.id where r.person_id = $1`,
      [person],
    )
    expect(rows).toEqual([
      { kind: 'restriction', paid_themselves: true, data_classes: ['handoff'], asked_how: 'my-record' },
    ])
  })

  test('says the same in Spanish, on every page', async () => {
    const me = await opened(code)
    for (const path of [
      '',
      '/looks',
      '/releases',
      '/restriction',
      '/complaint',
      '/safe-word',
      '/give-up',
      '/stop/all',
      '/notice',
    ]) {
      const { status, text } = await me('GET', `/my-record${path}?lang=es`)
      expect([path, status, text.includes('<html lang="es"')]).toEqual([path, 200, true])
    }
  })

  test('leaves its trace in the audit record, with the code that was held and no name', async () => {
    await (await opened(code))('GET', '/my-record')
    const { rows } = await county.base.admin.query(
      `select action, actor_kind, outcome, member_id from audit_record
       where holding_id = (select id from person_access where person_id = $1) order by at`,
      [person],
    )
    expect(rows.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'my-record.enter done',
      'my-record.read seen',
    ])
    for (const row of rows) expect([row.actor_kind, row.member_id]).toEqual(['person', null])
  })
})

describe('what the person signed', () => {
  const release = async (recipient: string): Promise<void> => {
    const text = 'Lantern House may tell them that I came.'
    const { rows } = await county.base.admin.query(
      `select p.jurisdiction_id as county, m.id as member, m.organization_id as lantern,
         (select id from organization where name = $2) as recipient
       from person p, member m where p.id = $1 and m.name = 'Front desk'`,
      [person, recipient],
    )
    const [facts] = rows
    const id = newId()
    await county.base.admin.query(
      `insert into release (id, jurisdiction_id, person_id, from_organization_id, kind, status, person_name, purpose,
         how_to_revoke, form_text, form_version, form_sha256, form_language, signature_how, signature, signed_at,
         obtained_by_member_id, discloser_name, is_adult)
       values ($1, $2, $3, $4, 'named-recipient', 'draft', 'Quimby', 'So that they know', 'Tell us', $5, '1',
         encode(sha256(convert_to($5, 'UTF8')), 'hex'), 'en', 'typed', 'Quimby', now(), $6, 'Lantern House', true)`,
      [id, facts.county, person, facts.lantern, text, facts.member],
    )
    await county.base.admin.query(
      `insert into release_line (id, release_id, jurisdiction_id, person_id, from_organization_id,
         recipient_organization_id, data_classes, expires_at, participant_interest)
       values ($1, $2, $3, $4, $5, $6, '{handoff}', now() + interval '30 days', 'They worry')`,
      [newId(), id, facts.county, person, facts.lantern, facts.recipient],
    )
    await county.base.admin.query(`update release set status = 'active' where id = $1`, [id])
  }
  const live = async (): Promise<string[]> =>
    (
      await county.base.admin.query(
        `select o.name from release_line l join organization o on o.id = recipient_organization_id
         where person_id = $1 and active and revoked_at is null order by 1`,
        [person],
      )
    ).rows.map(({ name }) => name)

  test('is shown in plain words and stopped one at a time or all at once, from then on', async () => {
    await release('Pierpoint Police')
    await release('Harbor Navigators')
    const me = await opened(code)
    const page = readText((await me('GET', '/my-record')).text)
    expect(page).toContain('Lantern House may tell Pierpoint Police')
    expect(page).toContain('Whether and when you arrived, where, and who confirmed it')
    expect(page).not.toContain('They are told nothing')
    const { text } = await me('GET', '/my-record')
    const stop = [...text.matchAll(/href="(\/my-record\/stop\/[0-9a-f-]{36})"/g)].map(
      (found) => found[1] as string,
    )
    const asks = await Promise.all(stop.map((path) => me('GET', path)))
    const police = stop[
      asks.findIndex((ask) => readText(ask.text).includes('telling Pierpoint Police?'))
    ] as string
    expect(await live()).toEqual(['Harbor Navigators', 'Pierpoint Police'])
    expect((await post(me, police)).headers.get('location')).toBe('/my-record?said=stopped')
    expect(await live()).toEqual(['Harbor Navigators'])
    await post(me, '/my-record/stop/all')
    expect(await live()).toEqual([])
    expect(readText((await me('GET', '/my-record')).text)).toMatch(/You share nothing.*You stopped it on/)
    expect(readText((await me('GET', '/my-record/releases')).text)).toContain(
      'Lantern House may tell them that I came.',
    )
  })

  test('of somebody else is neither seen nor stopped, and looks like nothing (P2-050)', async () => {
    await release('Pierpoint Police')
    const { rows } = await county.base.admin.query('select id from release_line where person_id = $1', [
      person,
    ])
    const other = await opened(await giveCode(await somebody()))
    const answers = [rows[0].id, newId()].flatMap((line) => [
      other('GET', `/my-record/stop/${line}`),
      post(other, `/my-record/stop/${line}`),
    ])
    const seen = (await Promise.all(answers)).map(({ status, text, headers }) =>
      [status, text, headers.get('location')].join(' '),
    )
    expect(seen.slice(0, 2)).toEqual(seen.slice(2))
    expect(await live()).toEqual(['Pierpoint Police'])
    expect(readText((await other('GET', '/my-record')).text)).toContain('You share nothing')
  })
})

describe('without a record', () => {
  test('anybody can complain, and need not say who they are (P2-069)', async () => {
    const id = newId()
    const sent = await post(county.asStranger, '/complaint', { id, words: 'They told my sister.' })
    expect([sent.status, sent.text.includes('The privacy officer has it')]).toEqual([200, true])
    const empty = await post(county.asStranger, '/complaint', { id: newId(), words: '', replyTo: '555' })
    expect([empty.status, empty.text.includes('value="555"')]).toEqual([422, true])
    const { rows } = await county.base.admin.query(
      'select kind, words, person_id from privacy_request where id = $1',
      [id],
    )
    expect(rows).toEqual([{ kind: 'complaint', words: 'They told my sister.', person_id: null }])
  })

  test.each([
    [
      'en',
      'HOW HEALTH INFORMATION ABOUT YOU MAY BE USED AND DISCLOSED',
      'Notice of Privacy Practices of Lantern House',
    ],
    ['es', 'CÓMO SE PUEDE USAR Y DIVULGAR', 'Aviso de prácticas de privacidad de Lantern House'],
  ])(
    'anybody can read the notice of a program, with its header, in %s (P2-063)',
    async (lang, header, title) => {
      const { text } = await county.asStranger('GET', '/my-record/notice')
      const link = /href="(\/my-record\/notice\/[^"]+)">Lantern House/.exec(text)?.[1] ?? ''
      const notice = readText((await county.asStranger('GET', `${link}?lang=${lang}`)).text)
      for (const words of [title, header, '207-555-0103', 'intake@lantern-house.example.org'])
        expect(notice).toContain(words)
    },
  )

  test('every address of a record leads to its door, and says nothing', async () => {
    for (const path of ['/looks', '/releases', '/stop/all', `/stop/${newId()}`]) {
      const { status, headers } = await county.asStranger('GET', `/my-record${path}`)
      expect([status, headers.get('location')]).toEqual([303, '/my-record'])
    }
  })
})
