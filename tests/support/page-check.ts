import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import { build } from 'esbuild'
import { openChromium } from './open-chromium.ts'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** A page as the server makes it. */
type Made = { toString: () => string } | Promise<{ toString: () => string }>

/** Pages in Chromium, as they look with the styles of the design and without scripts. */
export type PageCheck = {
  /**
   * What keeps somebody from using a page: each rule of WCAG 2.2 AA that it breaks, with the first place where, and that it
   * has to be moved sideways to be read.
   *
   * @param width of the window, in pixels
   */
  readonly faultsOf: (page: Made, width: number) => Promise<string[]>
  readonly close: () => Promise<void>
}

/** Opens a browser for the pages of one file of tests. Axe runs in the page itself, because that takes a third of the time. */
export const openPageCheck = async (): Promise<PageCheck> => {
  const entry = fileURLToPath(new URL('../../src/design/causeway.css', import.meta.url))
  const bundle = await build({ entryPoints: [entry], bundle: true, minify: true, write: false })
  const css = bundle.outputFiles[0]?.text ?? ''
  const browser = await openChromium()
  const tab = await (await browser.newContext()).newPage()
  let shown: string | undefined
  return {
    faultsOf: async (page, width) => {
      const html = String(await page)
        .replace('<link rel="stylesheet" href="/causeway.css"/>', `<style>${css}</style>`)
        .replace(/<script type="module"[^>]*><\/script>/, '')
      await tab.setViewportSize({ width, height: 780 })
      // The same page at another width stays: showing it and bringing axe into it cost as much as looking at it.
      if (html !== shown) {
        await tab.setContent(html)
        await tab.evaluate(axe.source)
        shown = html
      }
      return tab.evaluate(async (values) => {
        const { axe: inPage } = window as unknown as { axe: typeof axe }
        const { violations } = await inPage.run({
          runOnly: { type: 'tag', values },
          resultTypes: ['violations'],
        })
        const { scrollWidth, clientWidth } = document.documentElement
        return [
          ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          ...(scrollWidth > clientWidth ? [`sideways: by ${scrollWidth - clientWidth} px`] : []),
        ]
      }, STANDARDS)
    },
    close: () => browser.close(),
  }
}
