import {
  Button,
  Card,
  Chips,
  ErrorSummary,
  Page,
  PageHeading,
  SelectField,
  SendBar,
  TextField,
} from '#design'
import type { Frame } from '#identity'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import type { Listing } from './get-service.ts'
import { KINDS, NEEDS } from './listing.ts'
import { addressWords } from './place-row.page.tsx'

export type AddPlaceProps = {
  readonly frame: Frame
  /** The place at whose door the new service is; undefined: its provider and its site are new too. */
  readonly at: Listing | undefined
  /** The place whose provider opens another site. */
  readonly of: Listing | undefined
  readonly fields: FormFields
  readonly errors?: Readonly<Record<string, string>>
  /** Places that may be the same: whoever adds one says that it is not. */
  readonly alike?: readonly {
    readonly serviceId: string
    readonly providerName: string
    readonly city: string
  }[]
  readonly id: string
}

const heading = ({ at, of }: AddPlaceProps): string =>
  at ? 'Add a service here' : of ? 'Add a site' : 'Add a place'

/** A service with, where they are new, its site and provider. What nobody knows is added later, on the profile. */
export const AddPlacePage = (props: AddPlaceProps) => {
  const { frame, at, of, fields, errors = {}, alike = [], id } = props
  const wrong = Object.entries(errors).map(([field, message]) => ({ field, message }))
  const known = at ?? of
  const text = (
    name: string,
    label: string,
    more: { hint?: string; optional?: boolean; short?: boolean } = {},
  ) => (
    <TextField
      {...{ name, label, error: errors[name], value: firstOf(fields, name), ...more }}
      maxlength={200}
      autocomplete="off"
    />
  )
  return (
    <Page {...frame} title={heading(props)} hasErrors={wrong.length > 0} narrow form>
      <PageHeading
        over={
          known ? (
            <a href={`/places/${known.serviceId}`}>{known.providerName}</a>
          ) : (
            <a href="/places">Places</a>
          )
        }
        title={heading(props)}
        note={
          at
            ? addressWords(at)
            : 'Only what is needed to find it. The rest goes on its profile, now or later.'
        }
      />
      {wrong.length > 0 && <ErrorSummary errors={wrong} />}
      <form method="post" action="/places/new" class="stack gap-3">
        <input type="hidden" name="id" value={id} />
        {at && <input type="hidden" name="at" value={at.serviceId} />}
        {of && <input type="hidden" name="of" value={of.serviceId} />}
        {alike.length > 0 && (
          <Card title="Is it one of these?" id="alike">
            <ul>
              {alike.map(({ serviceId, providerName, city }) => (
                <li>
                  <a href={`/places/${serviceId}`}>
                    {providerName}, {city}
                  </a>
                </li>
              ))}
            </ul>
            <p>
              <Button kind="outline" name="isNew" value="yes">
                No, add it
              </Button>
            </p>
          </Card>
        )}
        {!known && (
          <Card title="Who runs it" id="who">
            {text('providerName', 'Name of the provider')}
            {text('providerWebsite', 'Website', { optional: true })}
          </Card>
        )}
        {!at && (
          <Card title="Where it is" id="where">
            {text('siteName', 'Name of the site', { hint: 'If it has one of its own', optional: true })}
            {text('street', 'Street', {
              hint: 'Leave it out where it must not be known, as for a shelter',
              optional: true,
            })}
            {text('city', 'Town')}
            {text('state', 'State', { hint: 'Two letters', short: true })}
            {text('zip', 'ZIP code', { short: true })}
          </Card>
        )}
        <Card title="What it offers" id="what">
          {text('name', 'Name of the service')}
          <SelectField
            name="kind"
            label="Kind"
            options={Object.entries(KINDS).map(([value, label]) => ({ value, label }))}
            value={firstOf(fields, 'kind') || 'other'}
            empty={false}
          />
          <Chips
            name="needs"
            legend="Helps with"
            choose="any"
            error={errors.needs}
            values={[...(fields.needs ?? [])]}
            options={Object.entries(NEEDS).map(([value, label]) => ({ value, label }))}
          />
          {text('phone', 'Phone', { optional: true })}
          <Chips
            name="visibility"
            legend="Who is shown it"
            choose="one"
            values={[firstOf(fields, 'visibility') || 'public']}
            options={[
              { value: 'public', label: 'Everybody' },
              { value: 'partners', label: 'Partners, not police' },
            ]}
          />
        </Card>
        <SendBar>
          <Button big wide>
            Add
          </Button>
        </SendBar>
      </form>
    </Page>
  )
}
