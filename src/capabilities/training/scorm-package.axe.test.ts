import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { inventedBook } from '#tests/support/invented-course.ts'
import { openChromium } from '#tests/support/open-chromium.ts'
import { scormPackage } from './scorm-package.ts'

const SITE = 'http://lms.test'
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' }

/** The page of a learning system: its side of SCORM 1.2, and the course in a frame. */
const SYSTEM = `<!doctype html><title>System</title><script src="/scorm12.js"></script>
<script>window.API = new Scorm12API({ autocommit: false, logLevel: 5 })</script>
<iframe name="course" src="/index.html" title="Course"></iframe>`

test('a package runs in another learning system, which learns where somebody is and that they passed', async () => {
  const [course] = inventedBook.courses
  if (!course) throw new Error('There is no course.')
  const files = unzipSync(scormPackage(course, 80, (html) => html))
  expect(strFromU8(files['imsmanifest.xml'] ?? new Uint8Array())).toContain(
    '<adlcp:masteryscore>80</adlcp:masteryscore>',
  )
  const player = readFileSync(createRequire(import.meta.url).resolve('scorm-again/scorm12'), 'utf8')
  const browser = await openChromium()
  try {
    const page = await (await browser.newContext()).newPage()
    await page.route(`${SITE}/**`, (route) => {
      const name = new URL(route.request().url()).pathname.slice(1)
      if (name === '') return route.fulfill({ contentType: 'text/html', body: SYSTEM })
      if (name === 'scorm12.js') return route.fulfill({ contentType: 'text/javascript', body: player })
      const body = files[name]
      return body
        ? route.fulfill({
            contentType: TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain',
            body: Buffer.from(body),
          })
        : route.fulfill({ status: 404, body: '' })
    })
    await page.goto(`${SITE}/`)
    const said = (name: string) =>
      page.evaluate(
        (asked) =>
          (window as unknown as { API: { lmsGetValue: (name: string) => string } }).API.lmsGetValue(asked),
        name,
      )
    const frame = page.frameLocator('iframe')
    await frame.getByRole('heading', { name: 'What you see' }).waitFor()
    expect(await said('cmi.core.lesson_status')).toBe('incomplete')
    await frame.getByRole('link', { name: 'Next' }).click()
    await frame.getByRole('heading', { name: 'What you do' }).waitFor()
    expect(await said('cmi.core.lesson_location')).toBe('what-you-do')
    await frame.getByRole('link', { name: 'To the test' }).click()
    await frame.getByRole('heading', { name: 'Test', exact: true }).waitFor()
    const right = frame.getByRole('radio', { name: 'Right' })
    expect(await right.count()).toBe(15)
    for (let at = 0; at < 14; at++) await right.nth(at).check()
    await frame.getByRole('radio', { name: 'Wrong' }).nth(14).check()
    await frame.getByRole('button', { name: 'Finish the test' }).click()
    await frame.getByRole('heading', { name: 'You passed: 14 of 15 right' }).waitFor()
    expect([await said('cmi.core.score.raw'), await said('cmi.core.lesson_status')]).toEqual(['93', 'passed'])
  } finally {
    await browser.close()
  }
})
