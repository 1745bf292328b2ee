import type { Child } from 'hono/jsx'
import { type Lang, Page } from '#design'
import type { Frame } from '#identity'
import { cardWords } from './card-words.ts'

/** An ordinary page that many people look at. */
const EXIT_TO = 'https://www.weather.gov/'

export type CardLook = {
  readonly frame: Frame
  readonly lang: Lang
  /** Members read it in the frame of their work; everybody else in that of the public pages. */
  readonly isMember: boolean
  /** The page itself without its language, such as `/law/ME`, with its query. */
  readonly path: string
}

/** The address of a page of the cards in a language. */
export const inLanguage = (path: string, lang: Lang): string => (lang === 'es' ? `/es${path}` : path)

/** The frame around a page of the cards. */
export const CardFrame = ({
  look: { frame, lang, isMember, path },
  title,
  hasErrors,
  children,
}: {
  look: CardLook
  title: string
  hasErrors?: boolean
  children?: Child
}) => {
  const words = cardWords[lang]
  const other = lang === 'en' ? 'es' : 'en'
  if (isMember)
    return (
      <Page {...frame} title={title} lang={lang} hasErrors={hasErrors} narrow>
        <div class="stack gap-3">{children}</div>
      </Page>
    )
  return (
    <Page
      public
      title={title}
      lang={lang}
      assets={frame.assets}
      theme={frame.theme}
      home={lang === 'es' ? '/es' : '/'}
      official={words.official}
      language={{ href: inLanguage(path, other), lang: other }}
      exitTo={EXIT_TO}
      hasErrors={hasErrors}
      narrow
      footer={{
        name: 'Causeway',
        run: frame.footer?.run && words.sample,
        links: [
          { href: lang === 'es' ? '/es' : '/', label: words.help },
          { href: inLanguage('/law', lang), label: words.all },
        ],
      }}
    >
      <div class="stack gap-3">{children}</div>
    </Page>
  )
}
