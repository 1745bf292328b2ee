import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { inventedBook } from '#tests/support/invented-course.ts'
import { postedForm } from '#tests/support/posted-form.ts'

let county: CountyApi
let officer: Ask
let trainer: Ask
let sergeant: Ask
beforeAll(async () => {
  county = await countyApi({ book: inventedBook })
  officer = await county.asMember('officer')
  trainer = await county.asMember('trainer')
  sergeant = await county.asMember('sergeant')
})
afterAll(() => county.close())

const post = (who: Ask, path: string, fields: Parameters<typeof postedForm>[0] = {}) =>
  who('POST', path, ...postedForm(fields))

const COURSE = '/training/courses/overdose'

/** Answers each question of a test with what stands beside this word. */
const answered = (page: string, word: string): Record<string, string> => {
  const fields: Record<string, string> = { attempt: /name="attempt" value="([^"]+)"/.exec(page)?.[1] ?? '' }
  for (const [, name = '', value = '', label] of page.matchAll(
    /<input type="radio" name="(q\d+)"[^>]* value="(\w)"[^>]*\/><label[^>]*>(\w+)</g,
  ))
    if (label === word) fields[name] = value
  return fields
}

describe('who learns what', () => {
  test('is said by a trainer: what is wrong is said at its field, and nothing typed is lost', async () => {
    expect((await officer('GET', '/training/settings')).status).toBe(403)
    const fields = {
      passMark: '80',
      'roles-overdose': 'officer',
      'days-overdose': 'soon',
      'mode-carry': 'block',
    }
    const wrong = await post(trainer, '/training/settings', fields)
    expect(wrong.status).toBe(422)
    for (const said of ['Write the days as a number, 730 at most.', 'Choose what it needs', 'value="soon"'])
      expect(wrong.text).toContain(said)
    const right = {
      ...fields,
      'days-overdose': '30',
      'courses-carry': 'overdose',
      'slot-overdose-kit': 'in the <sergeants’> office',
    }
    expect((await post(trainer, '/training/settings', right)).headers.get('location')).toBe(
      '/training/settings?said=saved',
    )
    const page = (await officer('GET', '/training')).text
    expect(page).toContain('One course is due')
    expect(page).toContain('Missing: “Overdose”.')
  })
})

describe('a course', () => {
  test('is read screen by screen without a script, with the agency’s own words, and goes on where it was left', async () => {
    const screen = await officer('GET', `${COURSE}/what-you-see`)
    expect(screen.text).toContain('The kits are <strong>in the &#60;sergeants’&#62; office</strong>')
    expect(screen.text).toContain('https://example.org/paper')
    const [, right = ''] = /value="(\w)"[^>]*\/><label[^>]*>Slow/.exec(screen.text) ?? []
    expect((await officer('GET', `${COURSE}/what-you-see?answer=${right}`)).text).toContain(
      'The brain forgets to breathe.',
    )
    await officer('GET', `${COURSE}/what-you-do`)
    const decided = await officer('GET', `${COURSE}/what-you-do?step=gone`)
    expect(decided.text).toContain('They are found again an hour later.')
    expect((await officer('GET', '/training')).text).toContain(`href="${COURSE}/what-you-do"`)
    expect((await officer('GET', `${COURSE}/nothing`)).status).toBe(404)
  })

  test('asks fifteen questions of its bank; one that is left out is asked for, and what was chosen stays', async () => {
    const { text } = await officer('GET', `${COURSE}/test`)
    const fields = answered(text, 'Right')
    expect(Object.keys(fields)).toHaveLength(16)
    const [, first = ''] = Object.keys(fields)
    const { [first]: _, ...without } = fields
    const asked = await post(officer, `${COURSE}/test`, without)
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('Question 1 has no answer yet.')
    expect(asked.text.match(/checked/g)).toHaveLength(14)
  })

  test('not passed says of each wrong answer why, and where it stands; passed, there is a certificate', async () => {
    const failed = await post(
      officer,
      `${COURSE}/test`,
      answered((await officer('GET', `${COURSE}/test`)).text, 'Wrong'),
    )
    const told = (await officer('GET', failed.headers.get('location') ?? '')).text
    expect(told).toContain('0 of 15 right; 80 percent are needed.')
    expect(told.match(/Read “What you see” again/g)).toHaveLength(15)
    const fields = answered((await officer('GET', `${COURSE}/test`)).text, 'Right')
    const passed = await post(officer, `${COURSE}/test`, fields)
    const result = passed.headers.get('location') ?? ''
    expect((await officer('GET', result)).text).toContain('You passed')
    expect((await sergeant('GET', result)).status).toBe(404)
    // What was answered first stands, and there is one certificate.
    await post(officer, `${COURSE}/test`, fields)
    const { rows } = await county.base.admin.query(
      `select (select count(*)::int from training_attempt) as attempts, (select count(*)::int from training_completion) as held`,
    )
    expect(rows).toEqual([{ attempts: 2, held: 1 }])
    expect((await officer('GET', '/training')).text).not.toContain('May not carry')
  })

  test('asks what people think, and keeps no name with it', async () => {
    const said = await post(officer, `${COURSE}/survey/after`, { A1: '5', A2: '1', A3: '4' })
    expect(said.headers.get('location')).toBe('/training?said=thanks')
    const { rows } = await county.base.admin.query('select answers from training_attitude')
    expect(rows).toEqual([{ answers: { A1: 5, A2: 1 } }])
  })

  test('is packed for another learning system', async () => {
    expect((await officer('GET', `${COURSE}/scorm.zip`)).status).toBe(403)
    const { headers, status } = await trainer('GET', `${COURSE}/scorm.zip`)
    expect([status, headers.get('content-disposition')]).toEqual([
      ...[200, 'attachment; filename="overdose-1.2.0-scorm12.zip"'],
    ])
  })
})

