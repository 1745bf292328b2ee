import { Button, ButtonLink, Card, EmptyState, PageHeading, Row, Rows, TagList, TextField } from '#design'
import { CardExcerpt, CardFrame, type CardLook } from '#jurisdiction-cards'
import type { Day } from '#kernel/calendar-day.ts'
import { phoneLink } from '#kernel/phone-link.ts'
import type { FoundProgram, FoundPrograms } from './find-syringe-programs.ts'
import { syringeWords } from './syringe-words.ts'

export type SyringeProgramsProps = {
  readonly look: CardLook
  readonly text: string
  readonly found: FoundPrograms
  readonly today: Day
}

type Words = (typeof syringeWords)[keyof typeof syringeWords]

const Program = ({ program, words, href }: { program: FoundProgram; words: Words; href: string }) => {
  const { providerName, serviceName, offers, phone, street, city, state, zip, miles } = program
  const dial = phone ? phoneLink(phone) : undefined
  return (
    <Row
      level={2}
      title={<a href={href}>{providerName}</a>}
      end={
        dial && (
          <ButtonLink kind="outline" icon="phone" href={dial} hiddenWords={`, ${providerName}`}>
            {words.call} <span class="nb">{phone}</span>
          </ButtonLink>
        )
      }
    >
      <div class="stack gap-05">
        <p>{serviceName}</p>
        <p class="muted">
          {miles !== undefined && (
            <>
              <b>{words.miles(miles < 10 ? miles.toFixed(1) : String(Math.round(miles)))}</b>,{' '}
            </>
          )}
          {[street ?? words.noStreet, `${city}, ${state} ${zip}`].join(', ')}
        </p>
        {offers ? (
          <TagList label={providerName} tags={offers.map((one) => words.offers[one] ?? one)} />
        ) : (
          <p class="muted">{words.asks}</p>
        )}
      </div>
    </Row>
  )
}

/** Syringe programs near a place, as far as whoever asks is shown them, and what that state's law says. */
export const SyringeProgramsPage = ({ look, text, found, today }: SyringeProgramsProps) => {
  const { lang, isMember } = look
  const words = syringeWords[lang]
  const prefix = lang === 'es' ? '/es' : ''
  const title = found.near ? words.near(found.near) : words.title
  return (
    <CardFrame look={look} title={title}>
      <PageHeading title={title} note={words.lead} />
      <form method="get" action={`${prefix}/syringe-programs`} class="stack">
        <TextField
          name="near"
          type="search"
          label={words.where}
          hint={words.hint}
          value={text}
          autocomplete="off"
          maxlength={100}
        />
        <p>
          <Button icon="search">{words.show}</Button>
        </p>
      </form>
      {text && !found.near && <p>{words.unknownPlace(text)}</p>}
      {found.programs.length === 0 ? (
        <EmptyState
          icon="search"
          level={2}
          title={words.none}
          action={
            <a href="https://nextdistro.org/" rel="noreferrer">
              {words.mail}
            </a>
          }
        >
          {words.noneText}
        </EmptyState>
      ) : (
        <Rows plain ordered label={title}>
          {found.programs.map((program) => (
            <Program
              program={program}
              words={words}
              href={isMember ? `/places/${program.serviceId}` : `${prefix}/find/${program.serviceId}`}
            />
          ))}
        </Rows>
      )}
      {isMember && (
        <p>
          <a href="/partners/letters">{words.letters}</a>
        </p>
      )}
      {found.card && (
        <Card title={words.law(found.card.stateName)} id="law">
          <CardExcerpt excerpt={found.card} lang={lang} today={today} />
        </Card>
      )}
    </CardFrame>
  )
}
