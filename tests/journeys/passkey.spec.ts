import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Demo, look, openDemo, signInAs } from '../support/demo-in-a-browser.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})
afterAll(() => demo.close())

/** A phone that keeps passkeys and knows its owner's finger, as Chromium can pretend to be. */
const phoneWithPasskeys = async (page: Page): Promise<{ devtools: CDPSession; authenticatorId: string }> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { devtools, authenticatorId }
}

it('an officer makes a passkey, signs in with it alone, and it opens nothing once it is removed', async () => {
  const context = await demo.visit({ script: true, phone: true })
  const page = await context.newPage()
  const { devtools, authenticatorId } = await phoneWithPasskeys(page)
  await signInAs(page, 'officer')
  await page.locator('.cw-me summary').click()
  await page.getByRole('link', { name: 'How you sign in' }).click()
  await look(page, 'passkey-1-none-yet')
  await page.getByRole('link', { name: 'Add a passkey' }).click()
  await page.getByLabel('What do you call it?').fill('Work phone')
  await look(page, 'passkey-2-name-it')
  await page.getByRole('button', { name: 'Make the passkey' }).click()
  await page.getByRole('heading', { name: 'Work phone' }).waitFor()
  await look(page, 'passkey-3-there-it-is')

  await page.locator('.cw-me summary').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Agree and sign in with a passkey' }).click()
  await page.waitForURL('**/field')

  await page.goto('/account/passkeys')
  expect(await page.locator('#passkeys').textContent()).toContain('Last used')
  await page.getByRole('button', { name: 'Remove Work phone' }).click()
  await page.getByText('No passkeys yet').waitFor()
  await page.locator('.cw-me summary').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Agree and sign in with a passkey' }).click()
  await page.getByRole('heading', { name: 'You are not signed in' }).waitFor()
  await look(page, 'passkey-4-not-signed-in')

  // A finger that the phone does not know.
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.getByRole('link', { name: 'Other ways to sign in' }).click()
  await page.getByRole('button', { name: 'Agree and sign in with a passkey' }).click()
  await page.getByText('No passkey was shown.').waitFor()
  await context.close()
})

it('without script nothing of passkeys is in the way', async () => {
  const context = await demo.visit({ script: false, phone: false })
  const page = await context.newPage()
  await page.goto('/sign-in')
  expect(await page.getByRole('button', { name: /passkey/ }).isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: 'Agree and sign in', exact: true }).isVisible()).toBe(true)
  await context.close()
})