describe('a certificate', () => {
  test('is a tagged PDF, verified by anybody who has its code', async () => {
    const { rows } = await county.base.admin.query('select id, code from training_completion')
    const [{ id, code }] = rows
    const pdf = await officer('GET', `/training/certificates/${id}/certificate.pdf`)
    expect([pdf.headers.get('content-type'), pdf.text.includes('/Marked true')]).toEqual([
      'application/pdf',
      true,
    ])
    const verified = await county.asStranger(
      'GET',
      `/certificates?code=${code.toLowerCase().match(/.{4}/g).join('+')}`,
    )
    expect(verified.text).toContain('This certificate holds')
    expect(verified.text).toContain('Officer T. Reyes')
    expect((await county.asStranger('GET', '/certificates/AAAAAAAAAAAA')).status).toBe(404)
    expect((await post(sergeant, `/training/certificates/${id}/revoke`, { because: 'x' })).status).toBe(403)
    const revoked = await post(trainer, `/training/certificates/${id}/revoke`, { because: 'Another name' })
    expect((await trainer('GET', revoked.headers.get('location') ?? '')).text).toContain(
      'Taken back: Another name',
    )
    expect((await county.asStranger('GET', `/certificates/${code}`)).text).toContain(
      'This certificate was revoked',
    )
    expect((await county.asStranger('GET', `/certificates/${code}`)).text).not.toContain('Another name')
    expect((await officer('GET', `/training/certificates/${id}/certificate.pdf`)).status).toBe(404)
  })
})

describe('the board', () => {
  test('says who is late and who may not carry, for supervisors; the roster is a table', async () => {
    expect((await officer('GET', '/training/board')).status).toBe(403)
    const board = (await sergeant('GET', '/training/board')).text
    expect(board).toContain('1 may not carry naloxone today')
    const [, person = ''] = /\/training\/people\/([0-9a-f-]+)/.exec(board) ?? []
    expect((await sergeant('GET', `/training/people/${person}`)).text).toContain('Sign what you saw them do')
    const half = await post(sergeant, `/training/people/${person}/practice`, {
      course: 'overdose',
      id: newId(),
      checked: 'Called 911',
    })
    expect([half.status, half.text.includes('All of them have to be seen.')]).toEqual([422, true])
    const seen = { course: 'overdose', id: newId(), checked: ['Called 911', 'Gave breaths'] }
    await post(sergeant, `/training/people/${person}/practice`, seen)
    expect((await trainer('GET', '/training/roster.csv')).text).toContain('"Overdose","overdose","practice"')
    expect((await sergeant('GET', '/training/results')).text).toContain('Fewer than eleven')
  })

  test('takes what another system says only after it was looked at', async () => {
    const text =
      'Email,Course,Completed\nt.reyes@pierpoint-police.example.org,Overdose,2026-02-03\nx@example.org,Overdose,2026-02-03'
    const shown = await post(trainer, '/training/learned-elsewhere', { text })
    expect(shown.text).toContain('1 of 2 lines match')
    expect(shown.text).toContain('Nobody here has this name or address')
    const done = await post(trainer, '/training/learned-elsewhere', { text, do: 'record' })
    expect(done.headers.get('location')).toBe('/training/learned-elsewhere?added=1&known=0&left-out=1')
  })
})

test('a session is signed in to by whoever scans its code, and closed with certificates', async () => {
  const fields = {
    id: newId(),
    course: 'overdose',
    'on-year': '2026',
    'on-month': '11',
    'on-day': '20',
    at: '18:30',
    minutes: '60',
  }
  const lacks = await post(trainer, '/training/sessions', fields)
  expect([lacks.status, lacks.text.includes('Say who trains.')]).toEqual([422, true])
  const planned = await post(trainer, '/training/sessions', {
    ...fields,
    'trainer-0': 'Ofc. Lund',
    'brings-0': 'peer',
  })
  const page = (await trainer('GET', planned.headers.get('location') ?? '')).text
  const [, code = ''] = /training\/sign-in\/([0-9A-Z]{10})/.exec(page) ?? []
  await post(officer, `/training/sign-in/${code}`)
  await post(trainer, `/training/sessions/${fields.id}/close`)
  expect((await trainer('GET', `/training/sessions/${fields.id}`)).text).toContain('1 is there')
  expect((await officer('GET', '/training')).text).toContain('Training in a room, November 20, 2026')
  expect((await post(officer, `/training/sign-in/${code}`)).headers.get('location')).toContain('said=closed')
})
