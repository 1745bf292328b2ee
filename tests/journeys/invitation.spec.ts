import { generateSync } from 'otplib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Demo, look, openDemo, signInAs } from '../support/demo-in-a-browser.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})
afterAll(() => demo.close())

/** The link in the message to this address, once the outbox has it; the invented county invites somebody of its own. */
const linkSentTo = async (email: string, page: Page): Promise<string> => {
  for (let time = 0; time < 40; time++) {
    await page.goto('/demo/outbox')
    const message = page.locator('main section, main article').filter({ hasText: email })
    const link = message.locator('a[href*="/invitation/"]').first()
    if ((await link.count()) > 0) return (await link.getAttribute('href')) ?? ''
    await page.waitForTimeout(250)
  }
  throw new Error('No invitation came.')
}

it('somebody is invited, sets up password, phone and paper, and is at their first page; all without script', async () => {
  const office = await (await demo.visit({ script: false, phone: false })).newPage()
  await signInAs(office, 'administrator')
  await office.getByRole('link', { name: 'Members' }).first().click()
  await office.getByText('1 account is locked').waitFor()
  await office.getByRole('link', { name: 'Invite somebody' }).click()
  await office.getByLabel('Their e-mail address at work').fill('t.lind@harbor-health.example.org')
  await office.getByLabel('Name', { exact: true }).fill('Tova Lind')
  await office.getByRole('button', { name: 'Send the invitation' }).click()
  await office.getByRole('link', { name: 'Choose at least one role' }).waitFor()
  expect(await office.getByLabel('Name', { exact: true }).inputValue()).toBe('Tova Lind')
  await office.getByText('Program manager').click()
  await office.getByRole('button', { name: 'Send the invitation' }).click()
  await office.getByText('The invitation is on its way.').waitFor()
  await look(office, 'invitation-1-members')

  const phone = await (await demo.visit({ script: false, phone: true })).newPage()
  await phone.goto(await linkSentTo('t.lind@harbor-health.example.org', office))
  await phone.getByRole('heading', { name: 'Welcome, Tova Lind' }).waitFor()
  await look(phone, 'invitation-2-welcome')
  const secret = ((await phone.locator('code').first().textContent()) ?? '').replaceAll(' ', '')
  await phone.getByLabel('Six-digit code').fill(generateSync({ secret }))
  await phone.getByLabel('Your password').fill('four quiet harbor seals')
  await phone.getByRole('button', { name: 'Agree and make my account' }).click()
  await phone.getByRole('button', { name: 'Make 10 codes' }).click()
  await phone.getByRole('heading', { name: 'Print these now' }).waitFor()
  expect(await phone.locator('.codes li').count()).toBe(10)
  await look(phone, 'invitation-3-codes')
  await phone.getByRole('link', { name: 'I have them on paper' }).click()
  await phone.getByRole('heading', { name: 'Welcome, Tova Lind' }).waitFor()

  await phone.goto('/account')
  await look(phone, 'invitation-4-account')
  await office.goto('/members?q=Tova')
  await office.getByRole('link', { name: 'Tova Lind' }).waitFor()
  await office.context().close()
  await phone.context().close()
})
