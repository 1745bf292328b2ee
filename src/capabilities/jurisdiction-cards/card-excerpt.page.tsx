import { type Lang, Row, Rows } from '#design'
import type { Day } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { type CardField, findField } from './card-fields.ts'
import { inLanguage } from './card-frame.page.tsx'
import { cardWords, valueWords } from './card-words.ts'
import { EntryFacts } from './entry-facts.page.tsx'
import { findCard, type NamedEntry, withNames } from './list-cards.ts'
import { STATES } from './states.ts'

/** Some fields of the card of one state, as they stand. */
export type Excerpt = {
  readonly state: string
  readonly stateName: string
  readonly lines: readonly { readonly field: CardField; readonly entry: NamedEntry | undefined }[]
}

/** These fields of a state's card by their names, in this order; undefined when there is no such state. */
export const findExcerpt = async (
  tx: Tx,
  state: string,
  names: readonly string[],
  today: Day,
): Promise<Excerpt | undefined> => {
  const card = await findCard(tx, state, today)
  if (!card) return undefined
  const fields = names.map(findField).filter((field) => field !== undefined)
  const entries = await withNames(
    tx,
    fields.flatMap(({ name }) => card.entries.get(name) ?? []),
  )
  return {
    state,
    stateName: STATES[state] ?? state,
    lines: fields.map((field) => ({ field, entry: entries.find((entry) => entry.field === field.name) })),
  }
}

/** Each question with its answer, date and source, or that nobody has looked. */
export const CardExcerpt = ({ excerpt, lang, today }: { excerpt: Excerpt; lang: Lang; today: Day }) => (
  <>
    <Rows plain bare>
      {excerpt.lines.map(({ field, entry }) => (
        <Row title={field.label[lang]}>
          {entry ? (
            <EntryFacts field={field} entry={entry} lang={lang} today={today} />
          ) : (
            <p class="muted">{cardWords[lang].notReviewed}</p>
          )}
        </Row>
      ))}
    </Rows>
    <p class="muted">{cardWords[lang].notAdvice}</p>
    <p>
      <a href={inLanguage(`/law/${excerpt.state}`, lang)}>{excerpt.stateName}</a>
    </p>
  </>
)

/** One field in a sentence with where and when it was read, for a letter; undefined where nobody has looked. */
export const sentenceOf = (excerpt: Excerpt | undefined, name: string): string | undefined => {
  const line = excerpt?.lines.find(({ field }) => field.name === name)
  if (!line?.entry) return undefined
  const { field, entry } = line
  const read = entry.reviewedOn ?? entry.asOf ?? 'undated'
  return `${field.label.en} ${valueWords(field, entry.value, 'en')} (${entry.source}, ${read}).`
}
