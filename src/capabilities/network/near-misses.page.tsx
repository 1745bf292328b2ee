import { ButtonLink, ChipLinks, EmptyState, Row, Rows, Section } from '#design'
import { askWords } from './asks.ts'
import type { Relaxed } from './find-misses.ts'
import type { ToldMisses, ToldPlace } from './find-places.ts'
import { afterHoursOf, CallButton, isOpenNow, PlaceRow } from './place-row.page.tsx'
import { addressWithout, type PlaceSearch } from './place-search.ts'

/** "Without “Walk-in”: 3 places". */
export const relaxWords = ({ dropped, count }: Relaxed, search: PlaceSearch): string => {
  const names = askWords(search.asks)
    .filter(({ key }) => dropped.includes(key))
    .map(({ words }) => `“${words}”`)
  return `Without ${names.join(' and ')}: ${count} ${count === 1 ? 'place' : 'places'}`
}

type NearMissesProps = {
  readonly search: PlaceSearch
  readonly misses: ToldMisses
  readonly now: Date
  readonly referHref: (serviceId: string) => string | undefined
}

/** Nobody fits all of it: what to leave out, who only just does not fit, and who answers now. */
export const NearMissesPart = ({ search, misses, now, referHref }: NearMissesProps) => (
  <div class="stack gap-3">
    {misses.relax.length > 0 ? (
      <ChipLinks
        label="What to leave out"
        links={misses.relax.map((one) => ({
          href: addressWithout(search, one.dropped),
          label: relaxWords(one, search),
        }))}
      />
    ) : (
      <EmptyState icon="search" title="Not even nearly">
        Take several things away, or write another town.
      </EmptyState>
    )}
    {misses.places.length > 0 && (
      <Section id="nearly" title="Those that only just do not fit">
        <Rows ordered plain>
          {misses.places.map((place) => (
            <PlaceRow
              place={place}
              now={now}
              wanted={search.asks.room}
              referHref={referHref(place.serviceId)}
            />
          ))}
        </Rows>
      </Section>
    )}
    <Section id="answering" title="Who answers now">
      <Rows plain>
        {misses.afterHours.map((place) => (
          <Answering place={place} />
        ))}
        <Row
          title="988 Suicide and Crisis Lifeline"
          end={
            <ButtonLink kind="outline" icon="phone" href="tel:988">
              Call 988
            </ButtonLink>
          }
        >
          <p>Call or text, day and night, for you and the person together</p>
        </Row>
        <Row
          title="SAMHSA’s National Helpline"
          end={<CallButton phone="1-800-662-4357" name="SAMHSA’s National Helpline" />}
        >
          <p>Finds treatment in every state, day and night, English and Spanish</p>
        </Row>
      </Rows>
    </Section>
  </div>
)

const Answering = ({ place }: { place: ToldPlace }) => {
  const answers =
    isOpenNow(place) && place.phone ? { phone: place.phone, who: 'Open now' } : afterHoursOf(place)
  if (!answers) return null
  return (
    <Row
      title={<a href={`/places/${place.serviceId}`}>{place.providerName}</a>}
      end={<CallButton phone={answers.phone} name={place.providerName} />}
    >
      <p>{answers.who}</p>
    </Row>
  )
}
