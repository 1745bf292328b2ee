import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Demo, look, openDemo, signInAs } from '#tests/support/demo-in-a-browser.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})
afterAll(() => demo?.close())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

const comeAs = async (role: string): Promise<Page> => {
  const visit = await demo.visit({ script: false, phone: true })
  const page = await visit.newPage()
  await signInAs(page, role)
  return page
}

test('somebody walks into a station, and an angel takes them on, without script', async () => {
  const officer = await comeAs('officer')
  await officer.goto('/visits/new')
  await press(officer, 'Begin')
  await heading(officer, 'A seat, water, a quiet place')
  await press(officer, 'They are settled')
  await heading(officer, 'Does anybody need a doctor first?')
  await press(officer, 'Nobody needs a doctor now')
  await heading(officer, 'The promise')
  await look(officer, 'visit-promise')
  await press(officer, 'I said it, and gave the paper')
  await heading(officer, 'Anything to hand over?')
  await press(officer, 'Nothing, or nothing more')
  await heading(officer, 'Criteria')
  for (const [question, answer] of [
    ['warrant', 'No'],
    ['conviction', 'No'],
    ['concerned', 'No'],
    ['18 or older', 'Yes'],
  ] as const)
    await officer
      .getByRole('group', { name: new RegExp(question) })
      .getByRole('radio', { name: answer, exact: true })
      .check({ force: true })
  await press(officer, 'See what it comes to')
  await heading(officer, 'Call an angel')
  const path = new URL(officer.url()).pathname
  await press(officer, /I am calling Walt Brennan/)
  await heading(officer, 'You are calling Walt Brennan')

  const angel = await comeAs('angel')
  await angel.goto(path)
  await heading(angel, 'Can you come?')
  await press(angel, '15 min')
  await heading(angel, 'On your way')
  await press(angel, 'I am there')
  await heading(angel, 'Begin, at their pace')

  await officer.goto(path)
  await heading(officer, 'Stay with them')
  await look(officer, 'visit-stay')
  await press(officer, 'The angel is here')
  await heading(officer, 'You can go. Thank you')

  await angel.goto(path)
  await angel.getByLabel('What may you call them?').fill('River')
  await angel.getByRole('button', { name: 'Begin' }).click()
  await heading(angel, 'Intake, at their pace')
  await press(angel, 'Save, and find places')
  await heading(angel, 'Places to call')
  await press(angel, 'Room now')
  await press(angel, 'They were offered this place')
  await heading(angel, 'A place said yes')
  await look(angel, 'visit-offered')

  await officer.goto(path)
  await heading(officer, 'You can go. Thank you')
  expect(await officer.content()).not.toContain('River')
})
