import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Demo, look, openDemo, signInAs } from '#tests/support/demo-in-a-browser.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})
afterAll(() => demo?.close())

/** On a phone, without script, signed in as somebody of the invented county. */
const visitAs = async (role: string) => {
  const visit = await demo.visit({ script: false, phone: true })
  const page = await visit.newPage()
  await signInAs(page, role)
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
  return page
}

it('a kit is received, given out and used, and the carrier gets another; without script, on a phone', async () => {
  let page = await visitAs('sergeant')
  const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor()

  await page.goto('/supplies/record/receive')
  await heading('Receive kits')
  await page.getByLabel('Lot number').fill('JR-1')
  await page.getByLabel('Product').fill('Nasal 4 mg')
  await page.getByLabel('Month').first().fill('6')
  await page.getByLabel('Day').first().fill('30')
  await page
    .getByLabel('Year')
    .first()
    .fill(String(new Date().getFullYear() + 2))
  await page.getByLabel('How many kits').fill('5')
  await page.getByLabel('Where you put them').selectOption({ label: 'Front desk' })
  await page.getByRole('button', { name: 'Put them in stock' }).click()
  await heading('Supplies')
  await page.getByRole('link', { name: 'JR-1' }).waitFor()

  const officer = 'Officer T. Reyes, Night shift'
  await page.getByRole('link', { name: 'Give out', exact: true }).click()
  await heading('Give out kits')
  const fromDesk = page.getByLabel('From', { exact: true }).locator('option', { hasText: 'Front desk: JR-1' })
  await page.getByLabel('From', { exact: true }).selectOption((await fromDesk.getAttribute('value')) ?? '')
  await page.getByLabel('How many kits').fill('1')
  await page.getByLabel('To', { exact: true }).selectOption({ label: officer })
  await page.getByRole('button', { name: 'Give out' }).click()
  await heading('Supplies')
  await look(page, 'a-kit-is-used-stock')

  page = await visitAs('officer')
  await page.getByRole('link', { name: /^I gave naloxone/ }).click()
  await heading('I gave naloxone')
  await page.getByLabel('ZIP code').fill('04609')
  await page.getByLabel(/Mine: JR-1/).check()
  for (const [question, answer] of [
    ['Doses you gave', '2'],
    ['Did it help?', 'Breathing better'],
    ['What happened then?', 'Went to a hospital'],
    ['Are they alive?', 'Alive'],
  ] as const)
    await page
      .getByRole('group', { name: question })
      .getByRole('radio', { name: answer, exact: true })
      .check({ force: true })
  await look(page, 'a-kit-is-used-report')
  await page.getByRole('button', { name: 'Record it' }).click()
  await heading('Recorded. Thank you.')
  expect(await page.textContent('main')).toContain('A new kit was asked for')

  page = await visitAs('sergeant')
  await page.goto('/supplies/requests')
  await heading(/waiting for kits/)
  await page
    .getByRole('link', { name: /^Answer Officer T. Reyes/ })
    .first()
    .click()
  await heading('Officer T. Reyes, 1 kit')
  await page.getByRole('button', { name: 'Send' }).click()
  await heading(/waiting for kits/)
  await page.getByText('Sent.', { exact: true }).waitFor()
})
