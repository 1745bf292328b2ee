import { Card, DataTable, DefinitionList, Icon } from '#design'
import { FreshMark } from './fresh-mark.page.tsx'
import type { Listing } from './get-service.ts'
import { MEDICINES } from './listing.ts'
import type { FactState, PlaceState } from './place-state.ts'
import { FACTS, type Fact, MOUD_WAYS, type MoudWay } from './profile.ts'
import { ASAM_FIELD, fieldWords, PROFILE_FIELDS, type ProfileField } from './profile-fields.ts'

/** What has its own place on the page. */
const ELSEWHERE = new Set([
  'name',
  'moud',
  'phone',
  'intakePhones',
  'hotline',
  'website',
  'holidays',
  'afterHoursPhone',
])

const FACTS_SHOWN: readonly Fact[] = ['services', 'moud', 'admission', 'payers']

/** What a listing says under the name of its column; what it takes goes by another name in lists. */
const saidIn = (place: Listing, name: string): unknown =>
  name === 'payers' ? place.takes : (place as unknown as Record<string, unknown>)[name]

const asamValue = ({ asamEdition, asamLevels }: Listing): string[] | undefined =>
  asamLevels?.map((level) => `${asamEdition}:${level}`)

const wordsOf = (place: Listing, field: ProfileField): { term: string; value: string }[] => {
  const value = fieldWords(field, field === ASAM_FIELD ? asamValue(place) : saidIn(place, field.name))
  if (value === undefined || ELSEWHERE.has(field.name)) return []
  const edition =
    field === ASAM_FIELD && place.asamEdition
      ? `, ${place.asamEdition}${EDITION[place.asamEdition]} edition`
      : ''
  return [{ term: field.label, value: `${field.name === 'languages' ? 'English · ' : ''}${value}${edition}` }]
}
const EDITION = { '3': 'rd', '4': 'th' } as const

const fieldsOf = (fact: Fact): readonly ProfileField[] => [
  ...PROFILE_FIELDS.filter((one) => one.fact === fact),
  ...(fact === 'services' ? [ASAM_FIELD] : []),
]

/** What nobody has told us of a fact, by name. */
export const unknownLabels = (place: Listing, fact: Fact): string[] =>
  fieldsOf(fact)
    .filter(
      (one) => fieldWords(one, one === ASAM_FIELD ? place.asamLevels : saidIn(place, one.name)) === undefined,
    )
    .filter(({ name }) => name !== 'name' && !(name === 'transportMiles' && place.offersTransport !== true))
    .map(({ label }) => label)

/** Short enough to stand above a column of ticks on a phone. */
const WAY_TITLES: Readonly<Record<MoudWay, string>> = {
  'start-same-day': 'Same-day start',
  continue: 'Goes on',
  'accept-on': 'Takes people on it',
}

/** Medicine by what can be done with it: a grid is read faster than nine sentences. */
const Medicines = ({ moud, medicines }: Pick<Listing, 'moud' | 'medicines'>) => {
  if (moud === null && medicines === null) return <p class="muted">Nobody has told us.</p>
  if (moud === null)
    return (
      <p>
        {(medicines ?? []).length === 0
          ? 'None listed.'
          : `Gives ${(medicines ?? []).map((one) => MEDICINES[one].toLowerCase()).join(', ')}. Whether it can start the same day, nobody has told us.`}
      </p>
    )
  if (moud.length === 0) return <p>None.</p>
  const ways = Object.keys(MOUD_WAYS) as MoudWay[]
  return (
    <DataTable
      id="medicines"
      caption="Medicine for opioid use"
      hideCaption
      columns={[
        { title: 'Medicine', cell: ([, name]) => name },
        ...ways.map((way) => ({
          title: WAY_TITLES[way],
          cell: ([medicine]: [string, string]) =>
            moud.includes(`${medicine}:${way}` as never) ? (
              <>
                <Icon name="check" />
                <span class="usa-sr-only">Yes</span>
              </>
            ) : (
              <span class="muted">No</span>
            ),
        })),
      ]}
      rows={Object.entries(MEDICINES)}
    />
  )
}

/** Part of a profile, with how far it can be relied on beside its name. */
const Part = ({ place, fact, state, now }: { place: Listing; fact: Fact; state: FactState; now: Date }) => {
  const known = fieldsOf(fact).flatMap((field) => wordsOf(place, field))
  const unknown = place.mayChange && fact !== 'moud' ? unknownLabels(place, fact) : []
  return (
    <section class="stack gap-1" aria-labelledby={`fact-${fact}`} id={fact}>
      <div class="split">
        <h3 id={`fact-${fact}`}>{FACTS[fact]}</h3>
        <FreshMark state={state} now={now} />
      </div>
      {fact === 'moud' && <Medicines moud={place.moud} medicines={place.medicines} />}
      {known.length > 0 && <DefinitionList items={known} />}
      {unknown.length > 0 && <p class="muted">Not filled in yet: {unknown.join(' · ')}.</p>}
      {known.length === 0 && unknown.length === 0 && fact !== 'moud' && (
        <p class="muted">Nobody has told us.</p>
      )}
    </section>
  )
}

/** Everything that is known of whom a place helps and how, each part with how fresh it is. */
export const PlaceProfile = ({
  place,
  state,
  now,
}: {
  place: Listing
  state: Pick<PlaceState, 'facts'>
  now: Date
}) => (
  <Card title="What they offer" id="offer" gap={3}>
    {FACTS_SHOWN.filter(
      (fact) => fact !== 'moud' || place.needs.some((need) => need === 'moud' || need === 'treatment'),
    ).map((fact) => (
      <Part place={place} fact={fact} state={state.facts.get(fact) as FactState} now={now} />
    ))}
  </Card>
)
