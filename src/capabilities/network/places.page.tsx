import {
  Button,
  Card,
  Chips,
  EmptyState,
  More,
  Page,
  PageHeading,
  Pagination,
  Rows,
  Section,
  TextField,
} from '#design'
import type { Frame } from '#identity'
import type { FoundPlaces } from './find-places.ts'
import { NEEDS, PAYERS, type Payer } from './listing.ts'
import { PlaceRow } from './place-row.page.tsx'
import { LAST_PAGE, type PlaceSearch, placesAddress } from './place-search.ts'

export type PlacesProps = {
  readonly frame: Frame
  readonly search: PlaceSearch
  readonly found: FoundPlaces
  /** Whether the reader may bring the directory up to date. */
  readonly mayImport: boolean
  /** Where a referral to a service begins; undefined where this reader sends none. */
  readonly referTo: (serviceId: string) => string | undefined
}

const PAYER_WORDS: Readonly<Record<Payer, string>> = { ...PAYERS, none: 'No insurance' }

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const isFirstLook = ({ near, needs, payer }: PlaceSearch): boolean =>
  near === '' && needs.length === 0 && payer === undefined

const chosenWords = ({ needs, payer }: PlaceSearch): string => {
  const chosen = [
    ...needs.map((need) => NEEDS[need]),
    ...(payer && payer !== 'not-sure' ? [PAYER_WORDS[payer]] : []),
  ]
  return chosen.length > 0 ? chosen.join(', ') : 'What would help, and insurance'
}

/** A form that asks by its address, so that it works without script and can be kept as a bookmark. */
const SearchForm = ({ search }: { search: PlaceSearch }) => (
  <form method="get" action="/places">
    <Card>
      <TextField
        name="near"
        type="search"
        label="Town, ZIP code or name"
        hint="Where the person is, or what the place is called. Nothing about the person"
        value={search.near}
        autocomplete="off"
        maxlength={100}
      />
      <More summary={chosenWords(search)} open={isFirstLook(search)}>
        <div class="stack">
          <Chips
            name="needs"
            legend="What would help?"
            choose="any"
            options={optionsOf(NEEDS)}
            values={[...search.needs]}
          />
          <Chips
            name="payer"
            legend="Insurance"
            choose="one"
            options={optionsOf(PAYERS)}
            values={[search.payer ?? 'not-sure']}
          />
        </div>
      </More>
      <p>
        <Button icon="search">Show places</Button>
      </p>
    </Card>
  </form>
)

const headline = ({ called, near, places, hasMore, isDirectoryEmpty }: FoundPlaces, page: number): string => {
  if (isDirectoryEmpty) return 'Places that help'
  const which = called === undefined ? `near ${near}` : `called “${called}”`
  if (places.length === 0) return `No ${page > 1 ? 'more places' : 'place'} ${which}`
  if (page > 1) return `Places ${which}, page ${page}`
  if (hasMore) return `Places ${which}`
  return places.length === 1 ? `1 place ${which}` : `${places.length} places ${which}`
}

const Nobody = ({ found, search, mayImport }: Pick<PlacesProps, 'found' | 'search' | 'mayImport'>) => {
  if (found.isDirectoryEmpty && mayImport)
    return (
      <EmptyState icon="map" title="No places yet">
        Import the SAMHSA list: on the machine where Causeway runs,{' '}
        <code>bin/causeway import samhsa FILE</code> brings in every treatment facility of the country. Then
        add the places that it does not know.
      </EmptyState>
    )
  if (found.isDirectoryEmpty)
    return (
      <EmptyState icon="map" title="No places yet">
        Whoever runs Causeway here can import a public list of them. Until then, call or text 988 together.
      </EmptyState>
    )
  if (search.page > 1)
    return (
      <EmptyState
        icon="map"
        title="That is all"
        action={<a href={placesAddress(search, 1)}>Back to the first page</a>}
      >
        There are no more places that fit.
      </EmptyState>
    )
  return (
    <EmptyState icon="search" title="Nothing fits">
      {search.needs.length > 0 ? 'Take a need away, or look further: ' : 'Look further: '}
      write another town, a ZIP code, or only the first word of a name.
    </EmptyState>
  )
}

/** Finding a place: one box, what would help, and the nearest that fit, each with why. */
export const PlacesPage = ({ frame, search, found, mayImport, referTo }: PlacesProps) => (
  <Page {...frame} title="Find a place" field>
    <PageHeading title="Find a place" />
    <SearchForm search={search} />
    <p class="flow">
      <a href="/places/map">Map of the state</a>
      <a href="/syringe-programs">Syringe programs</a>
    </p>
    <Section id="found" title={headline(found, search.page)}>
      {found.places.length === 0 ? (
        <Nobody found={found} search={search} mayImport={mayImport} />
      ) : (
        <div class="stack">
          <p class="muted">Nearest to {found.near} first, as far as they fit. Miles are as the crow flies.</p>
          <Rows ordered plain>
            {found.places.map((place) => (
              <PlaceRow
                place={place}
                referHref={found.referable.has(place.serviceId) ? referTo(place.serviceId) : undefined}
              />
            ))}
          </Rows>
          <Pagination
            current={search.page}
            last={found.hasMore && search.page < LAST_PAGE ? search.page + 1 : search.page}
            href={(page) => placesAddress(search, page)}
          />
        </div>
      )}
    </Section>
  </Page>
)
