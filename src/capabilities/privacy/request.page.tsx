import {
  Alert,
  Button,
  Card,
  Clock,
  DefinitionList,
  EmptyState,
  ErrorSummary,
  More,
  RadioTiles,
  Section,
  TextArea,
  When,
} from '#design'
import { OUTCOMES, type PrivacyRequest } from '#my-record'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { LedgerTable } from './ledger.page.tsx'
import { OfficePage, type OfficeProps, PersonReference } from './privacy-frame.page.tsx'
import type { WholeLedger } from './read-ledger.ts'
import { KIND_WORDS, OUTCOME_WORDS } from './request-words.ts'

export type RequestProps = OfficeProps & {
  readonly request: PrivacyRequest
  /** For an accounting: what has to be given, of the three years before it was asked; undefined for the others. */
  readonly accounting: WholeLedger | undefined
  /** Whether the reader has it in hand. */
  readonly isOwn: boolean
  readonly fields: FormFields
  readonly errors: Readonly<Record<string, string>>
}

const LANGUAGES = { en: 'English', es: 'Spanish' } as const

const facts = ({ request, now, zone }: RequestProps) => [
  { term: 'Asked', value: <When at={request.askedAt} now={now} zone={zone} as="exact" /> },
  {
    term: 'By',
    value: request.personId ? (
      <>
        <PersonReference id={request.personId} /> (
        <a href={`/privacy/releases?person=${request.personId}`}>their releases</a>)
      </>
    ) : (
      'Somebody who did not say who they are'
    ),
  },
  { term: 'They read', value: LANGUAGES[request.language] },
  ...(request.about ? [{ term: 'About', value: request.about.name }] : []),
  ...(request.words ? [{ term: 'In their words', value: request.words }] : []),
  ...(request.replyTo ? [{ term: 'Answer to', value: request.replyTo }] : []),
  ...(request.paidThemselves ? [{ term: 'Paid', value: 'By themselves: you must agree (2.26(a)(4))' }] : []),
  ...(request.extendedBecause ? [{ term: 'Put off because', value: request.extendedBecause }] : []),
  ...(request.takenBy ? [{ term: 'In hand', value: request.takenBy.name }] : []),
]

const AnswerForm = ({ request, fields, errors }: RequestProps) => {
  const outcomes = OUTCOMES[request.kind].filter((one) => !request.paidThemselves || one !== 'not-agreed')
  const [only] = outcomes
  return (
    <form class="stack gap-3" method="post" action={`/privacy/requests/${request.id}/answer`} novalidate>
      {outcomes.length === 1 ? (
        <input type="hidden" name="outcome" value={only} />
      ) : (
        <RadioTiles
          name="outcome"
          legend="What do you decide?"
          options={outcomes.map((value) => ({ value, label: OUTCOME_WORDS[value] }))}
          value={firstOf(fields, 'outcome') || undefined}
          error={errors.outcome}
        />
      )}
      <TextArea
        name="words"
        label="What they are told"
        optional={request.kind === 'accounting'}
        hint={`In plain ${LANGUAGES[request.language]}. ${request.personId ? 'They read it on their own page.' : 'Write to them yourself; this is kept here.'}`}
        value={firstOf(fields, 'words') || undefined}
        error={errors.words}
        rows={5}
        maxlength={4000}
      />
      <p>
        <Button big>{request.kind === 'accounting' ? 'The list was given' : 'Answer for good'}</Button>
      </p>
    </form>
  )
}

const ExtendForm = ({ request, fields, errors }: RequestProps) => (
  <More summary="It takes longer: 30 days more, once" open={errors.because !== undefined} id="extend">
    <form class="stack" method="post" action={`/privacy/requests/${request.id}/extend`} novalidate>
      <TextArea
        name="because"
        label="Why"
        hint={`They are told this, in ${LANGUAGES[request.language]}, before the first 60 days are over.`}
        value={firstOf(fields, 'because') || undefined}
        error={errors.because}
        maxlength={1000}
      />
      <p>
        <Button kind="outline">Put it off by 30 days</Button>
      </p>
    </form>
  </More>
)

const Accounting = ({
  accounting,
  now,
  zone,
}: Pick<RequestProps, 'now' | 'zone'> & { accounting: WholeLedger }) => (
  <Section id="accounting" title="What they are given">
    <div class="stack">
      <p>
        Everything that was told about them in the three years before they asked: when, to whom, what and why.
      </p>
      <p class="muted cw-screen-only">
        Print this page: only the facts and the list come out, with room to sign.
      </p>
      {accounting.lines.length === 0 ? (
        <EmptyState icon="list" title="Nothing was told in three years">
          Say so in your answer.
        </EmptyState>
      ) : (
        <LedgerTable
          lines={accounting.lines}
          caption="Disclosures of the three years before it was asked"
          now={now}
          zone={zone}
          withPeople={false}
        />
      )}
      {!accounting.isWhole && (
        <Alert kind="warning">
          <p>There are more than {accounting.lines.length}. Take the others from the ledger by time.</p>
        </Alert>
      )}
      <p class="cw-on-paper">Date, and signature of the privacy office: ______________________________</p>
    </div>
  </Section>
)

/** One request: what was asked, the clock, who has it, and the answer. */
export const RequestPage = (props: RequestProps) => {
  const { frame, now, zone, request, isOwn, errors } = props
  const words = KIND_WORDS[request.kind]
  const { answeredAt, askedAt, dueAt } = request
  return (
    <OfficePage
      frame={frame}
      current="/privacy/requests"
      title={words.title}
      over="What people ask of the office"
      heading={words.title}
      note={words.what}
      hasErrors={Object.keys(errors).length > 0}
    >
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <Card title="What was asked" id="asked" now={!answeredAt && dueAt < now}>
        <Clock startAt={askedAt} dueAt={dueAt} doneAt={answeredAt ?? undefined} now={now} zone={zone}>
          {answeredAt ? '' : request.takenBy ? `${request.takenBy.name} has it.` : 'Nobody has it yet.'}
        </Clock>
        <DefinitionList items={facts(props)} />
        <p class="muted">{words.law}</p>
        {!answeredAt && !isOwn && (
          <form class="cw-screen-only" method="post" action={`/privacy/requests/${request.id}/take`}>
            <Button kind={request.takenBy ? 'outline' : undefined}>
              {request.takenBy ? 'Take it over' : 'I take this'}
            </Button>
          </form>
        )}
      </Card>
      {props.accounting && <Accounting accounting={props.accounting} now={now} zone={zone} />}
      {answeredAt && request.outcome ? (
        <Card title="What they were told" id="answer">
          <p>
            <strong>{OUTCOME_WORDS[request.outcome]}</strong>
          </p>
          {request.answer && <p>{request.answer}</p>}
          <p class="muted">
            Answered <When at={answeredAt} now={now} zone={zone} as="exact" />
          </p>
        </Card>
      ) : (
        <div class="cw-screen-only stack gap-3">
          <Section id="answer" title="Your answer">
            <div class="stack gap-3">
              {request.kind === 'restriction' && (
                <Alert kind="info">
                  <p>
                    What their releases list is held back already, and stays so: it stands with{' '}
                    <a href={`/privacy/releases?person=${request.personId}`}>their releases</a>. You decide
                    about everything else that {request.about?.name ?? 'the organization'} shares.
                  </p>
                </Alert>
              )}
              <AnswerForm {...props} />
            </div>
          </Section>
          {request.kind === 'accounting' && !request.extendedAt && <ExtendForm {...props} />}
        </div>
      )}
    </OfficePage>
  )
}
