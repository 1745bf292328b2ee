import {
  Button,
  Card,
  CheckboxTile,
  EmptyState,
  ErrorSummary,
  More,
  Page,
  PageHeading,
  RadioTiles,
  Row,
  Rows,
  State,
  TextField,
  Toast,
} from '#design'
import type { Frame } from '#identity'
import type { HolderLine } from './read-stock.ts'
import type { Errors, Typed } from './record-form.ts'
import { HOLDER_WORDS, holderName, kitsWords } from './supply-words.ts'

export type PlacesProps = {
  frame: Frame
  places: readonly HolderLine[]
  id: string
  typed: Typed
  errors: Errors
  said: string | undefined
}

const ContactAndMinimum = ({ typed, errors, prefix }: { typed: Typed; errors: Errors; prefix: string }) => (
  <>
    <TextField
      name="contact"
      id={`${prefix}contact`}
      label="Who looks after it"
      hint="A phone number or e-mail, for a recall."
      optional
      maxlength={120}
      value={typed.contact}
    />
    <TextField
      name="minimum"
      id={`${prefix}minimum`}
      label="Minimum"
      hint="Below this, more kits are asked for by themselves."
      optional
      inputmode="numeric"
      short
      value={typed.minimum}
      error={errors.minimum}
    />
  </>
)

/** Where kits lie: shelves, vehicles and kiosks, each with its minimum. */
export const PlacesPage = ({ frame, places, id, typed, errors, said }: PlacesProps) => (
  <Page {...frame} title="Places and minimums" hasErrors={Object.keys(errors).length > 0}>
    {said && <Toast message={said} />}
    <PageHeading
      over={<a href="/supplies">Supplies</a>}
      title="Where kits lie"
      note="Members who carry are added by themselves when they get their first kit."
    />
    <div class="cw-cols half">
      {places.length === 0 ? (
        <EmptyState icon="home" title="No places yet" level={2}>
          Add a shelf first: kits have to lie somewhere.
        </EmptyState>
      ) : (
        <Rows label="Places">
          {places.map((place) => (
            <Row title={holderName(place)} level={2} end={<State is="open">{kitsWords(place.kits)}</State>}>
              <p>
                {HOLDER_WORDS[place.kind]}
                {place.contact ? `. ${place.contact}` : ''}
                {place.minimumKits ? `. Minimum ${place.minimumKits}.` : '.'}
              </p>
              <More summary="Change">
                <form method="post" action={`/supplies/places/${place.id}`} class="stack">
                  <TextField
                    name="name"
                    id={`${place.id}-name`}
                    label="Name"
                    maxlength={80}
                    value={place.name}
                  />
                  <ContactAndMinimum
                    prefix={`${place.id}-`}
                    typed={{ contact: place.contact ?? '', minimum: String(place.minimumKits ?? '') }}
                    errors={{}}
                  />
                  <Button kind="outline">Save</Button>
                </form>
              </More>
            </Row>
          ))}
        </Rows>
      )}
      <Card id="add" title="Add a place">
        <form method="post" action="/supplies/places" class="stack">
          <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
          <input type="hidden" name="id" value={id} />
          <RadioTiles
            name="kind"
            legend="What it is"
            columns={3}
            options={[
              { value: 'site', label: 'Shelf' },
              { value: 'vehicle', label: 'Vehicle' },
              { value: 'kiosk', label: 'Kiosk' },
            ]}
            value={typed.kind ?? 'site'}
          />
          <TextField name="name" label="Name" maxlength={80} value={typed.name} error={errors.name} />
          <ContactAndMinimum prefix="" typed={typed} errors={errors} />
          <CheckboxTile
            name="behind"
            value="yes"
            label="To leave with people"
            hint="These kits are kept apart, and are never used otherwise."
            checked={typed.behind === 'yes'}
          />
          <Button>Add it</Button>
        </form>
      </Card>
    </div>
  </Page>
)
