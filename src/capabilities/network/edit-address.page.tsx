import { Button, Card, ErrorSummary, Page, PageHeading, SendBar, TextField } from '#design'
import type { Frame } from '#identity'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { ChangedMeanwhile } from './changed-meanwhile.page.tsx'
import type { Listing } from './get-service.ts'

export type EditAddressProps = {
  readonly frame: Frame
  readonly place: Pick<Listing, 'serviceId' | 'providerName'>
  /** What the form shows: the address as it stands, or what was typed. */
  readonly fields: FormFields
  readonly errors?: Readonly<Record<string, string>> | undefined
  /** Whether nobody else has services at this door, and of this provider. */
  readonly movable: { readonly site: boolean; readonly provider: boolean }
  /** The change's own id, and up to when the form knows the listing. */
  readonly id: string
  readonly seenAt: string
  /** Somebody else has changed the listing since the form was opened. */
  readonly isStale?: boolean | undefined
}

/** Who runs a place, what it is called, and where it is. */
export const EditAddressPage = (props: EditAddressProps) => {
  const { frame, place, fields, errors = {}, movable, id, seenAt, isStale } = props
  const wrong = Object.entries(errors).map(([field, message]) => ({ field, message }))
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
    <Page {...frame} title="Change the address" hasErrors={wrong.length > 0} narrow form>
      <PageHeading
        over={<a href={`/places/${place.serviceId}`}>{place.providerName}</a>}
        title="Change the address"
        note="It holds for every service at this door. Saving counts as checking it today."
      />
      {wrong.length > 0 && <ErrorSummary errors={wrong} />}
      <form method="post" action={`/places/${place.serviceId}/address`} class="stack gap-3">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seenAt" value={seenAt} />
        {isStale && <ChangedMeanwhile serviceId={place.serviceId} />}
        <Card title="Who runs it" id="who">
          {movable.provider ? (
            text('providerName', 'Name')
          ) : (
            <p class="muted">Another organization has services of {place.providerName}, so its name stays.</p>
          )}
        </Card>
        <Card title="Where it is" id="where" gap={3}>
          {movable.site ? (
            <>
              {text('siteName', 'What the building is called', { optional: true })}
              {text('street', 'Street and number', { optional: true })}
              {text('street2', 'Floor or suite', { optional: true })}
              {text('city', 'Town')}
              {text('state', 'State', { hint: 'Two letters, such as ME', short: true })}
              {text('zip', 'ZIP code', { short: true })}
            </>
          ) : (
            <p class="muted">Another organization has services at this door, so the address stays.</p>
          )}
        </Card>
        {(movable.site || movable.provider) && (
          <SendBar>
            <Button>Save</Button>
          </SendBar>
        )}
      </form>
    </Page>
  )
}
