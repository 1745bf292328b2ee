import {
  ButtonLink,
  EmptyState,
  type Lang,
  More,
  PageHeading,
  Reasons,
  Row,
  Rows,
  State,
  type StateProps,
} from '#design'
import { dayWords } from '#kernel/calendar-day.ts'
import type { Openness } from '#kernel/hours.ts'
import { phoneLink } from '#kernel/phone-link.ts'
import type { FoundService } from '#network'
import type { FoundHelp } from './find-help.ts'
import { HelpFrame, type HelpLook } from './help-frame.page.tsx'
import { type HelpSearch, inLanguage, searchPath } from './help-search.ts'
import { helpWords } from './help-words.ts'
import { addressLine, milesWords, openWords, reasonWords } from './place-words.ts'
import { SearchForm } from './search-form.page.tsx'

export type ResultsProps = {
  readonly look: HelpLook
  readonly search: HelpSearch
  readonly found: FoundHelp
  readonly now: Date
}

const STATES: Readonly<Record<Openness['state'], StateProps['is']>> = {
  open: 'open',
  'closes-soon': 'soon',
  shut: 'shut',
  unknown: 'shut',
}

export const OpenState = ({
  openness,
  zone,
  lang,
  now,
}: {
  openness: Openness
  zone: string
  lang: Lang
  now: Date
}) => <State is={STATES[openness.state]}>{openWords(openness, { zone, lang, now })}</State>

/** A number is dialed by pressing it; what cannot be dialed is read. */
export const CallLink = ({
  phone,
  name,
  lang,
  first,
}: {
  phone: string
  name: string
  lang: Lang
  first?: boolean
}) => {
  const href = phoneLink(phone)
  if (!href) return <p>{phone}</p>
  return (
    <ButtonLink kind={first ? 'primary' : 'outline'} icon="phone" href={href} hiddenWords={`, ${name}`}>
      {helpWords(lang).results.call} <span class="nb">{phone}</span>
    </ButtonLink>
  )
}

const MARKS = { fits: 'yes', unsure: 'wait', against: 'no' } as const

/** When it was last checked with the place itself, or that it never was. */
export const checkedWords = (verifiedOn: string | null, lang: Lang): string => {
  const { place } = helpWords(lang)
  return verifiedOn ? place.checked(dayWords(verifiedOn, lang)) : place.notChecked
}

type HelpRowProps = { place: FoundService; search: HelpSearch; lang: Lang; now: Date }

const HelpRow = ({ place, search, lang, now }: HelpRowProps) => {
  const words = helpWords(lang).results
  const { providerName, siteName, serviceName, miles, phone, openness, timeZone, verifiedOn } = place
  const reasons = reasonWords(place, search, lang)
  return (
    <Row
      level={2}
      title={<a href={inLanguage(`/find/${place.serviceId}`, lang)}>{providerName}</a>}
      end={
        phone ? (
          <CallLink phone={phone} name={providerName} lang={lang} />
        ) : (
          <span class="muted">{words.noPhone}</span>
        )
      }
    >
      <div class="stack gap-05">
        <p>{[...new Set([siteName, serviceName])].filter(Boolean).join(', ')}</p>
        <p class="muted">
          {miles !== undefined && <b>{milesWords(miles, lang)}</b>}
          {miles !== undefined && ', '}
          {addressLine(place)}
        </p>
        <p>
          <OpenState openness={openness} zone={timeZone} lang={lang} now={now} />
        </p>
        {reasons.length > 0 && (
          <Reasons
            label={words.why}
            reasons={reasons.map(({ kind, text }) => ({ is: MARKS[kind], words: text }))}
          />
        )}
        <p class="muted">{checkedWords(verifiedOn, lang)}</p>
      </div>
    </Row>
  )
}

const headline = ({ called, near }: FoundHelp, lang: Lang): string => {
  const words = helpWords(lang).results
  if (called !== undefined) return words.called(called)
  return near === undefined ? words.anywhere : words.near(near)
}

const note = ({ called, near }: FoundHelp, lang: Lang): string => {
  const words = helpWords(lang).results
  if (called !== undefined) return words.notAPlace(called)
  return near === undefined ? words.sayWhere : words.order
}

const Nothing = ({ search, lang }: { search: HelpSearch; lang: Lang }) => {
  const { results: words } = helpWords(lang)
  const wider: HelpSearch = search.openNow
    ? { ...search, openNow: false }
    : { ...search, need: undefined, payer: undefined }
  return (
    <EmptyState
      icon="search"
      level={2}
      title={search.openNow ? words.noneOpen : words.nothing}
      action={
        <a href={inLanguage(searchPath(wider, 1), lang)}>{search.openNow ? words.shutToo : words.anything}</a>
      }
    >
      {search.openNow ? words.noneOpenText : words.nothingText}
    </EmptyState>
  )
}

/** The places that fit, each with why it stands there, what is uncertain, and a button to call. */
export const ResultsPage = ({ look, search, found, now }: ResultsProps) => {
  const { lang } = look
  const { results: words, find } = helpWords(lang)
  const href = (page: number) => inLanguage(searchPath(search, page), lang)
  return (
    <HelpFrame look={look} title={headline(found, lang)}>
      <div class="stack gap-3">
        <PageHeading title={headline(found, lang)} note={note(found, lang)} />
        <More summary={find.change} open={found.places.length === 0}>
          <SearchForm search={search} lang={lang} />
        </More>
        {found.places.length === 0 ? (
          <Nothing search={search} lang={lang} />
        ) : (
          <Rows plain ordered label={headline(found, lang)}>
            {found.places.map((place) => (
              <HelpRow place={place} search={search} lang={lang} now={now} />
            ))}
          </Rows>
        )}
        <p class="flow pair">
          {search.page > 1 && (
            <ButtonLink kind="outline" href={href(search.page - 1)}>
              {words.earlier}
            </ButtonLink>
          )}
          {found.hasMore && (
            <ButtonLink kind="outline" href={href(search.page + 1)}>
              {words.later}
            </ButtonLink>
          )}
        </p>
        <p class="muted">{words.print}</p>
      </div>
    </HelpFrame>
  )
}
