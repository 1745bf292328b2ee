import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPageCheck, type PageCheck } from './page-check.ts'

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

const page = (main: string) =>
  `<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>${main}</main></body></html>`

test('a page that everybody can use has no faults', async () => {
  expect(await check.faultsOf(page('<p>Words.</p>'), 390)).toEqual([])
})

test('planted faults are seen: a field without a name, and what is wider than the window', async () => {
  const faults = await check.faultsOf(page('<input><p style="width: 500px">Words.</p>'), 390)
  expect(faults.map((fault) => fault.split(':')[0])).toEqual(['label', 'sideways'])
})
