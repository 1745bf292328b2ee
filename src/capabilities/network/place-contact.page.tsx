import { Card, DefinitionList } from '#design'
import { FreshMark } from './fresh-mark.page.tsx'
import type { Listing } from './get-service.ts'
import { addressWords, CallButton } from './place-row.page.tsx'
import type { FactState, PlaceState } from './place-state.ts'
import { FACTS } from './profile.ts'
import { KeptFacts, ShownTo } from './shown-to.page.tsx'

type Props = {
  readonly place: Listing
  readonly state: Pick<PlaceState, 'facts' | 'kept'>
  readonly now: Date
}

/** Where a place is and at which number it answers, also after hours; and how far both can be relied on. */
export const PlaceContact = ({ place, state, now }: Props) => {
  const others = [
    ...place.intakePhones
      .filter((phone) => phone !== place.phone)
      .map((phone) => ({ term: 'Intake', phone })),
    ...(place.hotline ? [{ term: 'Hotline', phone: place.hotline }] : []),
    ...(place.afterHoursPhone
      ? [
          {
            term: place.afterHoursWho ? `After hours, ${place.afterHoursWho}` : 'After hours',
            phone: place.afterHoursPhone,
          },
        ]
      : []),
  ]
  return (
    <>
      <Card title="How to reach them" id="reach">
        <DefinitionList
          items={[
            {
              term: 'Address',
              value: place.street ? (
                addressWords(place)
              ) : (
                <>
                  {addressWords(place)}
                  <br />
                  <span class="muted">The street is not published. Call to ask.</span>
                </>
              ),
            },
            ...(place.website
              ? [
                  {
                    term: 'Website',
                    value: (
                      <a href={place.website} rel="noreferrer">
                        {hostOf(place.website)}
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
        {others.map(({ term, phone }) => (
          <p>
            {term}: <CallButton phone={phone} name={`${place.providerName}, ${term.toLowerCase()}`} />
          </p>
        ))}
        <ul class="stack gap-05">
          {(['phone', 'address'] as const).map((fact) => (
            <li>
              {FACTS[fact]}: <FreshMark state={state.facts.get(fact) as FactState} now={now} />
            </li>
          ))}
        </ul>
      </Card>
      <KeptFacts place={place} kept={state.kept} />
      <ShownTo place={place} />
    </>
  )
}

const hostOf = (address: string): string => URL.parse(address)?.hostname.replace(/^www\./, '') ?? address
