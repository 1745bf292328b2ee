import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, look, openDemo, signInAs } from '#tests/support/demo-in-a-browser.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})
afterAll(() => demo?.close())

describe.each([
  ['with script', { script: true, phone: false }],
  ['without script', { script: false, phone: true }],
] as const)('somebody signs a release in Spanish on the tablet of the desk, %s', (how, options) => {
  const picture = (page: Page, name: string) => look(page, `sign-a-release-${name}-${how.replace(' ', '-')}`)

  it('for two places, each with its own list; one is stopped, the other lives', async () => {
    const visit = await demo.visit(options)
    const page = await visit.newPage()
    const on = (name: string | RegExp) => page.getByRole('button', { name }).click()
    const tick = (name: string | RegExp) => page.getByLabel(name).check({ force: true })
    await signInAs(page, 'provider')

    await page.goto('/releases')
    await page.getByRole('link', { name: /^Open.*Mac/ }).click()
    await page.getByRole('heading', { name: 'What Mac signed with you' }).waitFor()
    const before = await page.getByRole('button', { name: /^Stop/ }).count()
    await on('Have them sign a release')
    await tick('Español')
    await page.getByLabel('The person’s name').fill('Zoë Ibáñez')
    await tick('They are 18 or older, and sign themselves')
    await tick(/^Pierpoint Police/)
    await tick('Pierpoint Open Door Clinic')
    await on('Go on')
    await page.getByLabel('Pierpoint Police').fill('So that nobody keeps looking for her')
    await on('Go on')
    await on('They have it. Begin')

    await page.getByRole('heading', { name: 'Usted decide a quién se le cuenta' }).waitFor()
    await on('Seguir')
    await on('Seguir')
    await page.getByText('Hay que cambiar una respuesta').waitFor()
    await tick(/^Pierpoint Police/)
    await tick(/^Pierpoint Open Door Clinic/)
    await on('Seguir')
    await tick(/^Su salud/)
    await on('Atrás')
    await on('Seguir')
    expect(await page.getByLabel(/^Su salud/).isChecked()).toBe(true)
    await on('Seguir')
    await page.getByText('Toma 16 mg de buprenorfina').waitFor()
    await on('Está bien. Seguir')
    expect(await page.getByLabel(/^Su salud/).count()).toBe(0)
    await tick('Que usted participa, y desde cuándo')
    await on('Seguir')
    await page.getByRole('heading', { name: 'Lo que vería un policía de Pierpoint Police' }).waitFor()
    await on('Está bien. Seguir')
    await tick('Para que sepan que usted está bien')
    await on('Seguir')
    for (const tile of await page.getByLabel(/^Tres meses/).all()) await tile.check({ force: true })
    await on('Seguir')
    await on('Seguir')

    await page.getByRole('heading', { name: 'Léalo y firme' }).waitFor()
    if (options.script) await draw(page)
    else await page.getByLabel('O escriba su nombre').fill('Zoë Ibáñez')
    await tick(/^Lo leí/)
    await picture(page, 'sign')
    await on('Firmar')
    await page.getByRole('heading', { name: 'Gracias. Está firmado.' }).waitFor()
    await picture(page, 'signed')
    const copy = await page.getByRole('link', { name: 'Imprimir o guardar mi copia' }).getAttribute('href')
    expect((await (await visit.request.get(copy ?? '')).body()).subarray(0, 5).toString()).toBe('%PDF-')
    const elsewhere = await visit.newPage()
    await elsewhere.goto('/releases')
    await elsewhere.getByRole('heading', { name: 'Give it back to the one who gave it to you' }).waitFor()
    await elsewhere.close()
    await page.getByRole('link', { name: 'Devolver la tableta' }).click()
    await picture(page, 'give-back')
    await on('Go on')

    const stop = page.getByRole('button', { name: /^Stop/ })
    await expect.poll(() => stop.count()).toBe(before + 2)
    const newest = page.locator('#release-1')
    await newest.getByRole('button', { name: /^Stop.*Pierpoint Police/ }).click()
    await page.getByText('It is stopped. From now on they are told nothing new.').waitFor()
    await expect.poll(() => stop.count()).toBe(before + 1)
    await newest.getByRole('button', { name: /^Stop.*Open Door/ }).waitFor()
    await visit.close()
  })
})

/** Draws something on the sheet, as a finger would. */
const draw = async (page: Page): Promise<void> => {
  const sheet = page.locator('svg.cw-sheet')
  await sheet.scrollIntoViewIfNeeded()
  const box = await sheet.boundingBox()
  if (!box) throw new Error('There is no sheet to sign on.')
  await page.mouse.move(box.x + 40, box.y + box.height / 2)
  await page.mouse.down()
  for (let step = 1; step < 30; step++)
    await page.mouse.move(box.x + 40 + step * 8, box.y + box.height / 2 + 30 * Math.sin(step / 2))
  await page.mouse.up()
}
