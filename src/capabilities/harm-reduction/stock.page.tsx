import {
  Alert,
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  Glyph,
  Page,
  PageHeading,
  Row,
  Rows,
  Section,
  State,
  Toast,
  WhoCanSee,
} from '#design'
import type { Frame } from '#identity'
import type { NamedRequest } from './list-requests.ts'
import { quarterWords } from './quarter.ts'
import type { HolderLine, LotLine, Stock } from './read-stock.ts'
import { RequestRow } from './requests.page.tsx'
import { dayOf, daysWords, expiryWords, holderName, kitsWords } from './supply-words.ts'

export type StockProps = {
  frame: Frame
  organizationName: string
  isPolice: boolean
  stock: Stock
  /** What waits for an answer of this organization, or to be put on a shelf. */
  requests: readonly NamedRequest[]
  liaison: string | undefined
  lastQuarter: { code: string; isSent: boolean }
  said: string | undefined
  now: Date
  zone: string
}

const LotExpiry = ({ lot, now }: { lot: LotLine; now: Date }) => {
  const { is } = lot.state
  if (is === 'recalled') return <State is="bad">Recalled</State>
  const words = `${dayOf(lot.expiresOn, now)}, ${daysWords(lot.state)}`
  if (is === 'expired') return <State is="bad">{words}</State>
  if (is === 'fine') return <State is="open">{dayOf(lot.expiresOn, now)}</State>
  return <State is="soon">{words}</State>
}

const WhatToDo = ({ lot }: { lot: LotLine }) => {
  const { is } = lot.state
  const href = `/supplies/lots/${lot.id}`
  if (is === 'recalled') return <a href={href}>Call them back</a>
  if (is === 'expired') return <a href="/supplies/record/expire">Take them out</a>
  if (is === 'first') return <a href="/supplies/record/give">Give out first</a>
  return is === 'soon' ? 'Use before the others' : 'Fine'
}

/** The line under the heading: what expires next, or that there is nothing. */
const noteOf = (stock: Stock): string => {
  const urgent = stock.lots.filter(({ state }) => state.is !== 'fine' && state.is !== 'recalled')
  const [first] = urgent.toSorted((a, b) => a.state.days - b.state.days)
  const kits = `${kitsWords(stock.kitsOnShelf)} on the shelf.`
  if (!first) return kits
  return `${kits} Lot ${first.number} ${expiryWords(first.state)}.`
}

/** More than these would push the stock itself off the page; the places page has all of them. */
const MOST_ALERTS = 5
const MOST_PLACES = 12

/** The stock of an organization: what there is, what to use first, who asks for more. */
export const StockPage = (props: StockProps) => {
  const { frame, stock, requests, now, zone, said, isPolice } = props
  return (
    <Page {...frame} title="Supplies">
      {said && <Toast message={said} />}
      <PageHeading
        title="Supplies"
        note={noteOf(stock)}
        end={
          <div class="flow">
            <ButtonLink href="/supplies/record/give">Give out</ButtonLink>
            <ButtonLink kind="outline" href="/supplies/record/receive">
              Receive
            </ButtonLink>
            <ButtonLink kind="outline" href="/supplies/record/count">
              Count
            </ButtonLink>
          </div>
        }
      />
      <Seen {...props} />
      {stock.short.slice(0, MOST_ALERTS).map(({ holder, lot, kits }) => (
        <Alert
          kind="warning"
          icon="alert"
          action={
            <ButtonLink kind="outline" href={`/supplies/record/count?stock=${holder.id}+${lot.id}`}>
              Count
            </ButtonLink>
          }
        >
          <strong>{`${holderName(holder)} is ${kitsWords(-kits)} short of lot ${lot.number}.`}</strong>{' '}
          Something was not written down.{' '}
          <a href={`/supplies/lots/${lot.id}/${holder.id}`}>See how it came to be</a>
        </Alert>
      ))}
      <Section id="lots" title="Naloxone by lot" end={<a href="/supplies/events">Every movement</a>}>
        {stock.lots.length === 0 ? (
          <EmptyState
            icon="box"
            title="No kits yet"
            action={<ButtonLink href="/supplies/record/receive">Receive kits</ButtonLink>}
          >
            When a box comes in, write down its lot. From then on each kit can be followed and called back.
          </EmptyState>
        ) : (
          <Card flush>
            <DataTable
              id="lots-table"
              caption="Naloxone kits by lot"
              hideCaption
              columns={[
                { title: 'Lot', cell: (lot) => <a href={`/supplies/lots/${lot.id}`}>{lot.number}</a> },
                { title: 'Expires', cell: (lot) => <LotExpiry lot={lot} now={now} /> },
                { title: 'On shelf', number: true, cell: ({ onShelf }) => onShelf },
                { title: 'Carried', number: true, cell: ({ carried }) => carried },
                { title: 'Leave-behind', number: true, cell: ({ toLeaveBehind }) => toLeaveBehind },
                { title: 'What to do', cell: (lot) => <WhatToDo lot={lot} /> },
                { title: 'Product', cell: ({ product }) => product },
              ]}
              rows={stock.lots}
            />
          </Card>
        )}
      </Section>
      <div class="cw-cols half cw-sec">
        <Section
          id="requests"
          title={requests.length === 0 ? 'Requests' : `${requests.length} waiting`}
          end={<a href="/supplies/requests">All, or ask</a>}
        >
          {requests.length === 0 ? (
            <EmptyState icon="box" title="Nobody waits for kits">
              A place below its minimum asks by itself, and so does whoever gave naloxone.
            </EmptyState>
          ) : (
            <Rows>
              {requests.slice(0, 5).map((request) => (
                <RequestRow request={request} now={now} zone={zone} />
              ))}
            </Rows>
          )}
        </Section>
        <Places {...props} />
      </div>
      <Section id="more" title="What else">
        <Rows label="What else">
          <Liaison {...props} />
          <Quarter {...props} />
          <Row mark={<Glyph name="spray" />} title={<a href="/supplies/naloxone">Naloxone given</a>}>
            <p>What was reported, where most of it was, and the file for ODMAP.</p>
          </Row>
          {!isPolice && (
            <Row mark={<Glyph name="recycle" />} title={<a href="/supplies/litter">Syringe litter</a>}>
              <p>Where syringes were reported, each with its clock of 48 hours.</p>
            </Row>
          )}
          <Row mark={<Glyph name="list" />} title="Write something down">
            <p class="flow">
              <a href="/supplies/record/leave-behind">Left behind</a>
              <a href="/supplies/record/move">Moved</a>
              <a href="/supplies/record/return">Returned</a>
              <a href="/supplies/record/administer">Used</a>
              <a href="/supplies/record/expire">Expired</a>
              <a href="/supplies/record/damage">Damaged</a>
              <a href="/supplies/record/lose">Lost</a>
            </p>
          </Row>
        </Rows>
      </Section>
    </Page>
  )
}

