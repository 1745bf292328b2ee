import { ButtonLink, Reasons, Row, State, type StateProps } from '#design'
import type { Openness } from '#kernel/hours.ts'
import { phoneLink } from '#kernel/phone-link.ts'
import type { FoundService } from './find-services.ts'
import type { RankReason } from './rank-services.ts'

const STATES: Readonly<Record<Openness['state'], StateProps['is']>> = {
  open: 'open',
  'closes-soon': 'soon',
  shut: 'shut',
  unknown: 'shut',
}

/** Whether a place is open, in a shape and in words. */
export const OpenState = ({ openness, reason }: { openness: Openness; reason: RankReason }) => (
  <State is={STATES[openness.state]}>{reason.text}</State>
)

/** A number is dialed by pressing it; what cannot be dialed is read. */
export const CallButton = ({ phone, name }: { phone: string; name: string }) => {
  const href = phoneLink(phone)
  if (!href) return <p>{phone}</p>
  return (
    <ButtonLink kind="outline" icon="phone" href={href} hiddenWords={`, ${name}`}>
      Call <span class="nb">{phone}</span>
    </ButtonLink>
  )
}

/** Filled on a place's own page, where it is the one thing in front; in a list it is one of many. */
export const ReferButton = ({ href, name, first }: { href: string; name: string; first?: boolean }) => (
  <ButtonLink kind={first ? 'primary' : 'outline'} icon="hands" href={href} hiddenWords={`: ${name}`}>
    Refer to this place
  </ButtonLink>
)

type Address = Pick<FoundService, 'street' | 'street2' | 'city' | 'state' | 'zip'>

/** "14 Dock Street, Pierpoint, ME 04609"; a shelter that keeps its address says only the town. */
export const addressWords = ({ street, street2, city, state, zip }: Address): string =>
  [street, street2, `${city}, ${state} ${zip}`].filter(Boolean).join(', ')

/** As the crow flies: exact where somebody may walk, rounded where they must drive anyway. */
export const milesWords = (miles: number): string => {
  if (miles < 0.1) return 'less than 0.1\u00a0mile'
  const shown = miles < 10 ? miles.toFixed(1) : Math.round(miles).toLocaleString('en-US')
  return `${shown}\u00a0${shown === '1.0' ? 'mile' : 'miles'}`
}

const MARKS = { fits: 'yes', unsure: 'wait', against: 'no' } as const

export type PlaceRowProps = {
  readonly place: FoundService
  /** Where a referral to it begins; undefined where none can. */
  readonly referHref: string | undefined
}

/** One place in a list: whether it is open, how far it is, why it stands where it stands, and what can be done. */
export const PlaceRow = ({ place, referHref }: PlaceRowProps) => {
  const { providerName, serviceName, siteName, openness, miles, phone } = place
  const names = new Set([siteName, serviceName])
  const open = place.reasons.find(({ about }) => about === 'hours')
  const reasons = place.reasons.filter(({ about }) => about !== 'hours')
  return (
    <Row
      title={<a href={`/places/${place.serviceId}`}>{providerName}</a>}
      end={
        <>
          {referHref && <ReferButton href={referHref} name={providerName} />}
          {phone ? (
            <CallButton phone={phone} name={providerName} />
          ) : (
            <span class="muted">Phone number not known</span>
          )}
        </>
      }
    >
      <div class="stack gap-05">
        <p>{[...names].filter(Boolean).join(', ')}</p>
        <p class="muted">
          {miles !== undefined && <b>{milesWords(miles)}</b>}
          {miles !== undefined && ', '}
          {addressWords(place)}
        </p>
        {open && (
          <p>
            <OpenState openness={openness} reason={open} />
          </p>
        )}
        {reasons.length > 0 && (
          <Reasons
            label="Why this place"
            reasons={reasons.map(({ kind, text }) => ({ is: MARKS[kind], words: text }))}
          />
        )}
      </div>
    </Row>
  )
}
