import type { Child } from 'hono/jsx'
import { type Lang, Page } from '#design'
import type { Frame } from '#identity'
import { inLanguage } from './help-search.ts'
import { helpWords } from './help-words.ts'

/** An ordinary page that many people look at. */
const EXIT_TO = 'https://www.weather.gov/'

/** What the frame of the public pages takes from the request. */
export type HelpLook = {
  readonly frame: Frame
  readonly lang: Lang
  /** Path and query without the language, for the link to the other one. */
  readonly path: string
  readonly countyName: string | undefined
  /** Whether everything here is invented. */
  readonly demo: boolean
}

/** The public frame: 911 and 988, the way out, the other language with the same search. */
export const HelpFrame = ({
  look: { frame, lang, path, countyName, demo },
  title,
  children,
}: {
  look: HelpLook
  title: string
  children?: Child
}) => {
  const words = helpWords(lang)
  const other = lang === 'en' ? 'es' : 'en'
  return (
    <Page
      public
      title={title}
      lang={lang}
      alternates={[
        { lang: 'en', href: path },
        { lang: 'es', href: inLanguage(path, 'es') },
      ]}
      official={demo ? words.demo : countyName ? words.official(countyName) : words.officialAnywhere}
      place={countyName ? [countyName] : undefined}
      language={{ href: inLanguage(path, other), lang: other }}
      exitTo={EXIT_TO}
      home={inLanguage('/', lang)}
      assets={frame.assets}
      theme={frame.theme}
      footer={{
        name: countyName ? `Causeway, ${countyName}` : 'Causeway',
        run: demo ? words.sample : undefined,
        links: [
          { href: inLanguage('/law', lang), label: words.also.law },
          { href: '/my-record/notice', label: lang === 'es' ? 'Privacidad' : 'Privacy' },
          { href: frame.home ?? '/sign-in', label: frame.home ? words.work : words.signIn },
          ...(demo ? [{ href: '/demo/outbox', label: 'Messages sent' }] : []),
        ],
      }}
    >
      {children}
    </Page>
  )
}
