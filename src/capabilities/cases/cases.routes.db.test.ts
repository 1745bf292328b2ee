import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { readText } from '#tests/support/sample-referral.ts'
import { post } from '#tests/support/signing-desk.ts'

let county: CountyApi
let manager: Ask
beforeAll(async () => {
  county = await countyApi()
  manager = await county.asMember('case-manager')
})
afterAll(() => county.close())

const pathOf = (answer: { headers: Headers }) => (answer.headers.get('location') ?? '').split('?')[0] ?? ''
const opened = async (fields: Record<string, string> = {}, as = manager): Promise<string> => {
  const answer = await post(as, '/cases', { id: newId(), person: newId(), called: 'Walter', ...fields })
  expect(answer.status, answer.text).toBe(303)
  return pathOf(answer)
}
const read = async (path: string) => readText((await manager('GET', path)).text)

describe('a case manager', () => {
  test('opens a case by hand, once, and finds it with its first follow-up on the queue', async () => {
    const fields = { id: newId(), person: newId(), called: 'Denise' }
    const wrong = await post(manager, '/cases', {
      ...fields,
      'bornOn-year': '1988',
      'bornOn-month': '13',
      'bornOn-day': '1',
    })
    expect([wrong.status, wrong.text.includes('value="Denise"')]).toEqual([422, true])
    const path = await opened(fields)
    expect(await opened(fields)).toBe(path)
    expect(await read(path)).toContain('Case opened')
    expect(await read('/cases?q=denis')).toContain('Denise')
    expect(await read('/today')).toMatch(/Denise, 1-day follow-up/)
  })

  test('ends a task in one press, and takes it back in another', async () => {
    const path = await opened({ called: 'Lena' })
    const { rows } = await county.base.admin.query(
      `select id from case_task where case_id = $1 and title = '1-day follow-up'`,
      [path.split('/').at(-1)],
    )
    const task = `/today/tasks/${rows[0].id}`
    const done = await post(manager, task, { do: 'done' })
    expect(await read(done.headers.get('location') ?? '')).toContain('Done.')
    expect(await read('/today')).not.toContain('Lena, 1-day')
    await post(manager, task, { do: 'undo-done' })
    expect(await read('/today')).toContain('Lena, 1-day')
  })

  test('writes down a contact, a goal, a need, money and a note; what is missing is said and nothing is lost', async () => {
    const path = await opened()
    const send = (form: string, fields: Record<string, string>) =>
      post(manager, `${path}/${form}`, { id: newId(), ...fields })
    for (const [form, fields, says] of [
      ['contacts', { channel: 'call', words: 'Kept words' }, 'Say whether you reached them.'],
      [
        'contacts',
        { channel: 'call', reached: 'yes', words: 'His NCIC record' },
        'Look at your words once more.',
      ],
      ['goals', { goal: '' }, 'Write the goal as they said it.'],
      ['needs', { need: 'housing' }, 'Choose how it stands.'],
      ['funds', { amount: 'some', for: 'Bus pass' }, 'Write dollars'],
      ['notes', { note: '' }, 'Write the note.'],
      [
        'tasks',
        { title: 'Call the clinic', 'due-year': '2001', 'due-month': '1', 'due-day': '1' },
        'Write a day that is today',
      ],
      ['status', { status: 'closed' }, 'Choose why it is closed.'],
    ] as const) {
      const wrong = await send(form, fields)
      expect([wrong.status, readText(wrong.text)], form).toEqual([422, expect.stringContaining(says)])
      for (const value of Object.values(fields)) if (value.includes(' ')) expect(wrong.text).toContain(value)
    }
    for (const [form, fields, shows] of [
      [
        'contacts',
        { channel: 'call', reached: 'yes', minutes: '10', words: 'Wants Thursday' },
        'Spoke on the phone, 10 min',
      ],
      ['contacts', { channel: 'text', reached: 'no' }, 'Text, not reached'],
      ['goals', { goal: 'See my girls on Sundays' }, '“See my girls on Sundays”'],
      ['needs', { need: 'housing', state: 'under-way' }, 'Housing: working on it'],
      ['funds', { amount: '20.50', for: 'Bus pass' }, '$20.50 of the flexible fund'],
      ['notes', { note: 'Grey dog' }, 'Grey dog'],
      [
        'tasks',
        { title: 'Call the clinic', 'due-year': '2099', 'due-month': '1', 'due-day': '1', time: '09:00' },
        'Call the clinic',
      ],
    ] as const) {
      expect((await send(form, fields)).status, form).toBe(303)
      expect(await read(path), form).toContain(shows)
    }
  })

  test('strikes what was wrong and puts it back, and closes and opens the case again', async () => {
    const path = await opened()
    const id = newId()
    await post(manager, `${path}/notes`, { id, note: 'About somebody else' })
    await post(manager, `${path}/entries/${id}`, { do: 'strike' })
    expect((await manager('GET', path)).text).toContain('is-struck')
    await post(manager, `${path}/entries/${id}`, { do: 'put-back' })
    expect((await manager('GET', path)).text).not.toContain('is-struck')
    await post(manager, `${path}/status`, { status: 'closed', outcome: 'moved' })
    expect(await read(path)).toContain('Closed: moved away')
    await post(manager, `${path}/status`, { status: 'active' })
    expect(await read(path)).toContain('1-day follow-up')
  })

  test('loses no words when two edit at once: the rest is saved, and both words stand to choose from', async () => {
    const path = await opened({ called: 'Priya', phone: '207-555-0120' })
    const was = { 'was-called': 'Priya', 'was-phone': '207-555-0120', 'was-whereabouts': '' }
    await post(manager, `${path}/edit`, {
      ...was,
      called: 'Priya N.',
      phone: '207-555-0121',
      whereabouts: '',
    })
    const second = { ...was, called: 'Priya', phone: '207-555-0122', whereabouts: 'Library' }
    const clash = await post(manager, `${path}/edit`, second)
    expect(clash.status).toBe(422)
    for (const words of ['207-555-0121', '207-555-0122']) expect(clash.text).toContain(words)
    await post(manager, `${path}/edit`, { 'was-phone': '207-555-0121', phone: '207-555-0122' })
    const now = (await manager('GET', `${path}/edit`)).text
    for (const words of ['Priya N.', '207-555-0122', 'Library']) expect(now).toContain(`value="${words}"`)
  })

  test('is told of somebody entered twice, merges the two and parts them again', async () => {
    const one = await opened({ called: 'Catherine Meyer' })
    const other = await opened({ called: 'Katharine Mayer' })
    await post(manager, `${other}/notes`, { id: newId(), note: 'Grey dog' })
    expect(await read(one)).toContain('may be the same person')
    expect(await read(`${one}/same`)).toContain('Katharine Mayer')
    const ids = { other: other.split('/').at(-1) ?? '' }
    expect((await post(manager, `${one}/merge`, ids)).status).toBe(303)
    expect(await read(one)).toContain('Grey dog')
    expect(await read('/cases?show=open&q=Mayer')).toContain('Nobody by that name')
    expect((await post(manager, `${one}/part`, ids)).status).toBe(303)
    expect(await read(one)).not.toContain('Grey dog')
    expect(await read('/cases?show=open&q=Mayer')).toContain('Katharine Mayer')
  })

  test('gives a case to a colleague, whose tasks go along, and to nobody outside', async () => {
    const path = await opened({ called: 'Andre' })
    const { rows } = await county.base.admin.query(
      `select id, name from member where 'navigator' = any (roles)`,
    )
    expect((await post(manager, `${path}/manager`, { manager: newId() })).status).toBe(422)
    expect((await post(manager, `${path}/manager`, { manager: rows[0].id })).status).toBe(303)
    expect(await read('/today')).not.toContain('Andre')
    const navigator = await county.asMember('navigator')
    expect(readText((await navigator('GET', '/today')).text)).toContain('Andre, 1-day follow-up')
  })

  test('prints a card that says when and whom to call, and no reason', async () => {
    const path = await opened({ called: 'Rosa' })
    const due = { 'due-year': '2099', 'due-month': '3', 'due-day': '4', time: '09:00' }
    await post(manager, `${path}/tasks`, {
      id: newId(),
      kind: 'appointment',
      title: 'Methadone clinic',
      ...due,
    })
    const card = await read(`${path}/card?lang=es`)
    expect(card).toContain('4 de marzo de 2099')
    expect(card).not.toContain('Methadone')
  })
})

test('a case is nothing to police, courts, harm reduction, or another organization, by any of its pages', async () => {
  const path = await opened({ called: 'Hidden' })
  for (const role of [
    'officer',
    'sergeant',
    'prosecutor',
    'harm-reduction',
    'manager',
    'privacy-officer',
  ] satisfies Role[]) {
    const ask = await county.asMember(role)
    for (const page of [path, '/cases', '/today'])
      expect((await ask('GET', page)).status, `${role} ${page}`).toBe(403)
  }
  for (const role of ['provider', 'angel'] satisfies Role[]) {
    const ask = await county.asMember(role)
    for (const page of ['', '/edit', '/same', '/card'])
      expect((await ask('GET', `${path}${page}`)).status).toBe(404)
    expect((await post(ask, `${path}/contacts`, { channel: 'call', reached: 'yes' })).status).toBe(404)
    expect((await post(ask, `${path}/merge`, { other: newId() })).status).toBe(404)
    expect((await ask('GET', '/cases?show=open')).text).not.toContain('Hidden')
  }
})
