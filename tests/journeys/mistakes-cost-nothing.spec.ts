import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, look, openDemo, signInAs } from '#tests/support/demo-in-a-browser.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})
afterAll(() => demo?.close())

describe.each([
  ['with script', { script: true, phone: true }],
  ['without script', { script: false, phone: true }],
] as const)('a mistake costs an officer nothing, %s', (how, options) => {
  const picture = `mistakes-${how.replace(' ', '-')}`

  it('an unfinished form comes back with a sentence at each field and everything that was typed', async () => {
    const visit = await demo.visit(options)
    const page = await visit.newPage()
    await signInAs(page, 'officer')
    await page.goto('/field/referral')
    await page.getByLabel('First name or nickname').fill('Zoë <b>O’Neil</b> 李')
    await page.getByRole('radio', { name: /^Yes/ }).check()
    await page.getByRole('button', { name: 'Send referral' }).click()
    await page.getByRole('heading', { name: /need a change|needs a change/ }).waitFor()
    expect(await page.getByLabel('First name or nickname').inputValue()).toBe('Zoë <b>O’Neil</b> 李')
    expect(await page.getByRole('radio', { name: /^Yes/ }).isChecked()).toBe(true)
    expect(await page.locator('#needs-error').textContent()).toContain('Choose what would help most.')
    expect(await page.locator('#contactWay-error').textContent()).toContain('Choose how to reach them.')
    await look(page, picture)
    await visit.close()
  })

  it('a form left half-way waits on the home page', async () => {
    const visit = await demo.visit(options)
    const page = await visit.newPage()
    await signInAs(page, 'sergeant')
    await page.goto('/field/referral')
    await page.getByLabel('Where are they?').fill('Mill Village')
    if (options.script) await page.getByText(/^Saved/).waitFor()
    else await page.getByRole('button', { name: 'Look again for places' }).click()
    await page.goto('/field')
    await look(page, `${picture}-draft`)
    await page.getByRole('link', { name: 'Go on' }).click()
    expect(await page.getByLabel('Where are they?').inputValue()).toBe('Mill Village')
    await visit.close()
  })

  it('two presses make one referral, and the back button leads to it', async () => {
    const visit = await demo.visit(options)
    const page = await visit.newPage()
    await signInAs(page, 'officer')
    await page.getByRole('link', { name: /Make a referral/ }).click()
    await page.getByRole('checkbox', { name: 'Help with substance use' }).check()
    await page.getByRole('radio', { name: /^No.*number/ }).check()
    await page.getByRole('button', { name: 'Send referral' }).dblclick()
    await page.waitForURL(/\/referrals\//)
    const first = new URL(page.url()).pathname
    await page.goBack()
    expect(new URL(page.url()).pathname).toBe(first)
    await visit.close()
  })
})
