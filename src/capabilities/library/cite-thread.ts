import { parentPort } from 'node:worker_threads'
import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-csl'
import { CHICAGO, MLA } from './csl-styles.ts'

const STYLES = ['apa', 'mla', 'chicago']

const { styles } = plugins.config.get('@csl')
styles.add('mla', MLA)
styles.add('chicago', CHICAGO)

parentPort?.on('message', ({ number, item }: { number: number; item: unknown }) => {
  const texts = STYLES.map((template) =>
    new Cite([item], { generateGraph: false })
      .format('bibliography', { format: 'text', template, lang: 'en-US' })
      .trim(),
  )
  parentPort?.postMessage({ number, texts })
})
