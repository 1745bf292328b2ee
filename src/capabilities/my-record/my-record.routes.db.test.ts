import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type OwnPages, ownPages } from '#tests/support/own-page.ts'
import { readText } from '#tests/support/sample-referral.ts'

let pages: OwnPages
let person: string
let code: string
beforeAll(async () => {
  pages = await ownPages()
})
afterAll(() => pages.county.close())
beforeEach(async () => {
  // A test has only one source, whose tries are counted: there may be 30 in each of these files.
  person = await pages.somebody()
  code = await pages.giveCode(person)
})

describe('an open record', () => {
  test('closes by itself after 15 minutes', async () => {
    const me = await pages.open(code)
    await pages.county.base.admin.query(
      `update person_session set last_seen_at = now() - interval '15 minutes 1 second'`,
    )
    expect((await me('GET', '/my-record')).text).toContain('name="birthYear"')
    expect((await me('GET', '/my-record/looks')).headers.get('location')).toBe('/my-record')
  })

  test('shows who was told what by role and organization, never by name, and prints it at once (P2-061)', async () => {
    const me = await pages.open(code)
    const { text } = await me('GET', '/my-record/looks')
    expect(readText(text)).toMatch(/Lantern House Pierpoint Police/)
    expect(readText(text)).not.toMatch(/Reyes|Front desk/)
  })

  test('asks for the accounting once, with 60 days on the clock (P2-061)', async () => {
    const me = await pages.open(code)
    const id = newId()
    for (let press = 0; press < 2; press += 1) await pages.post(me, '/my-record/looks', { id })
    const { rows } = await pages.county.base.admin.query(
      "select kind, due_at - asked_at > interval '59 days' and due_at - asked_at <= interval '60 days 1 minute' as fits from privacy_request where person_id = $1",
      [person],
    )
    expect(rows).toEqual([{ kind: 'accounting', fits: true }])
    expect((await me('GET', '/my-record')).text).toContain('A copy of who was told what')
  })

  test('asks that something is not shared, and the release holds it back at once (P2-064)', async () => {
    const me = await pages.open(code)
    const asked = await pages.post(me, '/my-record/restriction', {
      id: newId(),
      from: (await pages.county.base.admin.query(`select id from organization where name = 'Lantern House'`))
        .rows[0].id,
      what: 'handoff',
      paid: 'yes',
    })
    expect(asked.headers.get('location')).toBe('/my-record?said=restricted')
    const { rows } = await pages.county.base.admin.query(
      `select r.kind, r.paid_themselves, s.data_classes, s.asked_how
       from privacy_request r join release_restriction s on s.id = r.id where r.person_id = $1`,
      [person],
    )
    expect(rows).toEqual([
      { kind: 'restriction', paid_themselves: true, data_classes: ['handoff'], asked_how: 'my-record' },
    ])
  })

  test('says the same in Spanish, on every page', async () => {
    const me = await pages.open(code)
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
    await (await pages.open(code))('GET', '/my-record')
    const { rows } = await pages.county.base.admin.query(
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
    const { rows } = await pages.county.base.admin.query(
      `select p.jurisdiction_id as county, m.id as member, m.organization_id as lantern,
         (select id from organization where name = $2) as recipient
       from person p, member m where p.id = $1 and m.name = 'Front desk'`,
      [person, recipient],
    )
    const [facts] = rows
    const id = newId()
    await pages.county.base.admin.query(
      `insert into release (id, jurisdiction_id, person_id, from_organization_id, kind, status, person_name, purpose,
         how_to_revoke, form_text, form_version, form_sha256, form_language, signature_how, signature, signed_at,
         obtained_by_member_id, discloser_name, is_adult)
       values ($1, $2, $3, $4, 'named-recipient', 'draft', 'Quimby', 'So that they know', 'Tell us', $5, '1',
         encode(sha256(convert_to($5, 'UTF8')), 'hex'), 'en', 'typed', 'Quimby', now(), $6, 'Lantern House', true)`,
      [id, facts.county, person, facts.lantern, text, facts.member],
    )
    await pages.county.base.admin.query(
      `insert into release_line (id, release_id, jurisdiction_id, person_id, from_organization_id,
         recipient_organization_id, data_classes, expires_at, participant_interest)
       values ($1, $2, $3, $4, $5, $6, '{handoff}', now() + interval '30 days', 'They worry')`,
      [newId(), id, facts.county, person, facts.lantern, facts.recipient],
    )
    await pages.county.base.admin.query(`update release set status = 'active' where id = $1`, [id])
  }
  const live = async (): Promise<string[]> =>
    (
      await pages.county.base.admin.query(
        `select o.name from release_line l join organization o on o.id = recipient_organization_id
         where person_id = $1 and active and revoked_at is null order by 1`,
        [person],
      )
    ).rows.map(({ name }) => name)

  test('is shown in plain words and stopped one at a time or all at once, from then on', async () => {
    await release('Pierpoint Police')
    await release('Harbor Navigators')
    const me = await pages.open(code)
    const page = readText((await me('GET', '/my-record')).text)
    expect(page).toContain('Lantern House may tell Pierpoint Police')
    expect(page).toContain('That the handoff happened: when, where, and who confirmed it')
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
    expect((await pages.post(me, police)).headers.get('location')).toBe('/my-record?said=stopped')
    expect(await live()).toEqual(['Harbor Navigators'])
    await pages.post(me, '/my-record/stop/all')
    expect(await live()).toEqual([])
    expect(readText((await me('GET', '/my-record')).text)).toMatch(/You share nothing.*You stopped it on/)
    expect(readText((await me('GET', '/my-record/releases')).text)).toContain(
      'Lantern House may tell them that I came.',
    )
  })

  test('on paper shows its scan to the person, to nobody else, and each look is recorded', async () => {
    await release('Pierpoint Police')
    const { admin } = pages.county.base
    const paper = Buffer.from('%PDF-1.7 signed %%EOF')
    const kept = await admin.query(
      `insert into release_scan (id, jurisdiction_id, organization_id, release_id, person_id, kept_by_member_id,
         media_type, content, sha256)
       select gen_random_uuid(), jurisdiction_id, from_organization_id, id, person_id,
         (select id from member limit 1), 'application/pdf', $2, encode(sha256($2), 'hex')
       from release where person_id = $1 returning id, release_id`,
      [person, paper],
    )
    const path = `/my-record/releases/${kept.rows[0].release_id}/paper/${kept.rows[0].id}`
    const me = await pages.open(code)
    expect((await me('GET', '/my-record/releases')).text).toContain(`href="${path}"`)
    expect((await me('GET', '/my-record/releases?lang=es')).text).toContain(
      'Ver el papel que usted firmó, archivo 1',
    )
    const read = await me('GET', path)
    expect([read.text, read.headers.get('content-disposition')]).toEqual([
      paper.toString(),
      'attachment; filename="paper.pdf"',
    ])
    const looks = await admin.query(
      `select actor_kind from audit_record where action = 'signing.open-scan' and $1 = any (subject_ids)`,
      [kept.rows[0].release_id],
    )
    expect(looks.rows).toEqual([{ actor_kind: 'person' }])
    const other = await pages.open(await pages.giveCode(await pages.somebody()))
    expect((await other('GET', path)).headers.get('location')).toBe('/my-record/releases')
  })

  test('of somebody else is neither seen nor stopped, and looks like nothing (P2-050)', async () => {
    await release('Pierpoint Police')
    const { rows } = await pages.county.base.admin.query('select id from release_line where person_id = $1', [
      person,
    ])
    const other = await pages.open(await pages.giveCode(await pages.somebody()))
    const answers = [rows[0].id, newId()].flatMap((line) => [
      other('GET', `/my-record/stop/${line}`),
      pages.post(other, `/my-record/stop/${line}`),
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
    const sent = await pages.post(pages.county.asStranger, '/complaint', {
      id,
      words: 'They told my sister.',
    })
    expect([sent.status, sent.text.includes('The privacy officer has it')]).toEqual([200, true])
    const empty = await pages.post(pages.county.asStranger, '/complaint', {
      id: newId(),
      words: '',
      replyTo: '555',
    })
    expect([empty.status, empty.text.includes('value="555"')]).toEqual([422, true])
    const { rows } = await pages.county.base.admin.query(
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
      const { text } = await pages.county.asStranger('GET', '/my-record/notice')
      const link = /href="(\/my-record\/notice\/[^"]+)">Lantern House/.exec(text)?.[1] ?? ''
      const notice = readText((await pages.county.asStranger('GET', `${link}?lang=${lang}`)).text)
      for (const words of [title, header, '207-555-0103', 'intake@lantern-house.example.org'])
        expect(notice).toContain(words)
    },
  )

  test('every address of a record leads to its door, and says nothing', async () => {
    for (const path of ['/looks', '/releases', '/stop/all', `/stop/${newId()}`]) {
      const { status, headers } = await pages.county.asStranger('GET', `/my-record${path}`)
      expect([status, headers.get('location')]).toEqual([303, '/my-record'])
    }
  })
})
