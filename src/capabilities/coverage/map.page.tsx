import {
  Button,
  ButtonLink,
  Card,
  ChipLinks,
  DataTable,
  EmptyState,
  Page,
  PageHeading,
  SelectField,
  StateMap,
  stateShape,
} from '#design'
import type { Frame } from '#identity'
import { STATE_NUMBERS } from '#kernel/us-states.ts'
import { NEEDS, type Need } from '#network'
import type { FoundMap } from './find-coverage.ts'

export type MapProps = {
  readonly frame: Frame
  readonly state: string
  readonly need: Need | undefined
  readonly found: FoundMap
  readonly maySeeGaps: boolean
}

/** Every state by its letters, for a form that asks which. */
export const stateOptions = Object.keys(STATE_NUMBERS)
  .toSorted()
  .map((state) => ({ value: state, label: state }))

/** Where the places of one state are, and the same as a table of its counties. */
export const MapPage = ({ frame, state, need, found, maySeeGaps }: MapProps) => {
  const name = stateShape(state)?.name ?? state
  const what = need ? NEEDS[need] : 'All places'
  const address = (one: Need | undefined) =>
    `/places/map?${new URLSearchParams({ state, ...(one ? { need: one } : {}) })}`
  return (
    <Page {...frame} title={`Map of ${name}`}>
      <div class="stack gap-3">
        <PageHeading
          over={<a href="/places">Find a place</a>}
          title={`Places in ${name}`}
          note={`${what}: ${found.places.length.toLocaleString('en-US')}, of those that you are shown.`}
        />
        <form method="get" action="/places/map" class="grid narrow-cells">
          <div>
            <SelectField empty={false} name="state" label="State" options={stateOptions} value={state} />
          </div>
          {need && <input type="hidden" name="need" value={need} />}
          <p>
            <Button kind="outline">Show</Button>
          </p>
          {maySeeGaps && (
            <p>
              <ButtonLink kind="outline" href={`/places/gaps?state=${state}`}>
                What is missing where
              </ButtonLink>
            </p>
          )}
        </form>
        <ChipLinks
          label="What they help with"
          links={[
            { label: 'All', href: address(undefined), current: need === undefined },
            ...(Object.keys(NEEDS) as Need[]).map((one) => ({
              label: NEEDS[one],
              href: address(one),
              current: need === one,
            })),
          ]}
        />
        <Card title="Map" id="map">
          {found.places.length === 0 && (
            <EmptyState icon="map" title="Nobody is listed here">
              Choose another state, or another kind of help.
            </EmptyState>
          )}
          <StateMap
            state={state}
            table="counties"
            label={`Map of ${name} with ${found.places.length} places: ${what}`}
            dots={found.places}
            dotLabel={what}
          />
        </Card>
        <div id="counties">
          <DataTable
            id="counties-table"
            caption={`Places by county: ${what}`}
            columns={[
              { title: 'County', cell: ({ name: county }) => county },
              { title: 'Places', number: true, cell: ({ places }) => places.toLocaleString('en-US') },
            ]}
            rows={found.counties}
          />
        </div>
      </div>
    </Page>
  )
}
