import { Alert, Button, ButtonLink, Page, PageHeading, PrintCard, ScreenOnly } from '#design'
import { withReturnTo } from '#platform/http/local-path.ts'
import type { Frame } from './env.ts'
import { inGroups, RECOVERY_CODES } from './recovery-code.ts'

/** Offers ten codes on paper: right after codes were set up, or whenever somebody wants new ones. */
export const RecoveryCodesPage = ({
  frame,
  left,
  next,
}: {
  readonly frame: Frame
  /** How many from before still work. */
  readonly left: number
  /** Where whoever was led here goes on; undefined: they came from their account. */
  readonly next?: string | undefined
}) => (
  <Page {...frame} title="Recovery codes" narrow>
    <div class="stack gap-3">
      <PageHeading
        title={next ? 'One last thing: codes on paper' : 'Recovery codes'}
        note={`${RECOVERY_CODES} codes for the day on which your phone is lost, broken or at home. Each lets you sign in once, with your password.`}
      />
      {left > 0 && (
        <Alert kind="warning">
          <p>
            <b>{left === 1 ? 'One code' : `${left} codes`} of before still work.</b> Once you make new ones,
            they do not.
          </p>
        </Alert>
      )}
      <p>
        They are shown once, to print or to write down. Keep the paper where you keep keys, not with your
        computer.
      </p>
      <form class="flow" method="post" action={withReturnTo('/account/recovery-codes', next)}>
        <Button big icon="print">
          Make {RECOVERY_CODES} {left > 0 ? 'new ' : ''}codes
        </Button>
        <a href={next ?? '/account'}>{next ? 'Later' : 'Back to your account'}</a>
      </form>
    </div>
  </Page>
)

/** The codes, this once. On paper they stand alone, and say neither whose nor for what county. */
export const RecoveryCodesShownPage = ({
  frame,
  codes,
  next,
}: {
  readonly frame: Frame
  readonly codes: readonly string[]
  readonly next?: string | undefined
}) => (
  <Page {...frame} title="Your recovery codes" narrow>
    <ScreenOnly>
      <PageHeading
        title="Print these now, or write them down"
        note="They are shown once. After you leave this page nobody can look them up, you neither."
      />
    </ScreenOnly>
    <div class="stack gap-3">
      <PrintCard
        id="recovery-codes"
        title="Causeway recovery codes"
        codeLabel="Your recovery codes"
        code={codes.map(inGroups)}
      >
        <p>Each works once, in place of the code from your phone. Strike it out when you have used it.</p>
        <p class="muted small">There is no letter i, l or o in them, and no 0 or 1.</p>
      </PrintCard>
      <ScreenOnly>
        <p class="muted">Print with your browser’s own print button.</p>
        <p>
          <ButtonLink big href={next ?? '/account'}>
            I have them on paper
          </ButtonLink>
        </p>
      </ScreenOnly>
    </div>
  </Page>
)
