import type { BrowserContext, Page } from 'playwright-core'
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
] as const)('a person opens their own page, %s', (how, options) => {
  const picture = (page: Page, name: string) => look(page, `my-own-page-${name}-${how.replace(' ', '-')}`)

  /** A new card for the invented person, as their place prints it. */
  const newCard = async (): Promise<string> => {
    const visit = await demo.visit({ script: true, phone: false })
    const page = await visit.newPage()
    await signInAs(page, 'provider')
    await page.goto('/codes')
    await picture(page, 'codes')
    await page.getByRole('link', { name: /(New|Give a) code/ }).click()
    await page.getByLabel(/year in which they were born/).fill('1990')
    await page.getByRole('button', { name: 'Make the card' }).click()
    await page.getByRole('heading', { name: 'Your own page' }).waitFor()
    await picture(page, 'card')
    const code = (await page.locator('.cw-print-card .code').textContent()) ?? ''
    await visit.close()
    return code.trim()
  }

  const open = async (visit: BrowserContext, code: string): Promise<Page> => {
    const page = await visit.newPage()
    await page.goto('/my-record')
    await page.getByLabel('Your code').fill(code)
    await page.getByLabel('The year you were born').fill('1990')
    await page.getByRole('button', { name: 'Open my page' }).click()
    await page.waitForURL(/\/my-record$/)
    return page
  }

  it('sees who may know what, stops it, covers the page and brings it back', async () => {
    const code = await newCard()
    const visit = await demo.visit(options)
    const page = await open(visit, code)
    await page.getByRole('heading', { name: /Lantern House expects you on/ }).waitFor()
    await picture(page, 'open')

    await page.getByRole('link', { name: 'See and print the whole list' }).click()
    await page.getByRole('heading', { name: 'Who was told what about you' }).waitFor()
    await picture(page, 'told')
    await page.getByRole('link', { name: 'Back to my page' }).click()
    await page.getByRole('heading', { name: /Lantern House expects you on/ }).waitFor()

    const stop = page.getByRole('link', { name: /^Stop:/ })
    const before = await stop.count()
    if (before > 0) {
      await stop.first().click()
      await picture(page, 'stop')
      await page.getByRole('button', { name: 'Yes, stop it' }).click()
      await page.getByText('They are told nothing new from now on.').waitFor()
      expect(await stop.count()).toBe(before - 1)
    }

    await page.getByRole('link', { name: 'Set a safe word' }).click()
    await page.getByLabel('Your safe word').fill('blue heron')
    await page.getByRole('button', { name: 'Keep this word' }).click()
    await page.getByText('Your safe word is set.').waitFor()
    const elsewhere = await demo.visit(options)
    const covered = await open(elsewhere, code)
    await covered.getByRole('heading', { name: 'Ready for winter weather' }).waitFor()
    await picture(covered, 'covered')
    await covered.getByLabel('Search these pages').fill('blue heron')
    await covered.getByRole('button', { name: 'Search' }).click()
    await covered.getByRole('heading', { name: 'Your page', exact: true }).waitFor()

    await covered.getByRole('link', { name: 'Español' }).click()
    await covered.getByRole('button', { name: 'Cerrar mi página' }).click()
    await covered.getByText('Su página está cerrada.').waitFor()
    await picture(covered, 'closed')
    await Promise.all([visit.close(), elsewhere.close()])
  })
})
