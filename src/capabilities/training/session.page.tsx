import {
  Alert,
  Button,
  Card,
  CheckboxTiles,
  EmptyState,
  Page,
  PageHeading,
  Row,
  Rows,
  ScreenOnly,
  Section,
  SignLines,
  When,
} from '#design'
import type { Frame } from '#identity'
import type { findSession } from './hold-session.ts'
import { BRINGS } from './session-form.ts'

export type SessionProps = {
  readonly frame: Frame
  readonly session: NonNullable<Awaited<ReturnType<typeof findSession>>>
  /** Who works here and is not noted yet. */
  readonly others: readonly { readonly id: string; readonly name: string; readonly title: string | null }[]
  /** The code on the wall, as a path on a sheet of `size` by `size`. */
  readonly code: { readonly path: string; readonly size: number }
  readonly address: string
  readonly said: 'noted' | 'closed' | 'planned' | undefined
  readonly now: Date
  readonly zone: string
}

const SAID = {
  planned: 'Planned. Print this page: it has the code for the wall and the sheet.',
  noted: 'Noted.',
  closed: 'Closed. Everybody who was there has their certificate.',
} as const

const SHEET_LINES = 12

const Wall = ({ code, address }: Pick<SessionProps, 'code' | 'address'>) => (
  <Card title="Sign in by phone" id="code">
    <svg
      viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`}
      width="220"
      height="220"
      role="img"
      aria-label={`Code that opens ${address}`}
      shape-rendering="crispEdges"
    >
      <rect x="-4" y="-4" width={code.size + 8} height={code.size + 8} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
    <p>
      Scan it with your phone and press “I am here”, or type{' '}
      <b>
        {address.slice(0, address.lastIndexOf('/') + 1).replace(/^https?:\/\//, '')}
        <wbr />
        {address.slice(address.lastIndexOf('/') + 1)}
      </b>
    </p>
  </Card>
)

/** One session: the code for the wall, who is there, the sheet, and its end. */
export const SessionPage = ({ frame, session, others, code, address, said, now, zone }: SessionProps) => (
  <Page {...frame} title={session.title} narrow>
    <div class="stack gap-3">
      <p class="cw-screen-only">
        <a href="/training/sessions">All sessions</a>
      </p>
      <PageHeading
        over={
          <>
            <When at={session.heldAt} now={now} zone={zone} as="exact" />
            {session.place && `, ${session.place}`}
          </>
        }
        title={session.title}
        note={session.trainers
          .map(({ name, brings }) => `${name} (${BRINGS[brings].toLowerCase()})`)
          .join(', ')}
      />
      {said && (
        <Alert kind="success" live>
          <p>{SAID[said]}</p>
        </Alert>
      )}
      {!session.closedAt && <Wall code={code} address={address} />}
      <Section
        id="there"
        title={session.there.length === 1 ? '1 is there' : `${session.there.length} are there`}
      >
        {session.there.length === 0 ? (
          <EmptyState icon="people" title="Nobody has signed in yet">
            Whoever scans the code stands here.
          </EmptyState>
        ) : (
          <Rows plain label="Who is there">
            {session.there.map(({ name, how, notedAt }) => (
              <Row title={name}>
                <p class="muted">
                  {how === 'code' ? 'Signed in' : 'Noted from the sheet'}{' '}
                  <When at={notedAt} now={now} zone={zone} />
                </p>
              </Row>
            ))}
          </Rows>
        )}
      </Section>
      {!session.closedAt && (
        <ScreenOnly>
          {others.length > 0 && (
            <Card title="Note from the sheet" id="sheet">
              <p>
                <a href={`/training/sessions/${session.id}/sheet`}>An empty sheet to print</a>
              </p>
              <form method="post" action={`/training/sessions/${session.id}/attendance`} class="stack">
                <CheckboxTiles
                  name="member"
                  legend="Who signed the sheet"
                  columns={2}
                  options={others.map(({ id, name, title }) => ({
                    value: id,
                    label: name,
                    hint: title ?? undefined,
                  }))}
                />
                <p>
                  <Button kind="outline">Note them</Button>
                </p>
              </form>
            </Card>
          )}
          <form method="post" action={`/training/sessions/${session.id}/close`} class="stack">
            <p class="muted">
              Nobody signs in after that. Everybody who is there gets their certificate, in your name.
            </p>
            <p>
              <Button icon="check">Close the session</Button>
            </p>
          </form>
        </ScreenOnly>
      )}
    </div>
  </Page>
)

/** Lines to sign on, for a room without phones. */
export const SheetPage = ({
  frame,
  session,
  now,
  zone,
}: Pick<SessionProps, 'frame' | 'session' | 'now' | 'zone'>) => (
  <Page {...frame} title="Sign-in sheet" narrow>
    <div class="stack gap-3">
      <PageHeading
        over="Sign-in sheet"
        title={session.title}
        note={
          <>
            <When at={session.heldAt} now={now} zone={zone} as="exact" />
            {session.place && `, ${session.place}`}
          </>
        }
      />
      <SignLines
        lines={Array.from({ length: SHEET_LINES * 2 }, (_, at) => ({
          label: at % 2 === 0 ? 'Name and badge' : 'Signature',
        }))}
      />
    </div>
  </Page>
)
