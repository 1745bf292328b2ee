import { type Lang, State } from '#design'
import { type Day, dayWords } from '#kernel/calendar-day.ts'
import { freshness } from './card.ts'
import type { CardField } from './card-fields.ts'
import { CONFIDENCE, cardWords, valueWords } from './card-words.ts'
import type { NamedEntry } from './list-cards.ts'

type EntryFactsProps = {
  readonly field: CardField
  readonly entry: NamedEntry
  readonly lang: Lang
  readonly today: Day
}

/** Texts of the law are in English on every page. */
const Value = ({ field, entry, lang }: EntryFactsProps) => {
  const words = valueWords(field, entry.value, lang)
  return <b lang={words === entry.value && lang !== 'en' ? 'en' : undefined}>{words}</b>
}

const Age = ({ entry, lang, today }: EntryFactsProps) => {
  const age = freshness(entry, today)
  if (age === 'fresh') return null
  return <State is="soon">{age === 'old' ? cardWords[lang].old : cardWords[lang].undated}</State>
}

/** "As of 2021": a date as the source has it, which may be a year alone. */
const dateWords = ({ reviewedOn, asOf, organizationName }: NamedEntry, lang: Lang): string => {
  const words = cardWords[lang]
  if (reviewedOn)
    return `${words.reviewed} ${dayWords(reviewedOn, lang)}${organizationName ? ` ${words.by} ${organizationName}` : ''}`
  const isDay = /^\d{4}-\d\d-\d\d$/.test(asOf ?? '')
  return `${words.asOf} ${isDay ? dayWords(asOf ?? '', lang) : asOf}`
}

const Source = ({ entry, lang }: EntryFactsProps) => {
  const at = /^https?:\/\//.test(entry.source) ? URL.parse(entry.source) : null
  return (
    <>
      {cardWords[lang].source}:{' '}
      {at ? (
        <a href={at.href} rel="noreferrer nofollow">
          {at.hostname.replace(/^www\./, '')}
        </a>
      ) : (
        entry.source
      )}
    </>
  )
}

/** One answer of the law: what it says, when and where it was read, how closely, and whether that is long ago. */
export const EntryFacts = (props: EntryFactsProps) => {
  const { entry, lang } = props
  return (
    <div class="stack gap-05">
      <p>
        <Value {...props} />
      </p>
      <p class="muted">
        {dateWords(entry, lang)}
        {entry.confidence && `, ${CONFIDENCE[entry.confidence][lang]}`}. <Source {...props} />
      </p>
      {entry.note && (
        <p class="muted" lang={lang === 'en' ? undefined : 'en'}>
          {entry.note}
        </p>
      )}
      <Age {...props} />
    </div>
  )
}
