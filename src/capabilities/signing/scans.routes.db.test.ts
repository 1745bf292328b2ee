import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { LARGEST_SCAN_BYTES } from '#platform/files/file-kinds.ts'
import type { Ask } from '#tests/support/county-api.ts'
import { countyApi } from '#tests/support/county-api.ts'
import { jpegPhoto } from '#tests/support/sample-files.ts'
import { type Desk, post, shownIn, signingDesk } from '#tests/support/signing-desk.ts'

let at: Desk
beforeAll(async () => {
  at = await signingDesk(await countyApi())
})
afterAll(() => at.county.close())

const onPaper = async (): Promise<string> => {
  const { person } = await at.somebody()
  const id = await at.walk(person)
  const shown = shownIn(await at.desk('GET', `/signing/${id}/attest`))
  const [year = '', month = '', day = ''] = new Date()
    .toLocaleDateString('en-CA', { timeZone: 'America/New_York' })
    .split('-')
  const signedOn = { 'signedOn-year': year, 'signedOn-month': month, 'signedOn-day': day }
  const attested = await post(at.desk, `/signing/${id}/attest`, { ...signedOn, shown, holds: 'yes' })
  expect(attested.headers.get('location')).toBe(`/releases/${id}`)
  return id
}

const EDGE = 'between-the-parts'
/** Sends a file as a browser would. */
const upload = (who: Ask, id: string, content: string, name = 'scan') =>
  who(
    'POST',
    `/releases/${id}/scan`,
    [
      `--${EDGE}`,
      `Content-Disposition: form-data; name="${name}"; filename="../../paper.exe"`,
      'Content-Type: application/x-anything',
      '',
      `${content}`,
      `--${EDGE}--`,
      '',
    ].join('\r\n'),
    { 'content-type': `multipart/form-data; boundary=${EDGE}` },
  )

const PDF = '%PDF-1.7\nthe paper\n%%EOF'
const scansOf = async (id: string) =>
  (
    await at.county.base.admin.query(
      'select id, media_type, content from release_scan where release_id = $1 order by kept_at',
      [id],
    )
  ).rows
const audited = async (action: string, id: string) =>
  (
    await at.county.base.admin.query(
      'select count(*)::int as times from audit_record where action = $1 and $2 = any (subject_ids)',
      [action, id],
    )
  ).rows[0].times

describe('the scan of a paper', () => {
  test('is kept with the release, read again byte for byte, and each read is recorded', async () => {
    const id = await onPaper()
    expect((await at.desk('GET', `/releases/${id}`)).text).toContain('No scan yet')
    for (let time = 0; time < 2; time++)
      expect((await upload(at.desk, id, PDF)).headers.get('location')).toContain('said=kept')
    const [scan, ...more] = await scansOf(id)
    expect(more).toEqual([])
    expect(scan).toMatchObject({ media_type: 'application/pdf', content: Buffer.from(PDF) })
    expect((await at.desk('GET', `/releases/${id}?said=kept`)).text).toContain('Open file 1')
    const read = await at.desk('GET', `/releases/${id}/scan/${scan.id}`)
    expect([read.status, read.text]).toEqual([200, PDF])
    expect(read.headers.get('content-disposition')).toBe('attachment; filename="paper.pdf"')
    expect(read.headers.get('x-content-type-options')).toBe('nosniff')
    expect(read.headers.get('cache-control')).toBe('no-store')
    expect([await audited('signing.keep-scan', id), await audited('signing.open-scan', id)]).toEqual([2, 1])
  })

  test('is what its bytes say; what is none, too large, or not there is said at the field', async () => {
    const id = await onPaper()
    const answers = [
      [await upload(at.desk, id, '<svg onload="alert(1)"/>'), 422, 'This is no PDF, JPEG or PNG'],
      [await upload(at.desk, id, PDF, 'other'), 422, 'Choose a file first.'],
      [await post(at.desk, `/releases/${id}/scan`), 422, 'Choose a file first.'],
      [await upload(at.desk, id, `${PDF}${' '.repeat(LARGEST_SCAN_BYTES)}`), 422, 'larger than 6 MB'],
    ] as const
    for (const [answer, status, says] of answers)
      expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(says)])
    expect((await upload(at.desk, id, ' '.repeat(LARGEST_SCAN_BYTES + 100_000))).status).toBe(413)
    // Nowhere else does the application take so much.
    const elsewhere = { back: ' '.repeat(100_000) }
    expect((await post(at.desk, '/releases/begin', elsewhere)).status).toBe(413)
    expect(await scansOf(id)).toEqual([])
  })

  test('of a photo keeps no place', async () => {
    const id = await onPaper()
    const { admin } = at.county.base
    const photo = jpegPhoto({ orientation: 6 })
    const body = Buffer.concat([
      Buffer.from(`--${EDGE}\r\nContent-Disposition: form-data; name="scan"; filename="a.jpg"\r\n\r\n`),
      photo,
      Buffer.from(`\r\n--${EDGE}--\r\n`),
    ])
    const sent = await at.desk('POST', `/releases/${id}/scan`, new Blob([body]).stream(), {
      'content-type': `multipart/form-data; boundary=${EDGE}`,
    })
    expect(sent.status).toBe(303)
    const { rows } = await admin.query('select media_type, content from release_scan where release_id = $1', [
      id,
    ])
    expect(rows[0].media_type).toBe('image/jpeg')
    expect(rows[0].content.includes('GPS')).toBe(false)
  })

  test('is read by the privacy officer, who finds it with the release, and each read is recorded', async () => {
    const id = await onPaper()
    await upload(at.desk, id, PDF)
    const [scan] = await scansOf(id)
    const office = await at.county.asMember('privacy-officer')
    const path = `/privacy/releases/${id}/paper/${scan.id}`
    expect((await office('GET', '/privacy/releases')).text).toContain(`href="${path}"`)
    const read = await office('GET', path)
    expect([read.status, read.text]).toEqual([200, PDF])
    expect(await audited('signing.open-scan', id)).toBe(1)
    expect((await office('GET', `/privacy/releases/${newId()}/paper/${scan.id}`)).status).toBe(404)
    expect((await at.desk('GET', path)).status).toBe(403)
  })

  test('is nothing to anybody else, and a release from the tablet has none', async () => {
    const id = await onPaper()
    await upload(at.desk, id, PDF)
    const [scan] = await scansOf(id)
    const navigator = await at.county.asMember('navigator')
    expect((await navigator('GET', `/releases/${id}/scan/${scan.id}`)).status).toBe(404)
    expect((await upload(navigator, id, PDF)).status).toBe(404)
    for (const who of [at.officer, await at.county.asMember('administrator')])
      expect((await who('GET', `/releases/${id}/scan/${scan.id}`)).status).toBe(403)
    const other = await onPaper()
    expect((await at.desk('GET', `/releases/${other}/scan/${scan.id}`)).status).toBe(404)
    const { person } = await at.somebody()
    const onTablet = await at.walk(person)
    await at.sign(onTablet)
    expect((await at.desk('GET', `/releases/${onTablet}`)).text).not.toContain('The signed paper')
    expect((await upload(at.desk, onTablet, PDF)).text).toContain('there is no paper of it')
    expect(await scansOf(onTablet)).toEqual([])
  })
})
