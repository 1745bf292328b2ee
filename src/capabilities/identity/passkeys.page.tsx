import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  Page,
  PageHeading,
  PasskeyForm,
  Row,
  Rows,
  State,
  TextField,
  When,
} from '#design'
import { LONGEST_PASSKEY_NAME, MOST_PASSKEYS } from './add-passkey.ts'
import type { Frame } from './env.ts'
import type { OwnPasskey } from './list-passkeys.ts'
import { SignOnSection, type SignOnSectionProps } from './sign-on.page.tsx'

export type PasskeySectionProps = {
  readonly passkeys: readonly OwnPasskey[]
  readonly now: Date
  /** IANA name of the county's time zone. */
  readonly zone: string
}

const PasskeyRow = ({
  passkey,
  now,
  zone,
}: Omit<PasskeySectionProps, 'passkeys'> & { passkey: OwnPasskey }) => (
  <Row
    title={passkey.name}
    end={
      <form method="post" action="/account/passkeys/remove">
        <Button kind="outline" name="id" value={passkey.id} hiddenWords={` ${passkey.name}`}>
          Remove
        </Button>
      </form>
    }
  >
    {passkey.stoppedAt ? (
      <p>
        <State is="shut">Stopped</State> Its counter ran backward, as if there were two of it. It opens
        nothing. Remove it, and tell whoever runs Causeway for you.
      </p>
    ) : (
      <p class="muted">
        Added <When at={passkey.createdAt} now={now} zone={zone} as="day" />.{' '}
        {passkey.lastUsedAt ? (
          <>
            Last used <When at={passkey.lastUsedAt} now={now} zone={zone} />.
          </>
        ) : (
          'Not used yet.'
        )}{' '}
        {passkey.isSynced ? 'Copied to your other devices by its maker.' : 'On one device only.'}
      </p>
    )}
  </Row>
)

/** A member's passkeys, for the page of their account and for a page of its own. */
export const PasskeySection = ({ passkeys, now, zone }: PasskeySectionProps) => (
  <Card title="Passkeys" id="passkeys">
    {passkeys.length === 0 ? (
      <EmptyState
        icon="lock"
        title="No passkeys yet"
        action={<ButtonLink href="/account/passkeys/new">Add a passkey</ButtonLink>}
      >
        With a passkey you sign in by finger, face or PIN: no password and no code. It cannot be stolen by a
        false page.
      </EmptyState>
    ) : (
      <>
        <Rows bare plain label="Your passkeys">
          {passkeys.map((passkey) => (
            <PasskeyRow passkey={passkey} now={now} zone={zone} />
          ))}
        </Rows>
        {passkeys.length < MOST_PASSKEYS ? (
          <p>
            <ButtonLink kind="outline" icon="plus" href="/account/passkeys/new">
              Add another
            </ButtonLink>
          </p>
        ) : (
          <p class="muted">You have {MOST_PASSKEYS}. Remove one to add another.</p>
        )}
      </>
    )}
  </Card>
)

export type WaysToSignInProps = PasskeySectionProps & {
  readonly frame: Frame
  /** The member's account at their organization's provider; undefined where it has none. */
  readonly signOn: SignOnSectionProps | undefined
}

/** How a member signs in beside their password: passkeys, and the account that their organization gave them. */
export const WaysToSignInPage = ({ frame, signOn, ...section }: WaysToSignInProps) => (
  <Page {...frame} title="How you sign in" narrow>
    <div class="stack gap-3">
      <PageHeading
        title="How you sign in"
        note="Your password and code always work as well. Keep passkeys on two devices, so that a lost phone does not lock you out."
      />
      <PasskeySection {...section} />
      {signOn && <SignOnSection {...signOn} />}
    </div>
  </Page>
)

/** Where a member makes a passkey on the device in their hand. */
export const NewPasskeyPage = ({
  frame,
  name,
  errors = {},
}: {
  readonly frame: Frame
  readonly name?: string | undefined
  readonly errors?: Readonly<Record<string, string>>
}) => (
  <Page {...frame} title="Add a passkey" narrow hasErrors={Object.keys(errors).length > 0}>
    <div class="stack gap-3">
      <PageHeading
        title="Add a passkey"
        note="Your device asks for your finger, face or PIN, and keeps the key. Nothing of that comes to us."
      />
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <Card>
        <PasskeyForm act="make" action="/account/passkeys" options="/account/passkeys/challenge">
          <TextField
            name="name"
            label="What do you call it?"
            hint="Such as “Work phone” or “Blue key on my ring”, so that you know which to remove."
            value={name}
            error={errors.name}
            maxlength={LONGEST_PASSKEY_NAME}
            autocomplete="off"
            required
          />
          <p>
            <Button big>Make the passkey</Button>
          </p>
        </PasskeyForm>
        <p class="muted small">
          Nothing to fill in here? Passkeys need JavaScript, and a browser from the last two years.
        </p>
      </Card>
      <p>
        <a href="/account/passkeys">Back to how you sign in</a>
      </p>
    </div>
  </Page>
)
