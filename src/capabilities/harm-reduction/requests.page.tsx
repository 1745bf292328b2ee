import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  Glyph,
  Page,
  PageHeading,
  Row,
  Rows,
  Section,
  SelectField,
  State,
  TextField,
  Toast,
  When,
} from '#design'
import type { Frame } from '#identity'
import type { NamedRequest } from './list-requests.ts'
import type { Stock } from './read-stock.ts'
import type { Errors, Typed } from './record-form.ts'
import { REASON_WORDS } from './restock.ts'
import { holderName, kitsWords, lotWords } from './supply-words.ts'

type RowProps = { request: NamedRequest; level?: 2 | 3; now: Date; zone: string }

const StateOf = ({ request }: { request: NamedRequest }) => {
  if (request.stands === 'waits') return <State is="soon">Waits</State>
  if (request.answer === 'declined') return <State is="shut">Declined</State>
  return <State is="open">{request.arrivedAt ? 'Arrived' : 'Sent'}</State>
}

/** A request in a list, with what can be done about it. */
export const RequestRow = ({ request, level = 3, now, zone }: RowProps) => {
  const { stands } = request
  const act = stands === 'to-answer' ? 'Answer' : stands === 'to-arrive' ? 'They are here' : undefined
  return (
    <Row
      id={`request-${request.id}`}
      level={level}
      mark={<Glyph name="box" kind={act ? 'amber' : 'plain'} />}
      title={`${request.who}, ${kitsWords(request.sentKits ?? request.kits)}`}
      end={
        act ? (
          <ButtonLink
            kind="outline"
            href={`/supplies/requests/${request.id}`}
            hiddenWords={` ${request.who}`}
          >
            {act}
          </ButtonLink>
        ) : (
          <StateOf request={request} />
        )
      }
    >
      <p>
        {`${REASON_WORDS[request.reason]}. Asked `}
        <When at={request.askedAt} now={now} zone={zone} />
        {request.asked ? ` of ${request.asked}` : ''}
        {request.lotNumber ? `. Lot ${request.lotNumber}.` : '.'}
      </p>
    </Row>
  )
}

export type RequestsProps = {
  frame: Frame
  requests: readonly NamedRequest[]
  suppliers: readonly { id: string; name: string }[]
  ownOrganizationId: string
  organizationName: string
  stock: Stock
  id: string
  typed: Typed
  errors: Errors
  said: string | undefined
  now: Date
  zone: string
}

/** The queue of requests, and asking for kits. */
export const RequestsPage = (props: RequestsProps) => {
  const { frame, requests, suppliers, typed, errors, now, zone, said } = props
  const waiting = requests
    .filter(({ stands }) => stands !== 'done')
    .sort((a, b) => Number(a.stands === 'waits') - Number(b.stands === 'waits'))
  const done = requests.filter(({ stands }) => stands === 'done')
  return (
    <Page {...frame} title="Requests for kits" hasErrors={Object.keys(errors).length > 0}>
      {said && <Toast message={said} />}
      <PageHeading
        title={waiting.length === 0 ? 'Nobody waits for kits' : `${waiting.length} waiting for kits`}
        over={<a href="/supplies">Supplies</a>}
      />
      <div class="cw-cols half">
        <div class="stack gap-3">
          {requests.length === 0 ? (
            <EmptyState icon="box" title="No requests yet" level={2}>
              A place that falls below its minimum asks by itself, and so does whoever gave naloxone.
            </EmptyState>
          ) : (
            waiting.length > 0 && (
              <Rows label="Waiting">
                {waiting.map((request) => (
                  <RequestRow request={request} level={2} now={now} zone={zone} />
                ))}
              </Rows>
            )
          )}
          {done.length > 0 && (
            <Section id="done" title="Answered">
              <Rows>
                {done.map((request) => (
                  <RequestRow request={request} now={now} zone={zone} />
                ))}
              </Rows>
            </Section>
          )}
        </div>
        <Card id="ask" title="Ask for kits">
          <form method="post" action="/supplies/requests" class="stack">
            <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
            <input type="hidden" name="id" value={props.id} />
            <SelectField
              name="from"
              label="Ask"
              empty={false}
              options={[
                ...suppliers.map(({ id, name }) => ({ value: id, label: name })),
                { value: props.ownOrganizationId, label: `${props.organizationName}: our own shelf, for me` },
              ]}
              value={typed.from}
              error={errors.from}
            />
            <TextField
              name="kits"
              label="How many kits"
              inputmode="numeric"
              short
              value={typed.kits}
              error={errors.kits}
            />
            <SelectField
              name="reason"
              label="Why"
              empty={false}
              options={(['asked', 'used', 'expired', 'damaged', 'lost'] as const).map((value) => ({
                value,
                label: REASON_WORDS[value],
              }))}
              value={typed.reason}
            />
            <Button>Ask</Button>
          </form>
        </Card>
      </div>
    </Page>
  )
}

