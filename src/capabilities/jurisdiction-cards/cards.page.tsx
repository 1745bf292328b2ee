import { Alert, Button, EmptyState, PageHeading, Row, Rows, TextField } from '#design'
import type { CardSummary } from './card.ts'
import { FIELDS, findField } from './card-fields.ts'
import { CardFrame, type CardLook, inLanguage } from './card-frame.page.tsx'
import { cardWords, valueWords } from './card-words.ts'
import { STATES } from './states.ts'

export type CardsProps = {
  readonly look: CardLook
  /** What was typed to find a state. */
  readonly text: string
  readonly cards: readonly CardSummary[]
}

const ARREST = findField('good-samaritan.arrest')

/** Every state, with what is read most, and how much of its card somebody has reviewed. */
export const CardsPage = ({ look, text, cards }: CardsProps) => {
  const { lang } = look
  const words = cardWords[lang]
  return (
    <CardFrame look={look} title={words.title}>
      <PageHeading title={words.title} note={words.lead} />
      <form method="get" action={inLanguage('/law', lang)}>
        <TextField
          name="state"
          type="search"
          label={words.find}
          hint={words.findHint}
          value={text}
          lang={lang}
        />
        <p class="cw-ask">
          <Button icon="search">{words.search}</Button>
        </p>
      </form>
      <Alert kind="info">
        {words.notAdvice} {words.notReviewedMeans} {words.staleMeans}
      </Alert>
      {cards.length === 0 ? (
        <EmptyState
          icon="search"
          level={2}
          title={words.none(text)}
          action={<a href={inLanguage('/law', lang)}>{words.all}</a>}
        />
      ) : (
        <Rows plain label={words.title}>
          {cards.map((card) => (
            <Row level={2} title={<a href={inLanguage(`/law/${card.state}`, lang)}>{STATES[card.state]}</a>}>
              <ArrestLine card={card} look={look} />
              <p class="muted">{words.read(card.reviewed, FIELDS.length, card.fresh)}</p>
            </Row>
          ))}
        </Rows>
      )}
    </CardFrame>
  )
}

const ArrestLine = ({ card, look: { lang } }: { card: CardSummary; look: CardLook }) => {
  const words = cardWords[lang]
  const entry = card.entries.get('good-samaritan.arrest')
  return (
    <p>
      {words.arrest}: <b>{entry && ARREST ? valueWords(ARREST, entry.value, lang) : words.notReviewed}</b>
    </p>
  )
}
