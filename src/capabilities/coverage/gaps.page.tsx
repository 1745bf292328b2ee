import {
  Alert,
  Button,
  ButtonLink,
  Card,
  ChipLinks,
  DataTable,
  Page,
  PageHeading,
  SelectField,
  StateMap,
  stateShape,
} from '#design'
import type { Frame } from '#identity'
import { type CoverageKind, DISTANCES, gapsOf, isGap, KIND_NAMES, KINDS } from './coverage.ts'
import type { AreaKind, FoundCoverage } from './find-coverage.ts'
import { stateOptions } from './map.page.tsx'

export type GapSearch = {
  readonly state: string
  readonly miles: number
  readonly by: AreaKind
  readonly kind: CoverageKind
  readonly page: number
}

export type GapsProps = { readonly frame: Frame; readonly search: GapSearch; readonly found: FoundCoverage }

/** So many towns stand on a page: a state has up to two thousand ZIP codes. */
const TOWNS_A_PAGE = 100

export const gapsAddress = (search: GapSearch, path = '/places/gaps'): string => {
  const { state, miles, by, kind, page } = search
  const query = new URLSearchParams({ state, miles: String(miles), by, kind })
  if (page > 1) query.set('page', String(page))
  return `${path}?${query}`
}

/** "3.2", "41", "none known". */
export const milesWords = (miles: number | undefined): string =>
  miles === undefined ? 'none known' : miles < 10 ? miles.toFixed(1) : String(Math.round(miles))

const Ask = ({ search }: { search: GapSearch }) => (
  <form method="get" action="/places/gaps" class="grid narrow-cells">
    <div>
      <SelectField empty={false} name="state" label="State" options={stateOptions} value={search.state} />
    </div>
    <div>
      <SelectField
        empty={false}
        name="miles"
        label="Within"
        options={DISTANCES.map((miles) => ({ value: String(miles), label: `${miles} miles` }))}
        value={String(search.miles)}
      />
    </div>
    <div>
      <SelectField
        empty={false}
        name="by"
        label="By"
        options={[
          { value: 'county', label: 'County' },
          { value: 'town', label: 'Town and ZIP code' },
        ]}
        value={search.by}
      />
    </div>
    <input type="hidden" name="kind" value={search.kind} />
    <p>
      <Button>Show</Button>
    </p>
  </form>
)

/** Which counties and towns have nobody of a kind within the miles chosen: a map, a table, a file, and on paper. */
export const GapsPage = ({ frame, search, found }: GapsProps) => {
  const { state, miles, by, kind, page } = search
  const name = stateShape(state)?.name ?? state
  const what = KINDS[kind]
  const missing = found.areas.filter((one) => isGap(one, kind, miles))
  const rows = found.areas
    .map((one) => ({ one, gaps: gapsOf(one, miles) }))
    .filter(({ gaps }) => by === 'county' || gaps.length > 0)
    .toSorted((a, b) => b.gaps.length - a.gaps.length)
  const shown = rows.slice((page - 1) * TOWNS_A_PAGE, page * TOWNS_A_PAGE)
  const last = Math.max(1, Math.ceil(rows.length / TOWNS_A_PAGE))
  const unit = by === 'county' ? ['county', 'counties'] : ['town or ZIP code', 'towns and ZIP codes']
  const striped = new Set(
    by === 'county'
      ? missing.map(({ area }) => area.id)
      : (stateShape(state)?.counties ?? [])
          .filter(({ name: county }) => missing.some(({ area }) => area.county === county))
          .map(({ id }) => id),
  )
  return (
    <Page {...frame} title={`What is missing in ${name}`}>
      <div class="stack gap-3">
        <PageHeading
          over={<a href={`/places/map?state=${state}`}>{`Map of ${name}`}</a>}
          title={`What is missing where in ${name}`}
          note={`${missing.length} of ${found.areas.length} ${unit[found.areas.length === 1 ? 0 : 1]} have no ${what.toLowerCase()} within ${miles} miles.`}
        />
        <Ask search={search} />
        <ChipLinks
          label="What is missing"
          links={KIND_NAMES.map((one) => ({
            label: KINDS[one],
            href: gapsAddress({ ...search, kind: one, page: 1 }),
            current: one === kind,
          }))}
        />
        <Card title="Map" id="map">
          <StateMap
            state={state}
            table="gaps"
            label={`Map of ${name}: where there is no ${what.toLowerCase()} within ${miles} miles`}
            dots={found.places.filter(({ kinds }) => kinds.includes(kind))}
            dotLabel={what}
            striped={striped}
            stripedLabel={
              by === 'county' ? `None within ${miles} miles` : `Some towns with none within ${miles} miles`
            }
          />
        </Card>
        <Alert kind="info">
          Only what is listed and shown to you counts, and what nobody has told us counts as not there: ask
          before you call it a gap. Miles are as the crow flies, from where people of the {unit[0]} get their
          mail.
        </Alert>
        <div id="gaps">
          <DataTable
            id="gaps-table"
            caption={`Miles to the nearest, by ${unit[0]}, most missing first`}
            columns={[
              {
                title: by === 'county' ? 'County' : 'Town',
                cell: ({ one }) =>
                  by === 'county' ? one.area.name : `${one.area.name} (${one.area.county})`,
              },
              ...KIND_NAMES.map((each) => ({
                title: KINDS[each],
                number: true,
                cell: ({ one }: (typeof rows)[number]) =>
                  isGap(one, each, miles) ? (
                    <b>{`✕ ${milesWords(one.nearest[each])}`}</b>
                  ) : (
                    milesWords(one.nearest[each])
                  ),
              })),
            ]}
            rows={by === 'county' ? rows : shown}
          />
        </div>
        <p class="flow pair">
          {by === 'town' && page > 1 && (
            <ButtonLink kind="outline" href={gapsAddress({ ...search, page: page - 1 })}>
              Towns before
            </ButtonLink>
          )}
          {by === 'town' && page < last && (
            <ButtonLink kind="outline" href={gapsAddress({ ...search, page: page + 1 })}>
              More towns
            </ButtonLink>
          )}
          <ButtonLink
            kind="outline"
            icon="file"
            href={gapsAddress({ ...search, page: 1 }, '/places/gaps.csv')}
          >
            Save as CSV
          </ButtonLink>
        </p>
        <p class="muted">✕: none within {miles} miles. To keep the page, print it from your browser.</p>
      </div>
    </Page>
  )
}