export type AnswerProps = {
  frame: Frame
  request: NamedRequest
  stock: Stock
  typed: Typed
  errors: Errors
  now: Date
  zone: string
}

/** One request: sending from a lot, saying no, or putting on a shelf what arrived. */
export const AnswerRequestPage = ({ frame, request, stock, typed, errors, now, zone }: AnswerProps) => {
  const places = stock.holders.filter(({ kind }) => kind === 'site' || kind === 'vehicle' || kind === 'kiosk')
  const sources = places.flatMap((place) =>
    place.lots
      .filter(({ kits, state }) => kits > 0 && state.is !== 'recalled' && state.is !== 'expired')
      .map(({ lot, kits }) => ({
        value: `${place.id} ${lot.id}`,
        label: `${holderName(place)}: ${lotWords(lot, now)}, ${kitsWords(kits)}`,
      })),
  )
  const action = `/supplies/requests/${request.id}`
  return (
    <Page {...frame} title="Request for kits" narrow hasErrors={Object.keys(errors).length > 0}>
      <PageHeading
        over={<a href="/supplies/requests">Requests</a>}
        title={`${request.who}, ${kitsWords(request.sentKits ?? request.kits)}`}
        note={
          <>
            {`${REASON_WORDS[request.reason]}. Asked `}
            <When at={request.askedAt} now={now} zone={zone} />.
          </>
        }
      />
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      {request.stands === 'to-answer' && (
        <div class="stack gap-3">
          {sources.length === 0 ? (
            <EmptyState
              icon="box"
              title="Nothing to send from"
              level={2}
              action={<ButtonLink href="/supplies/record/receive">Receive kits</ButtonLink>}
            >
              No shelf has kits that may be sent. Receive some first.
            </EmptyState>
          ) : (
            <form method="post" action={action} class="stack">
              <SelectField
                name="stock"
                label="From"
                hint="What expires first stands first."
                empty={false}
                options={sources}
                value={typed.stock}
                error={errors.stock}
              />
              <TextField
                name="kits"
                label="How many kits"
                inputmode="numeric"
                short
                value={typed.kits ?? String(request.kits)}
                error={errors.kits}
              />
              <Button name="act" value="send">
                Send
              </Button>
            </form>
          )}
          <form method="post" action={action}>
            <Button kind="outline" name="act" value="decline">
              We can’t
            </Button>
          </form>
        </div>
      )}
      {request.stands === 'to-arrive' && (
        <form method="post" action={action} class="stack">
          <p>{`${request.asked ?? ''} sent ${kitsWords(request.sentKits ?? 0)} of lot ${request.lotNumber ?? ''}.`}</p>
          <SelectField
            name="to"
            label="Where you put them"
            empty={places.length === 1 ? false : undefined}
            options={places.map((place) => ({ value: place.id, label: holderName(place) }))}
            value={typed.to ?? request.holderId ?? undefined}
            error={errors.to}
          />
          <Button name="act" value="arrived">
            Put them in stock
          </Button>
        </form>
      )}
      {(request.stands === 'done' || request.stands === 'waits') && (
        <p>
          <StateOf request={request} />
        </p>
      )}
    </Page>
  )
}
