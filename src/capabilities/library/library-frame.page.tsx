import type { Child } from 'hono/jsx'
import { Page } from '#design'
import type { Frame } from '#identity'

/** An ordinary page that many people look at. */
const EXIT_TO = 'https://www.weather.gov/'

export type LibraryLook = {
  readonly frame: Frame
  /** Members read in the frame of their work; everybody else in that of the public pages. */
  readonly isMember: boolean
  /** Whether the reader keeps the library of their county: adds, imports, answers questions. */
  readonly keeps: boolean
}

/** The frame around a page of the library. */
export const LibraryFrame = ({
  look: { frame, isMember },
  title,
  hasErrors,
  narrow,
  children,
}: {
  look: LibraryLook
  title: string
  hasErrors?: boolean
  narrow?: boolean
  children?: Child
}) =>
  isMember ? (
    <Page {...frame} title={title} hasErrors={hasErrors} narrow={narrow}>
      {children}
    </Page>
  ) : (
    <Page
      public
      title={title}
      assets={frame.assets}
      theme={frame.theme}
      official="Open to everybody: no account needed"
      exitTo={EXIT_TO}
      hasErrors={hasErrors}
      narrow={narrow}
      footer={{
        ...{ name: 'Causeway', run: frame.footer?.run },
        links: [
          { href: '/', label: 'Find help' },
          { href: '/library', label: 'Library' },
          { href: '/library/subjects', label: 'Subjects' },
          { href: '/law', label: 'What the law says' },
        ],
      }}
    >
      {children}
    </Page>
  )
