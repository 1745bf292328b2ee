import type { Child } from 'hono/jsx'
import { ErrorSummary, type Lang, Page } from '#design'
import type { Frame } from '#identity'
import { recordWords } from './record-words.ts'

/** An ordinary page that many people look at. */
export const EXIT_TO = 'https://www.weather.gov/'

/** What the frame of these pages takes from the request. */
export type RecordLook = {
  readonly frame: Frame
  readonly lang: Lang
  /** Where the page is, for the link to the other language. */
  readonly path: string
  /** Undefined where no county is known yet. */
  readonly countyName?: string | undefined
  /** A record is open: the way out takes it out of sight. */
  readonly isOpen?: boolean | undefined
}

export type FieldErrors = Readonly<Record<string, string>>

/** The public frame in the person's language, with the way out at the top and their rights at the foot. */
export const RecordFrame = ({
  look: { frame, lang, path, countyName, isOpen },
  title,
  errors = {},
  narrow = true,
  children,
}: {
  look: RecordLook
  title: string
  errors?: FieldErrors | undefined
  narrow?: boolean | undefined
  children?: Child
}) => {
  const words = recordWords(lang)
  const other = lang === 'en' ? 'es' : 'en'
  const wrong = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <Page
      public
      title={title}
      lang={lang}
      assets={frame.assets}
      theme={frame.theme}
      official={countyName ? words.official(countyName) : words.officialAnywhere}
      language={{ href: `${path}?lang=${other}`, lang: other }}
      exitTo={isOpen ? '/my-record/exit' : EXIT_TO}
      hasErrors={wrong.length > 0}
      narrow={narrow}
      field
      footer={{
        name: countyName ? `Causeway · ${countyName}` : 'Causeway',
        run: frame.footer?.run && words.sample,
        links: [
          { href: '/my-record', label: words.footer.record },
          { href: '/my-record/notice', label: words.footer.notice },
          { href: isOpen ? '/my-record/complaint' : '/complaint', label: words.footer.complain },
        ],
      }}
    >
      <div class="stack gap-3">
        <ErrorSummary errors={wrong} lang={lang} />
        {children}
      </div>
    </Page>
  )
}

/** The way back to one's own page. */
export const BackLink = ({ lang }: { lang: Lang }) => (
  <p>
    <a href="/my-record">{recordWords(lang).back}</a>
  </p>
)
