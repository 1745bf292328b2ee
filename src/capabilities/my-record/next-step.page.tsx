import { ButtonLink, Card, calendarDay, deadline, EmptyState, type Lang, More, stamp } from '#design'
import type { OwnHandoff } from '#referrals'
import { nextStep } from './next-step.ts'
import type { OwnRecord } from './read-record.ts'
import { type RecordWords, recordWords } from './record-words.ts'

type Reader = { readonly lang: Lang; readonly now: Date; readonly zone: string }

/** What comes next, for each place that was asked; the newest first. */
export const NextSteps = ({
  record: { handoffs, helper },
  ...reader
}: { record: Pick<OwnRecord, 'handoffs' | 'helper'> } & Reader) => {
  const words = recordWords(reader.lang)
  if (handoffs.length === 0)
    return (
      <EmptyState icon="calendar" title={words.home.nothingNext} level={2}>
        {words.home.nothingNextText(helper.name, helper.phone)}
      </EmptyState>
    )
  return (
    <>
      {handoffs.map((handoff, index) => (
        <HandoffCard handoff={handoff} id={`next-${index + 1}`} words={words} {...reader} />
      ))}
    </>
  )
}

const HandoffCard = ({
  handoff,
  id,
  words,
  lang,
  now,
  zone,
}: { handoff: OwnHandoff; id: string; words: RecordWords } & Reader) => {
  const step = nextStep(handoff, now)
  const { title, text, ask } = sentences(
    handoff,
    step,
    words,
    (at) => deadline(at, now, { zone, lang }),
    (day) => calendarDay(day, now, lang),
  )
  return (
    <Card title={title} id={id} now={step.is === 'waiting' || step.is === 'expected'}>
      <p>{text}</p>
      {ask.phone && (
        <p>
          <ButtonLink href={`tel:${ask.phone}`} icon="phone" kind="outline">
            {words.home.call(ask.name)}
          </ButtonLink>
        </p>
      )}
      <More summary={words.home.steps}>
        <ol class="stack gap-1">
          {handoff.steps.map(({ step: name, at, by }) => (
            <li>
              {words.steps[name]}
              {by && `, ${by}`}, <time datetime={at.toISOString()}>{stamp(at, now, { zone, lang })}</time>
            </li>
          ))}
        </ol>
      </More>
    </Card>
  )
}

/** What to say of a step, and whom to ask: the place that has it, or whoever asked. */
const sentences = (
  { from, to }: OwnHandoff,
  step: ReturnType<typeof nextStep>,
  { next }: RecordWords,
  byWhen: (at: Date) => string,
  onDay: (day: string) => string,
) => {
  switch (step.is) {
    case 'waiting':
      return { title: next.waiting(to.name), text: next.waitingText(byWhen(step.by)), ask: from }
    case 'expected':
      return { title: next.expected(to.name, onDay(step.on)), text: next.expectedText, ask: to }
    case 'late':
      return { title: next.late(to.name), text: next.lateText(from.name), ask: from }
    case 'welcome':
      return { title: next.welcome(to.name), text: next.welcomeText, ask: to }
    case 'arrived':
      return { title: next.arrived(to.name), text: next.arrivedText(to.name), ask: to }
    case 'declined':
      return { title: next.declined(to.name), text: next.declinedText(from.name), ask: from }
    case 'taken-back':
      return { title: next.takenBack(to.name), text: next.takenBackText(from.name), ask: from }
  }
}
