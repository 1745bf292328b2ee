import { Alert, Button, Card, Page, PageHeading, Row, Rows, State, When } from '#design'
import type { Frame } from '#identity'
import { capacityWords, levelsOf } from './capacity.ts'
import { CapacityTaps } from './capacity-taps.page.tsx'
import type { Listing } from './get-service.ts'
import { addressWords } from './place-row.page.tsx'
import { CAPACITY_LEVELS } from './profile.ts'
import type { Capacity } from './told.store.ts'
import { weekOfHours } from './week-of-hours.ts'

export type CapacityLinkProps = {
  readonly frame: Frame
  readonly place: Listing
  readonly capacity: readonly Capacity[]
  /** The address of this page. */
  readonly base: string
  readonly done: 'said' | 'right' | undefined
  readonly expiresAt: Date
  readonly zone: string
  readonly now: Date
}

const THANKS = {
  said: 'Thank you. Partners near you see it now. Tap again whenever it changes.',
  right: 'Thank you. That counts as checked today.',
} as const

const OnFile = ({ place, base }: { place: Listing; base: string }) => (
  <form method="post" action={`${base}/right`}>
    <Card title="Is this still right?" id="on-file">
      <p>
        {place.phone ? <b>{place.phone}</b> : 'No phone is known.'}
        <br />
        {addressWords(place)}
      </p>
      {place.hours ? (
        <p>
          {weekOfHours(place.hours)
            .filter(({ spans }) => spans.length > 0)
            .map(({ day, spans }) => `${day.slice(0, 3)} ${spans.join(', ')}`)
            .join(' · ')}
        </p>
      ) : (
        <p>No hours are known.</p>
      )}
      <p>
        <Button kind="outline" icon="check">
          All of this is right
        </Button>
      </p>
      <p class="muted">
        If something is not, answer the message that brought you here, or tell whoever calls you next.
      </p>
    </Card>
  </form>
)

/** A place's own page behind its signed link: one tap a level, and nothing about anybody. */
export const CapacityLinkPage = ({
  frame,
  place,
  capacity,
  base,
  done,
  expiresAt,
  zone,
  now,
}: CapacityLinkProps) => {
  const levels = [...new Set([...levelsOf(place), ...capacity.map(({ level }) => level)])]
  return (
    <Page {...frame} title="Do you have room?" narrow field>
      <PageHeading
        over={place.providerName}
        title="Do you have room?"
        note="One tap saves. No account, nothing to install."
      />
      <div class="stack gap-3">
        {done && <Alert kind="success">{THANKS[done]}</Alert>}
        <Card>
          <Rows bare plain>
            {levels.map((level) => {
              const report = capacity.find((one) => one.level === level)
              return (
                <Row level={2} title={CAPACITY_LEVELS[level]}>
                  {report ? (
                    <p>
                      <State is={report.isOpen ? 'open' : 'bad'}>{capacityWords(level, report)}</State>{' '}
                      <span class="muted">
                        said <When at={report.asOf} now={now} zone={zone} as="relative" />
                      </span>
                    </p>
                  ) : (
                    <p class="muted">Not said yet.</p>
                  )}
                  <CapacityTaps action={base} level={level} current={report} />
                </Row>
              )
            })}
          </Rows>
        </Card>
        <OnFile place={place} base={base} />
        <p class="muted">
          This link is for your intake desk. It works until{' '}
          <When at={expiresAt} now={now} zone={zone} as="day" />, and then brings you a new one.
        </p>
      </div>
    </Page>
  )
}

const ENDINGS = {
  ended: {
    title: 'This link has ended',
    text: 'It worked for a month. A new one goes to your intake address, and nowhere else.',
  },
  sent: {
    title: 'A new link is on its way',
    text: 'It goes to your intake address. Look there in a minute.',
  },
  gone: {
    title: 'This link no longer works',
    text: 'It was taken back. Whoever calls you next can send a new one.',
  },
  unknown: {
    title: 'This link does not work',
    text: 'It may have been cut off when it was copied. Open it again from the message, whole.',
  },
  'too-often': {
    title: 'Please wait a moment',
    text: 'Links were opened too often from where you are. Open this one again in a minute; it still works.',
  },
} as const

/** Where a place's link leads when there is nothing to tap; one that ended offers a new one. */
export const CapacityLinkEndPage = ({
  frame,
  state,
  base,
}: {
  frame: Frame
  state: keyof typeof ENDINGS
  base?: string
}) => {
  const { title, text } = ENDINGS[state]
  return (
    <Page {...frame} title={title} narrow>
      <PageHeading title={title} />
      <Card>
        <p>{text}</p>
        {state === 'ended' && base && (
          <form method="post" action={`${base}/again`}>
            <Button icon="send">Send me a new link</Button>
          </form>
        )}
      </Card>
    </Page>
  )
}
