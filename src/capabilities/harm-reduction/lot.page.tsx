import {
  Alert,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DefinitionList,
  EmptyState,
  More,
  Page,
  PageHeading,
  Pagination,
  Section,
  State,
  Tag,
  Toast,
  When,
} from '#design'
import type { Frame } from '#identity'
import { phoneLink } from '#kernel/phone-link.ts'
import type { HolderRow, LotRow } from './ledger.store.ts'
import { EVENT_WORDS, RECIPIENT_WORDS } from './ledger.ts'
import type { LotState } from './lot-state.ts'
import type { NamedEvent } from './read-lot.ts'
import { dayOf, daysWords, HOLDER_WORDS, holderName, kitsWords } from './supply-words.ts'

export type LotProps = {
  frame: Frame
  lot: LotRow
  state: LotState
  held: readonly { holder: HolderRow; kits: number }[]
  said: string | undefined
  now: Date
}

/** A lot: who has kits of it, how they are reached, and its recall. */
export const LotPage = ({ frame, lot, state, held, said, now }: LotProps) => {
  const kits = held.reduce((sum, one) => sum + Math.max(0, one.kits), 0)
  return (
    <Page {...frame} title={`Lot ${lot.number}`}>
      {said && <Toast message={said} />}
      <PageHeading
        over={<a href="/supplies">Supplies</a>}
        title={`Lot ${lot.number}: ${kitsWords(kits)} with ${held.length} ${held.length === 1 ? 'holder' : 'holders'}`}
        note={lot.product}
      />
      {lot.recalledAt && (
        <Alert kind="error">
          <strong>This lot was recalled.</strong> Call everybody below, and take their kits back.
        </Alert>
      )}
      <div class="cw-cols">
        <Section id="held" title="Who has them">
          {held.length === 0 ? (
            <EmptyState icon="box" title="Nobody has kits of it">
              Whatever there was has been used, left behind or taken out.
            </EmptyState>
          ) : (
            <Card flush>
              <DataTable
                id="held-table"
                caption={`Who has kits of lot ${lot.number}`}
                hideCaption
                columns={[
                  {
                    title: 'Who',
                    cell: ({ holder }) => (
                      <a href={`/supplies/lots/${lot.id}/${holder.id}`}>{holderName(holder)}</a>
                    ),
                  },
                  { title: 'Kits', number: true, cell: ({ kits: own }) => own },
                  { title: 'Contact', cell: ({ holder }) => <Contact contact={holder.contact} /> },
                  { title: 'What', cell: ({ holder }) => HOLDER_WORDS[holder.kind] },
                ]}
                rows={held}
              />
            </Card>
          )}
        </Section>
        <Card id="facts" title="On the box">
          <DefinitionList
            items={[
              { term: 'Lot', value: lot.number },
              { term: 'Product', value: lot.product },
              { term: 'Doses in a kit', value: lot.dosesPerKit },
              { term: 'Expires', value: `${dayOf(lot.expiresOn, now)}, ${daysWords(state)}` },
            ]}
          />
          {!lot.recalledAt && (
            <More summary="It was recalled">
              <form method="post" action={`/supplies/lots/${lot.id}/recall`} class="stack">
                <p>
                  Every organization in the county that has kits of this lot sees it on its stock page. This
                  cannot be taken back.
                </p>
                <Button kind="danger">Say that it was recalled</Button>
              </form>
            </More>
          )}
        </Card>
      </div>
    </Page>
  )
}

const Contact = ({ contact }: { contact: string | null }) => {
  if (!contact) return <span class="muted">None</span>
  const href = contact.includes('@') ? `mailto:${contact}` : phoneLink(contact)
  return href ? <a href={href}>{contact}</a> : <span>{contact}</span>
}

type LineProps = { event: NamedEvent }

/** What happened, from where to where. */
const What = ({ event }: LineProps) => (
  <span>
    <b>{EVENT_WORDS[event.kind]}</b>
    {event.kind === 'count' && `: ${event.counted}`}
    {event.recipientKind && `: ${RECIPIENT_WORDS[event.recipientKind]}`}
    {event.kind !== 'count' && event.from && ` from ${event.from}`}
    {event.kind !== 'count' && event.to && ` to ${event.to}`}
    {event.kind === 'count' && ` at ${event.to ?? event.from ?? ''}`}
    {event.isShort && (
      <>
        {' '}
        <Tag kind="amber">Book fell short</Tag>
      </>
    )}
    {event.isCorrected && (
      <>
        {' '}
        <Tag>Taken back</Tag>
      </>
    )}
  </span>
)

