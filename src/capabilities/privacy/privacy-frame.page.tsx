import type { Child } from 'hono/jsx'
import { ButtonLink, ChipLinks, Page, PageHeading, ScreenOnly } from '#design'
import type { Frame } from '#identity'

const PAGES = {
  '/privacy': 'Overview',
  '/privacy/requests': 'Requests',
  '/privacy/break-glass': 'Emergencies',
  '/privacy/access': 'Unusual access',
  '/privacy/breaches': 'Breaches',
  '/privacy/releases': 'Releases',
  '/privacy/ledger': 'Ledger',
} as const

export type OfficeProps = {
  readonly frame: Frame
  readonly now: Date
  readonly zone: string
}

/** The frame of every page of the privacy office: its pages as pills, and the finding as the heading. */
export const OfficePage = ({
  frame,
  current,
  title,
  heading,
  over,
  note,
  end,
  hasErrors,
  children,
}: {
  frame: Frame
  current: keyof typeof PAGES
  title: string
  heading: Child
  over?: Child
  note?: Child
  end?: Child
  hasErrors?: boolean
  children?: Child
}) => (
  <Page {...frame} title={title} hasErrors={hasErrors}>
    <div class="stack gap-3">
      <ScreenOnly>
        <ChipLinks
          label="Privacy office"
          links={Object.entries(PAGES).map(([href, label]) => ({ href, label, current: href === current }))}
        />
      </ScreenOnly>
      <PageHeading title={heading} over={over} note={note} end={end} />
      {children}
    </div>
  </Page>
)

/** A person without a name: the end of their id, which leads to what of them is in the ledger. */
export const PersonReference = ({ id }: { id: string }) => (
  <a href={`/privacy/ledger?person=${id}`}>{personWords(id)}</a>
)

/** The same in words: enough to tell people apart on a page. */
export const personWords = (id: string): string => `Person\u00a0${id.slice(-6)}`

/** One more page of a list that is read from its newest line on. */
export const OlderLink = ({ href, label = 'Older' }: { href: string | undefined; label?: string }) =>
  href ? (
    <p class="cw-screen-only">
      <ButtonLink kind="outline" href={href} rel="next">
        {label}
      </ButtonLink>
    </p>
  ) : null