const Seen = ({ organizationName, isPolice }: StockProps) =>
  isPolice ? (
    <WhoCanSee
      can={[organizationName, 'The county’s managers: sums of a quarter']}
      cannot={['Other departments', 'Names of people who were helped: not stored']}
    >
      <b>Only your department sees this.</b> Kits are counted here, not people: nobody who was helped has a
      name in it.
    </WhoCanSee>
  ) : (
    <WhoCanSee
      can={[organizationName, 'The county’s managers: sums of a quarter']}
      cannot={['Police', 'Courts', 'People’s names: not stored']}
    >
      <b>Police see none of this.</b> Nobody who uses your program has a name in here.
    </WhoCanSee>
  )

const Places = ({ stock }: StockProps) => {
  const isLow = ({ minimumKits, kits }: HolderLine) => minimumKits !== null && kits < minimumKits
  const places = stock.holders
    .filter(({ kind }) => kind === 'site' || kind === 'vehicle' || kind === 'kiosk')
    .sort((a, b) => Number(isLow(b)) - Number(isLow(a)))
  return (
    <Section id="places" title="Where they are" end={<a href="/supplies/places">Places and minimums</a>}>
      <Rows plain>
        {places.slice(0, MOST_PLACES).map((place) => (
          <Row
            title={holderName(place)}
            end={
              isLow(place) ? (
                <State is="soon">{`${kitsWords(place.kits)}, minimum ${place.minimumKits}`}</State>
              ) : (
                <State is="open">{kitsWords(place.kits)}</State>
              )
            }
          />
        ))}
        {places.length > MOST_PLACES && (
          <Row title={<a href="/supplies/places">{`All ${places.length} places`}</a>} />
        )}
        <Row
          title={<a href="/supplies/roster">With members</a>}
          end={kitsWords(
            stock.holders.filter(({ kind }) => kind === 'member').reduce((sum, { kits }) => sum + kits, 0),
          )}
        />
      </Rows>
    </Section>
  )
}

const Liaison = ({ liaison }: StockProps) => (
  <Row
    mark={<Glyph name="people" kind={liaison ? 'teal' : 'amber'} />}
    title={
      <a href="/supplies/roster">{liaison ? `Liaison: ${liaison}` : 'Nobody looks after the kits yet'}</a>
    }
  >
    <p>
      {liaison ? 'Who carries what, and handing over.' : 'Name a liaison: warnings of expiry go to them.'}
    </p>
  </Row>
)

const Quarter = ({ lastQuarter }: StockProps) => (
  <Row
    mark={<Glyph name="chart" kind={lastQuarter.isSent ? 'teal' : 'amber'} />}
    title={<a href="/supplies/quarters">{quarterWords(lastQuarter.code)}</a>}
  >
    <p>{lastQuarter.isSent ? 'Sent.' : 'Not sent yet. Send it also when nothing changed.'}</p>
  </Row>
)
