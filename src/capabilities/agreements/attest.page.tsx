import { Alert, Button, ButtonLink, Card, Page, PageHeading, Reasons, When } from '#design'
import type { Frame } from '#identity'
import type { OwnStanding } from './attest-golden-rule.ts'
import { ATTESTATION_TEXT } from './golden-rule.ts'

export type AttestProps = {
  readonly frame: Frame
  readonly own: OwnStanding
  readonly organizationName: string
  /** Where the member was going: a path of this application. */
  readonly returnTo: string
  readonly now: Date
  readonly zone: string
}

const Answer = ({ own, organizationName, returnTo, now, zone }: Omit<AttestProps, 'frame'>) => {
  if (!own.isAccepted)
    return (
      <Alert
        kind="info"
        action={
          <ButtonLink kind="outline" href={returnTo}>
            Go on
          </ButtonLink>
        }
      >
        <p>
          <b>{organizationName} has not accepted the rule yet.</b> An administrator or manager of it does so
          under <a href="/agreements">Agreements</a>. After that you can give your word here. Until then
          everything else works as ever: you can send referrals and see what you sent.
        </p>
      </Alert>
    )
  if (own.attestedUntil)
    return (
      <Alert kind="success" action={<ButtonLink href={returnTo}>Go on</ButtonLink>}>
        <p>
          <b>You gave your word.</b> It holds until{' '}
          <When at={own.attestedUntil} now={now} zone={zone} as="exact" />.
        </p>
      </Alert>
    )
  return (
    <form class="stack" method="post" action="/attest">
      <input type="hidden" name="returnTo" value={returnTo} />
      <p>
        <Button big wide icon="check">
          I keep this rule
        </Button>
      </p>
      <p class="muted">
        It holds for a year. That you gave your word is kept, with the day and these words. Not now?{' '}
        <a href={returnTo}>Go on without</a>: you can still send referrals, and see what you sent.
      </p>
    </form>
  )
}

/** The golden rule in plain words, for one member to say yes to, and then on to where they were going. */
export const AttestPage = ({ frame, ...facts }: AttestProps) => (
  <Page {...frame} title="The golden rule" field narrow>
    <PageHeading
      over="Once a year"
      title="The golden rule"
      note="People tell the truth where it cannot hurt them. This is what each of us promises, so that they can."
    />
    <div class="stack gap-3">
      <Card>
        <Reasons
          label="What I promise"
          reasons={ATTESTATION_TEXT.text.split('\n\n').map((words) => ({ is: 'yes', words }))}
        />
      </Card>
      <Answer {...facts} />
    </div>
  </Page>
)
