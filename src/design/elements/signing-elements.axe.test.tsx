import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from '#tests/support/open-chromium.ts'
import { Page } from '../components/page/page.tsx'
import { ReadAloud } from '../components/read-aloud/read-aloud.tsx'
import { SignaturePad } from '../components/signature-pad/signature-pad.tsx'

const site = 'http://localhost'
let browser: Browser
let files: Record<string, { contentType: string; body: string }>

beforeAll(async () => {
  const bundled = async (entry: string) => {
    const path = fileURLToPath(new URL(`../${entry}`, import.meta.url))
    const { outputFiles } = await build({ entryPoints: [path], bundle: true, format: 'esm', write: false })
    return outputFiles[0]?.text ?? ''
  }
  const html = String(
    <Page title="Sign" lang="es" assets={{ style: '/a.css', script: '/a.js' }}>
      <ReadAloud reads="words" lang="es" />
      <div id="words">
        <h1>Puede decir que no</h1>
        <p>Recibe la misma ayuda.</p>
      </div>
      <form>
        <SignaturePad name="strokes" label="Firme aquí" longest={120} lang="es" />
      </form>
    </Page>,
  )
  files = {
    '/': { contentType: 'text/html; charset=utf-8', body: html },
    '/a.css': { contentType: 'text/css', body: await bundled('causeway.css') },
    '/a.js': { contentType: 'text/javascript', body: await bundled('browser.ts') },
  }
  browser = await openChromium()
})
afterAll(() => browser?.close())

const open = async (options: { script: boolean; voice?: boolean }): Promise<Tab> => {
  const context = await browser.newContext({ javaScriptEnabled: options.script })
  const tab = await context.newPage()
  await context.route(`${site}/**`, (route) =>
    route.fulfill(files[new URL(route.request().url()).pathname] ?? {}),
  )
  await tab.addInitScript((hasVoice) => {
    const said: string[] = []
    class Words {
      lang = ''
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    }
    const voice = {
      said,
      speak: (words: Words) => said.push(`${words.lang} ${words.text}`),
      cancel: () => said.push('quiet'),
    }
    if (hasVoice) Object.defineProperty(window, 'speechSynthesis', { value: voice })
    else Reflect.deleteProperty(window, 'speechSynthesis')
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Words })
  }, options.voice ?? true)
  await tab.goto(site)
  return tab
}

describe('a page that is read aloud', () => {
  test('is read line by line in its own language, and is quiet when pressed again', async () => {
    const tab = await open({ script: true })
    await tab.getByRole('button', { name: 'Léame esto' }).click()
    await tab.getByRole('button', { name: 'Dejar de leer' }).click()
    await tab.getByRole('button', { name: 'Léame esto' }).waitFor()
    expect(await tab.evaluate(() => (speechSynthesis as unknown as { said: string[] }).said)).toEqual([
      'es-US Puede decir que no',
      'es-US Recibe la misma ayuda.',
      'quiet',
    ])
    await tab.context().close()
  })

  test.each([
    ['script', { script: false }],
    ['a voice', { script: true, voice: false }],
  ])('offers it nobody whose browser has no %s', async (_, options) => {
    const tab = await open(options)
    expect(await tab.locator('read-aloud').isVisible()).toBe(false)
    await tab.context().close()
  })
})

describe('a sheet to sign on', () => {
  const sign = async (tab: Tab, moves: readonly (readonly [number, number])[]) => {
    const box = await tab.locator('svg.cw-sheet').boundingBox()
    const at = ([x, y]: readonly [number, number]) =>
      [(box?.x ?? 0) + x * (box?.width ?? 0), (box?.y ?? 0) + y * (box?.height ?? 0)] as const
    await tab.mouse.move(...at(moves[0] ?? [0, 0]))
    await tab.mouse.down()
    for (const move of moves) await tab.mouse.move(...at(move))
    await tab.mouse.up()
  }
  const path = (tab: Tab) => tab.locator('input[name=strokes]').inputValue()

  test('keeps what was drawn as a path, stroke by stroke, and forgets it when cleared', async () => {
    const tab = await open({ script: true })
    await sign(tab, [
      [0.25, 0.5],
      [0.5, 0.25],
      [0.75, 0.5],
    ])
    await sign(tab, [[0.5, 0.75]])
    expect(await path(tab)).toMatch(/^M150 (99|100|101)L150 (99|100|101)L300 \d+L450 \d+M300 1\d+L300 1\d+$/)
    expect(await tab.locator('svg.cw-sheet path').getAttribute('d')).toBe(await path(tab))
    expect(await tab.locator('svg.cw-sheet').getAttribute('aria-label')).toBe('Su firma')
    await tab.getByRole('button', { name: 'Borrar' }).click()
    expect(await path(tab)).toBe('')
    await tab.context().close()
  })

  test('takes no more than fits the form', async () => {
    const tab = await open({ script: true })
    await sign(
      tab,
      Array.from({ length: 60 }, (_, index) => [0.1 + (index % 8) / 10, (index % 5) / 6] as const),
    )
    const drawn = await path(tab)
    expect(drawn.length).toBeGreaterThan(90)
    expect(drawn.length).toBeLessThanOrEqual(120)
    await tab.context().close()
  })

  test('is not there without script: the name is typed', async () => {
    const tab = await open({ script: false })
    expect(await tab.locator('signature-pad').isVisible()).toBe(false)
    await tab.context().close()
  })
})
