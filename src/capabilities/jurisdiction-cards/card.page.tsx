import { Alert, Card, PageHeading, Row, Rows } from '#design'
import type { Day } from '#kernel/calendar-day.ts'
import { FIELDS, GROUPS } from './card-fields.ts'
import { CardFrame, type CardLook, inLanguage } from './card-frame.page.tsx'
import { cardWords } from './card-words.ts'
import { EntryFacts } from './entry-facts.page.tsx'
import type { NamedEntry } from './list-cards.ts'
import { STATES } from './states.ts'

export type CardProps = {
  readonly look: CardLook
  readonly state: string
  readonly entries: ReadonlyMap<string, NamedEntry>
  readonly fresh: number
  readonly today: Day
}

/** The card of one state: each question with its answer, or that nobody has looked. */
export const CardPage = ({ look, state, entries, fresh, today }: CardProps) => {
  const { lang } = look
  const words = cardWords[lang]
  const name = STATES[state] ?? state
  return (
    <CardFrame look={look} title={`${name}: ${words.title}`}>
      <PageHeading
        over={<a href={inLanguage('/law', lang)}>{words.all}</a>}
        title={name}
        note={words.read(entries.size, FIELDS.length, fresh)}
      />
      <Alert kind="info">
        {words.notAdvice} {words.notReviewedMeans} {words.print}
      </Alert>
      {GROUPS.map((group) => (
        <Card title={group.title[lang]} id={group.name}>
          <Rows plain bare>
            {group.fields.map((field) => {
              const entry = entries.get(field.name)
              return (
                <Row
                  id={field.name}
                  title={field.label[lang]}
                  end={
                    <a href={inLanguage(`/law/${state}/${field.name}`, lang)}>
                      {words.history}
                      <span class="usa-sr-only">: {field.label[lang]}</span>
                    </a>
                  }
                >
                  {entry ? (
                    <EntryFacts field={field} entry={entry} lang={lang} today={today} />
                  ) : (
                    <p class="muted">{words.notReviewed}</p>
                  )}
                </Row>
              )
            })}
          </Rows>
        </Card>
      ))}
    </CardFrame>
  )
}
