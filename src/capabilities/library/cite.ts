import { toCsl } from './csl.ts'
import type { LibraryRecord } from './record.ts'

export type Citation = { readonly style: 'APA' | 'MLA' | 'Chicago'; readonly text: string }

const STYLES = [
  ['APA', 'apa'],
  ['MLA', 'mla'],
  ['Chicago', 'chicago'],
] as const

type Citing = (item: unknown, template: string) => string

let citing: Promise<Citing> | undefined

/** The citation library takes a while to come in, and few ask for it: it is read when somebody does. */
const openCiting = async (): Promise<Citing> => {
  const [{ Cite, plugins }, { CHICAGO, MLA }] = await Promise.all([
    import('@citation-js/core'),
    import('./csl-styles.ts'),
    import('@citation-js/plugin-csl'),
  ])
  const { styles } = plugins.config.get('@csl')
  styles.add('mla', MLA)
  styles.add('chicago', CHICAGO)
  return (item, template) =>
    new Cite([item], { generateGraph: false }).format('bibliography', {
      format: 'text',
      template,
      lang: 'en-US',
    })
}

/** A record as it stands at the end of a paper, in the three styles that readers ask for. */
export const cite = async (record: LibraryRecord): Promise<readonly Citation[]> => {
  citing ??= openCiting()
  const format = await citing
  const item = toCsl(record)
  return STYLES.map(([style, template]) => ({ style, text: format(item, template).trim() }))
}
