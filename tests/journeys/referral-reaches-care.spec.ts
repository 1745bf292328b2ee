import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, look, openDemo, signInAs } from '#tests/support/demo-in-a-browser.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})
afterAll(() => demo?.close())

/** Whether the page says this anywhere. A whole document would drown the report of a failure. */
const says = async (page: Page, words: string): Promise<boolean> => (await page.content()).includes(words)

describe.each([
  ['with script', { script: true, phone: true }],
  ['without script', { script: false, phone: true }],
] as const)('an officer’s referral reaches care, %s', (how, options) => {
  const picture = (page: Page, name: string) => look(page, `referral-${name}-${how.replace(' ', '-')}`)

  const visitAs = async (role: string, options: { script: boolean; phone: boolean }) => {
    const visit = await demo.visit(options)
    const page = await visit.newPage()
    await signInAs(page, role)
    return { visit, page }
  }

  const makeReferral = async (page: Page, called: string, place: string) => {
    await page.goto('/field')
    await page.getByRole('link', { name: /Make a referral/ }).click()
    await page.getByRole('checkbox', { name: 'Help with substance use' }).check()
    await page.getByLabel('First name or nickname').fill(called)
    await page.getByLabel('Where are they?').fill('Dock Street, Pierpoint')
    await page.getByRole('radio', { name: /^Yes/ }).check()
    await page.getByRole('radio', { name: 'Call', exact: true }).check()
    await page.getByLabel('Phone, or how to find them').fill('555-0163')
    // Without a script the places are those of before anything was said, until one asks; which stand there hangs on the hour.
    if (!options.script) {
      await page.getByRole('button', { name: 'Look again for places' }).click()
      await page
        .getByText(/^Saved/)
        .first()
        .waitFor()
    }
    await page.getByRole('radio', { name: new RegExp(place) }).check()
    await picture(page, 'form')
    await page.getByRole('button', { name: 'Send referral' }).click()
    await page.waitForURL(/\/referrals\//)
    return new URL(page.url()).pathname
  }

  /** Opens the signed link in the newest message, once the job has sent the one that waits for an answer. */
  const openNewestLink = async (page: Page): Promise<string> => {
    let link = ''
    const toAnswer = async (): Promise<number> => {
      await page.goto('/demo/outbox')
      const links = page.locator('a[href*="/answer/"]')
      if ((await links.count()) === 0) return 0
      link = new URL((await links.first().getAttribute('href')) ?? '', demo.address).pathname
      await page.goto(link)
      return page.getByRole('button', { name: 'Accept, now' }).count()
    }
    await expect.poll(toAnswer, { timeout: 20_000 }).toBe(1)
    return link
  }

  it('is sent in one form, accepted by a signed link, and confirmed by both sides', async () => {
    const { visit, page } = await visitAs('officer', options)
    const path = await makeReferral(page, `Jay ${how}`, 'Lantern House')
    await picture(page, 'sent')
    expect(await says(page, 'We cannot tell you what came of this')).toBe(true)

    const place = await demo.visit(options)
    const answer = await place.newPage()
    const link = await openNewestLink(answer)
    await picture(answer, 'answer')
    expect(await says(answer, 'Jay')).toBe(false)
    await answer.getByRole('button', { name: 'Accept, now' }).click()
    await expect.poll(() => says(answer, `Jay ${how}`)).toBe(true)
    await picture(answer, 'accepted')

    await (async () => {
      const again = await place.newPage()
      await again.goto(link)
      expect(await says(again, 'this was answered')).toBe(true)
      await picture(again, 'answered-already')
    })()

    await page.goto(path)
    expect(await says(page, 'We cannot tell you what came of this')).toBe(true)
    expect(await says(page, 'said yes')).toBe(false)

    await answer.getByRole('button', { name: 'They arrived' }).click()
    await expect.poll(() => says(answer, 'the arrival is confirmed')).toBe(true)
    await page.getByRole('button', { name: 'I handed over' }).click()
    await expect.poll(() => says(page, 'You handed over')).toBe(true)
    await picture(page, 'handed-over')
    await Promise.all([visit.close(), place.close()])
  })

  it('tells the officer what came of it after the person signs a release, and no longer once they stop it', async () => {
    const { visit, page } = await visitAs('officer', options)
    const path = await makeReferral(page, `Robin ${how}`, 'Lantern House')
    const desk = await visitAs('provider', { ...options, phone: false })
    await desk.page.goto('/desk')
    await picture(desk.page, 'desk')
    await desk.page
      .getByRole('button', { name: /Accept, now/ })
      .first()
      .click()
    await desk.page.waitForURL(/\/desk\/referrals\//)
    await picture(desk.page, 'accepted-at-desk')
    await signForPolice(desk.page)
    await desk.page.waitForURL(/\/desk\/referrals\/[^/]+$/)
    expect(await desk.page.getByRole('heading', { name: 'Pierpoint Police may know' }).count()).toBe(1)

    await page.goto(path)
    expect(await says(page, 'Lantern House said yes')).toBe(true)
    expect(await says(page, 'protected by Federal confidentiality rules (42 CFR part 2)')).toBe(true)
    await picture(page, 'told')

    await desk.page.getByRole('button', { name: /^Stop/ }).click()
    await expect.poll(() => says(desk.page, 'Stopped')).toBe(true)
    await page.goto(path)
    expect(await says(page, 'said yes')).toBe(false)
    await Promise.all([visit.close(), desk.visit.close()])
  })
})

/** The person signs on the desk's screen that the police may know of the handoff. */
const signForPolice = async (page: Page): Promise<void> => {
  const on = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const tick = (name: RegExp) => page.getByLabel(name).check({ force: true })
  await on('Have them sign a release')
  await page.getByLabel('The person’s name').fill('Robin')
  await tick(/They are 18 or older, and/)
  await tick(/^Pierpoint Police/)
  await on('Go on')
  await page.getByLabel('Pierpoint Police').fill('So that nobody keeps looking for them')
  await on('Go on')
  await on('They have it. Begin')
  await on('Go on')
  await tick(/^Pierpoint Police/)
  await on('Go on')
  await tick(/^That the handoff happened/)
  await on('Go on')
  await on('That is right. Go on')
  await tick(/^So that they know you are safe/)
  await on('Go on')
  await tick(/^One month/)
  await on('Go on')
  await on('Go on')
  await page.getByLabel('Or type your name').fill('Robin')
  await tick(/^I read this/)
  await on('Sign')
  await page.getByRole('link', { name: 'Give the tablet back' }).click()
  await page.getByRole('heading', { name: 'Give it back to the one who gave it to you' }).waitFor()
  await on('Go on')
}
