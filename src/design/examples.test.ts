import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalog, frameCatalog } from './examples.ts'

const here = new URL('.', import.meta.url)
const folders = readdirSync(new URL('components', here))
/** `field` is the inside of every field, `specimen` the frame of an example: both are seen in all the others. */
const inner = ['field', 'specimen']
const list = readFileSync(new URL('examples.ts', here), 'utf8')
const entry = readFileSync(new URL('causeway.css', here), 'utf8')

test('every component is on the design page', () => {
  const missing = folders.filter((name) => !inner.includes(name) && !list.includes(`./components/${name}/`))
  expect(missing).toEqual([])
})

test('every stylesheet of a component is in the bundle', () => {
  const written = folders.filter((name) => existsSync(new URL(`components/${name}/${name}.css`, here)))
  const missing = written.filter((name) => !entry.includes(`./components/${name}/${name}.css`))
  expect(missing).toEqual([])
})

test('names and addresses are told apart', () => {
  const names = catalog.map(({ name }) => name)
  const slugs = frameCatalog.map(({ slug }) => slug)
  expect(new Set(names).size).toBe(names.length)
  expect(new Set(slugs).size).toBe(slugs.length)
})
