import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, look, openDemo, signInAs } from '#tests/support/demo-in-a-browser.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})
afterAll(() => demo?.close())

describe.each([
  ['with script, on a phone', { script: true, phone: true }],
  ['with script, at a desk', { script: true, phone: false }],
  ['without script, on a phone', { script: false, phone: true }],
] as const)('somebody looks around the invented county, %s', (how, options) => {
  it('reads the front page, signs in as a program manager and signs out', async () => {
    const visit = await demo.visit(options)
    const page = await visit.newPage()
    const picture = (name: string) => look(page, `look-around-${name}-${how.replaceAll(/\W+/g, '-')}`)

    await page.goto('/')
    await picture('front')
    await signInAs(page, 'manager')
    expect(new URL(page.url()).pathname).toBe('/start')
    await picture('start')
    await page.locator('.cw-me summary').click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await picture('sign-in')
    await page.goto('/start')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await visit.close()
  })
})
