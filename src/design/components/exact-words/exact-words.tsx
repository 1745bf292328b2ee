import { Fragment } from 'hono/jsx'
import type { Lang } from '../../words.ts'

export type ExactWordsProps = {
  /** A text that somebody agreed to. What is shown is these characters and no other. */
  text: string
  lang: Lang
  id?: string | undefined
}

/** A line that begins a paragraph and is no sentence: what it is about. */
export const isHeadingLine = (line: string): boolean => line !== '' && !/[.:!?]$|^- /.test(line)

/**
 * A text word for word, line for line: nothing is added, left out or put in another order, so that whoever copies it
 * from the page holds the very bytes that were signed. Headings are only drawn stronger.
 */
export const ExactWords = ({ text, lang, id }: ExactWordsProps) => (
  <div class="cw-words" lang={lang} id={id}>
    {text.split('\n\n').map((paragraph, index) => {
      const [first = '', ...rest] = paragraph.split('\n')
      return (
        <Fragment>
          {index > 0 && '\n\n'}
          {isHeadingLine(first) ? <strong>{first}</strong> : first}
          {rest.map((line) => `\n${line}`).join('')}
        </Fragment>
      )
    })}
  </div>
)
