import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, look, openDemo, signInAs } from '#tests/support/demo-in-a-browser.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})
afterAll(() => demo?.close())

const names = (page: Page) => page.locator('#found li h3').allTextContents()
const query = (page: Page) => [...new URL(page.url()).searchParams]

describe.each([
  ['with script, on a phone', { script: true, phone: true }],
  ['without script, at a desk', { script: false, phone: false }],
] as const)('somebody looks for a place, %s', (how, options) => {
  const picture = (page: Page, name: string) =>
    look(page, `find-a-place-${name}-${how.replaceAll(/\W+/g, '-')}`)
  const visitAs = async (role: string) => {
    const visit = await demo.visit(options)
    const page = await visit.newPage()
    await signInAs(page, role)
    return { page, close: () => visit.close() }
  }

  it('an officer finds a bed near a town, reads why it is there, and calls', async () => {
    const { page, close } = await visitAs('officer')
    await page.getByRole('link', { name: /^Find a place/ }).click()
    await page.getByRole('heading', { name: '9 places near Harbor County' }).waitFor()
    await picture(page, 'first')
    await page.getByLabel('Town, ZIP code or name').fill('Mill Village')
    await page.getByRole('checkbox', { name: 'A place to stay' }).check()
    await page.getByRole('radio', { name: 'Medicaid' }).check()
    await page.getByRole('button', { name: 'Show places' }).click()
    await page.getByRole('heading', { name: '1 place near Mill Village' }).waitFor()
    expect(query(page)).toEqual([
      ['near', 'Mill Village'],
      ['needs', 'shelter'],
      ['payer', 'medicaid'],
    ])
    const bed = page.locator('#found li').first()
    expect(await bed.textContent()).toMatch(/0\.1.miles.*We don’t know if they take Medicaid/s)
    const call = bed.getByRole('link', { name: /^Call/ })
    expect(await call.getAttribute('href')).toBe('tel:207-555-0119')
    expect(await bed.getByRole('link', { name: /Refer/ }).count()).toBe(0)
    await picture(page, 'found')
    await close()
  })

  it('an officer reads all that is known of a place and begins a referral to it', async () => {
    const { page, close } = await visitAs('officer')
    await page.goto('/places?near=tideline')
    expect(await names(page)).toEqual(['Tideline Harm Reduction', 'Tideline Harm Reduction'])
    await page.locator('#found li', { hasText: 'Night van' }).getByRole('link').first().click()
    await page.getByRole('heading', { name: 'Tideline Harm Reduction' }).waitFor()
    expect(await page.locator('#hours').textContent()).toMatch(/Monday.?Closed.?Tuesday.?8:00.PM to 2:00.AM/s)
    expect(await page.locator('#unknown').textContent()).toContain('What ages do they help?')
    expect(await page.locator('#origin').textContent()).toContain('Nobody has checked it')
    await picture(page, 'place')
    await page.getByRole('link', { name: /^Refer to this place/ }).click()
    const chosen = page.getByRole('radio', { name: /Night van/ })
    expect(await chosen.isChecked()).toBe(true)
    await close()
  })

  it('who sends no referrals is offered none', async () => {
    const { page, close } = await visitAs('provider')
    await page.goto('/places')
    expect(await names(page)).toHaveLength(10)
    expect(await page.getByRole('link', { name: /Refer/ }).count()).toBe(0)
    await close()
  })

  it('what nobody has leads further, and an address that is no place says so', async () => {
    const { page, close } = await visitAs('manager')
    await page.goto('/places?near=xylophone&needs=shelter')
    await page.getByRole('heading', { name: 'Nothing fits' }).waitFor()
    await picture(page, 'nothing')
    for (const address of ['/places/nowhere', '/places/0199d000-0006-7000-8000-00000000ffff'])
      expect((await page.goto(address))?.status()).toBe(404)
    await close()
  })
})

it('a navigator finds at night who can take somebody, and what to leave out where nobody can, without script', async () => {
  const visit = await demo.visit({ script: false, phone: true })
  const page = await visit.newPage()
  await signInAs(page, 'navigator')
  await page.goto('/places')
  await page.getByRole('checkbox', { name: 'Help with substance use' }).check()
  await page.getByRole('group', { name: 'Insurance' }).getByRole('radio', { name: 'None' }).check()
  await page.getByText('About the person', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Age' }).fill('34')
  await page.getByRole('checkbox', { name: 'Has no ID' }).check()
  await page.getByRole('checkbox', { name: 'Walk-in' }).check()
  await page
    .getByRole('combobox', { name: 'Medicine for opioid use' })
    .selectOption('Start any medicine today')
  await page.getByRole('button', { name: 'Show places' }).click()
  await page.getByRole('heading', { name: '2 places near Harbor County' }).waitFor()
  expect(query(page)).toEqual([
    ['needs', 'treatment'],
    ['payer', 'none'],
    ['moud', 'any:start-same-day'],
    ['with', 'noId'],
    ['with', 'walkIn'],
    ['age', '34'],
  ])
  const lantern = page.locator('#found li', { hasText: 'Lantern House' })
  expect(await lantern.textContent()).toMatch(
    /no insurance needed: you pay what you can · starts buprenorphine the same day.*no ID needed/,
  )
  await look(page, 'who-can-take-them')

  await page.goto(`${page.url()}&with=pet&with=dropOff`)
  await page.getByRole('heading', { name: 'Nobody near Harbor County fits all of it' }).waitFor()
  await page.getByRole('heading', { name: '988 Suicide and Crisis Lifeline' }).waitFor()
  await look(page, 'nearest-misses')
  await page.getByRole('link', { name: 'Without “With a pet”: 1 place' }).click()
  await page.getByRole('heading', { name: /places? near Harbor County/ }).waitFor()
  await page.getByRole('link', { name: 'Take away: Has no ID' }).click()
  await page.waitForURL((url) => !url.searchParams.getAll('with').includes('noId'))
  await visit.close()
})
