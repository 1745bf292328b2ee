import { ButtonLink, Reasons, Row, State, type StateProps } from '#design'
import type { Openness } from '#kernel/hours.ts'
import { phoneLink } from '#kernel/phone-link.ts'
import type { ToldPlace } from './find-places.ts'
import type { FoundService } from './find-services.ts'
import { placeLine } from './place-line.ts'
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

const MARKS = { fits: 'yes', unsure: 'wait', against: 'no' } as const

export type PlaceRowProps = {
  readonly place: ToldPlace
  readonly now: Date
  /** The level of care whose room was asked for. */
  readonly wanted: string | undefined
  /** Where a referral to it begins; undefined where none can. */
  readonly referHref: string | undefined
}

/** One place in a list: why it is there, in one line, what is uncertain, where it is, and what can be done. */
export const PlaceRow = ({ place, now, wanted, referHref }: PlaceRowProps) => {
  const { providerName, serviceName, siteName, intake, phone, reasons } = place
  const names = new Set([siteName, serviceName])
  const open = reasons.find(isOfHours)
  const doubts = reasons.filter((reason) => reason.kind !== 'fits' && !isOfHours(reason))
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
        <p>
          {open && <State is={STATES[intake.state]}>{open.text}</State>}
          {placeLine(place, now, wanted).map((words) => ` · ${words}`)}
        </p>
        {doubts.length > 0 && (
          <Reasons
            label="What is uncertain or against it"
            reasons={doubts.map(({ kind, text }) => ({ is: MARKS[kind], words: text }))}
          />
        )}
        <AfterHours place={place} />
        <p class="muted">{addressWords(place)}</p>
      </div>
    </Row>
  )
}

const isOfHours = ({ about }: RankReason): boolean => about === 'hours' || about === 'when'

/** Whether somebody could be let in at the moment. */
export const isOpenNow = ({ intake }: Pick<FoundService, 'intake'>): boolean =>
  intake.state === 'open' || intake.state === 'closes-soon'

/** Who answers while the door is shut, and the number. */
export const afterHoursOf = ({ afterHours }: Pick<ToldPlace, 'afterHours'>) => {
  const phone = afterHours?.afterHoursPhone ?? afterHours?.hotline
  return phone ? { phone, who: afterHours?.afterHoursWho ?? 'Somebody' } : undefined
}

const AfterHours = ({ place }: { place: ToldPlace }) => {
  const answers = afterHoursOf(place)
  if (!answers || isOpenNow(place)) return null
  const href = phoneLink(answers.phone)
  return (
    <p>
      {answers.who} answers now: {href ? <a href={href}>{answers.phone}</a> : answers.phone}
    </p>
  )
}