const Moments = ({ event, now, zone }: LineProps & { now: Date; zone: string }) => {
  const late = event.recordedAt.getTime() - event.occurredAt.getTime() > 3_600_000
  return (
    <span>
      <When at={event.occurredAt} now={now} zone={zone} capital />
      {late && (
        <span class="muted">
          {' '}
          (noted <When at={event.recordedAt} now={now} zone={zone} />)
        </span>
      )}
    </span>
  )
}

export type BalanceProps = {
  frame: Frame
  lot: LotRow
  holder: HolderRow
  kits: number
  lines: readonly { event: NamedEvent; by: number; after: number }[]
  isWhole: boolean
  now: Date
  zone: string
}

const signed = (kits: number): string => (kits > 0 ? `+${kits}` : kits < 0 ? `−${-kits}` : '0')

/** How a balance came to be, event by event. */
export const BalancePage = ({ frame, lot, holder, kits, lines, isWhole, now, zone }: BalanceProps) => (
  <Page {...frame} title={`${holder.name}, lot ${lot.number}`}>
    <PageHeading
      over={<a href={`/supplies/lots/${lot.id}`}>{`Lot ${lot.number}`}</a>}
      title={`${holderName(holder)}: ${kitsWords(kits)}`}
      note="Each line is something that somebody wrote down. Together they make the number above."
      end={
        <ButtonLink kind="outline" href={`/supplies/record/count?stock=${holder.id}+${lot.id}`}>
          Count
        </ButtonLink>
      }
    />
    <Card flush>
      <DataTable
        id="balance-table"
        caption="What made the balance, the newest first"
        hideCaption
        columns={[
          { title: 'When', cell: ({ event }) => <Moments event={event} now={now} zone={zone} /> },
          { title: 'What', cell: ({ event }) => <What event={event} /> },
          { title: 'Change', number: true, cell: ({ by }) => signed(by) },
          { title: 'Left', number: true, cell: ({ after }) => after },
          { title: 'Who wrote it', cell: ({ event }) => event.by },
        ]}
        rows={lines}
      />
    </Card>
    {!isWhole && <p class="muted">Only the newest {lines.length} are shown.</p>}
  </Page>
)

export type LedgerProps = {
  frame: Frame
  events: readonly (NamedEvent & { lotNumber: string })[]
  page: number
  hasMore: boolean
  said: string | undefined
  error: string | undefined
  /** The correction that would make the book go below zero: asked once more. */
  shortId: string | undefined
  newId: () => string
  now: Date
  zone: string
}

/** Every movement, and taking one back. */
export const LedgerPage = (props: LedgerProps) => {
  const { frame, events, page, hasMore, said, error, now, zone } = props
  return (
    <Page {...frame} title="Every movement">
      {said && <Toast message={said} />}
      <PageHeading
        over={<a href="/supplies">Supplies</a>}
        title="Every movement"
        note="What was written down last stands first. Nothing is changed or removed: a mistake is taken back by a line of its own."
      />
      {error && (
        <Alert kind="error" live>
          <strong>{error}</strong>
        </Alert>
      )}
      {events.length === 0 ? (
        <EmptyState icon="list" title="Nothing yet" level={2}>
          What comes in, goes out or is counted is listed here.
        </EmptyState>
      ) : (
        <Card flush>
          <DataTable
            id="events"
            caption="Movements of kits"
            hideCaption
            columns={[
              { title: 'When', cell: (event) => <Moments event={event} now={now} zone={zone} /> },
              { title: 'What', cell: (event) => <What event={event} /> },
              { title: 'Kits', number: true, cell: ({ kits }) => kits },
              {
                title: 'Lot',
                cell: (event) => (
                  <a class="nb" href={`/supplies/lots/${event.lotId}`}>
                    {event.lotNumber}
                  </a>
                ),
              },
              { title: 'Who wrote it', cell: ({ by }) => by },
              { title: 'Mistake?', cell: (event) => <TakeBack event={event} {...props} /> },
            ]}
            rows={events}
          />
        </Card>
      )}
      <Pagination
        current={page}
        last={hasMore ? page + 1 : page}
        href={(number) => `/supplies/events?page=${number}`}
      />
    </Page>
  )
}

const TakeBack = ({ event, shortId, newId }: LineProps & Pick<LedgerProps, 'shortId' | 'newId'>) => {
  if (event.isCorrected || event.kind === 'correct' || event.kits === 0) return null
  return (
    <form method="post" action={`/supplies/events/${event.id}/correct`}>
      <input type="hidden" name="id" value={newId()} />
      {shortId === event.id && (
        <>
          <input type="hidden" name="short" value="yes" />
          <State is="soon">The book would go below zero</State>{' '}
        </>
      )}
      <Button kind="plain" hiddenWords={` ${EVENT_WORDS[event.kind]}, lot`}>
        {shortId === event.id ? 'Take it back all the same' : 'Take\u00a0back'}
      </Button>
    </form>
  )
}
