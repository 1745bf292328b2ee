import type { Child } from 'hono/jsx'
import {
  Alert,
  BigAction,
  ButtonLink,
  ChipLinks,
  ClockRow,
  EmptyState,
  Glyph,
  Page,
  Row,
  Rows,
  Section,
  When,
} from '#design'
import type { Frame } from '#identity'
import type { PathwayChoice } from '#pathways'
import type { ReferralLine } from './list-referrals.ts'
import { calledOf } from './referral-words.ts'

type ListProps = { lines: readonly ReferralLine[]; now: Date; zone: string }

/** What the sender may know of each referral, and no more: without a release all of them look alike. */
export const SentRows = ({ lines, now, zone }: ListProps) => (
  <Rows label="Your referrals">
    {lines.map((line) => {
      const open = (
        <ButtonLink kind="outline" href={`/referrals/${line.id}`} hiddenWords={` ${calledOf(line)}`}>
          Open
        </ButtonLink>
      )
      if (line.withdrawnAt || line.steps.includes('handed-over'))
        return (
          <Row
            mark={
              <Glyph name={line.withdrawnAt ? 'x' : 'check'} kind={line.withdrawnAt ? 'plain' : 'teal'} />
            }
            title={calledOf(line)}
            end={open}
          >
            <p>
              {line.withdrawnAt ? 'You took it back ' : 'You handed over '}
              <When at={line.clockStoppedAt ?? line.submittedAt} now={now} zone={zone} />.{' '}
              <span class="muted">{line.to}</span>
            </p>
          </Row>
        )
      return (
        <ClockRow
          title={calledOf(line)}
          startAt={line.submittedAt}
          dueAt={line.answerDueAt}
          doneAt={line.clockStoppedAt}
          now={now}
          zone={zone}
          end={open}
        >
          {line.to} was asked.
        </ClockRow>
      )
    })}
  </Rows>
)

export type FieldProps = ListProps & {
  frame: Frame
  draft: { id: string; savedAt: Date } | undefined
  /** In the address of the form, so that the back button after sending finds the same referral. */
  newReferralId: string
  choice: PathwayChoice
  /** What else goes on where they work, above what they sent. */
  goingOn?: Child
  /** People walk into their station and ask for help. */
  takesWalkIns?: boolean | undefined
}

/** An officer's home: the actions as big as a thumb in a glove, and what was sent. */
export const FieldPage = ({ frame, draft, newReferralId, choice, lines, now, zone, ...rest }: FieldProps) => (
  <Page {...frame} title="Home" field>
    <h1 class="usa-sr-only">Home</h1>
    <div class="stack gap-3">
      {draft && (
        <Alert
          kind="warning"
          action={
            <ButtonLink kind="outline" href={`/field/referral?draft=${draft.id}`}>
              Go on
            </ButtonLink>
          }
        >
          <strong>A referral is not sent yet</strong>
          <br />
          Saved <When at={draft.savedAt} now={now} zone={zone} />. Nothing is lost.
        </Alert>
      )}
      <section class="stack" aria-label="What do you need to do?">
        <div class="cw-acts two">
          <BigAction
            first
            href={`/field/referral?draft=${newReferralId}`}
            icon="hands"
            title="Make a referral"
            note={noteOf(choice)}
          />
          <BigAction
            href="/field/naloxone"
            icon="spray"
            title="I gave naloxone"
            note="Record it and get a new kit"
          />
          {rest.takesWalkIns && (
            <BigAction
              href="/visits/new"
              icon="door"
              title="Someone asks for help here"
              note="Call an angel to the station"
            />
          )}
          <BigAction href="/places" icon="map" title="Find a place" note="Who helps, near you and open now" />
        </div>
        {choice.pathways.length > 1 && (
          <ChipLinks
            label="Make a referral on another pathway"
            links={choice.pathways
              .filter(({ pathwayId }) => pathwayId !== choice.usual)
              .map(({ pathwayId, name }) => ({
                href: `/field/referral?draft=${newReferralId}&pathway=${pathwayId}`,
                label: `Refer: ${name}`,
              }))}
          />
        )}
      </section>
      {rest.goingOn}
      <Section
        id="mine"
        title="Your department’s referrals"
        end={lines.length > 0 && <a href="/referrals">All</a>}
      >
        {lines.length === 0 ? (
          <EmptyState icon="hands" title="Nothing sent yet">
            When you make a referral, its clock shows here until you have handed over.
          </EmptyState>
        ) : (
          <SentRows lines={lines} now={now} zone={zone} />
        )}
      </Section>
    </div>
  </Page>
)

/** On which pathway it is made when nothing else is chosen. */
const noteOf = ({ pathways, usual }: PathwayChoice): string => {
  const name = pathways.find(({ pathwayId }) => pathwayId === usual)?.name
  return name ? `${name}. About one minute.` : 'About one minute.'
}

export type ReferralsProps = ListProps & { frame: Frame; older: string | undefined }

/** Everything that the sender's organization sent, the newest first. */
export const ReferralsPage = ({ frame, lines, now, zone, older }: ReferralsProps) => (
  <Page {...frame} title="Referrals" field>
    <div class="cw-head">
      <div>
        <h1>Referrals your department sent</h1>
      </div>
      <ButtonLink href="/field/referral" icon="hands">
        Make a referral
      </ButtonLink>
    </div>
    {lines.length === 0 ? (
      <EmptyState icon="hands" title="No referrals here" level={2}>
        When you make one, it shows here with its clock.
      </EmptyState>
    ) : (
      <SentRows lines={lines} now={now} zone={zone} />
    )}
    {older && (
      <p>
        <a href={older}>Older referrals</a>
      </p>
    )}
  </Page>
)
