import { NOT_FOR_ENFORCEMENT } from '#agreements'
import {
  Button,
  ButtonLink,
  Card,
  CheckboxTile,
  Clock,
  Page,
  PageHeading,
  Reasons,
  ReleaseNotice,
  type Step as StepLine,
  Steps,
  Toast,
  When,
  WhoCanSee,
} from '#design'
import { accompany } from '#disclosures'
import type { Frame } from '#identity'
import { DATA_CLASSES } from '#kernel/data-classes.ts'
import type { VersionRow } from '#pathways'
import { clockStoppedAt, isComplete, type ReferralView, type Step } from './referral.ts'
import { calledOf, STEP_WORDS } from './referral-words.ts'

export type ReferralPageProps = {
  readonly frame: Frame
  readonly referral: ReferralView
  readonly now: Date
  readonly zone: string
  /** It was sent with the press before. */
  readonly justSent: boolean
  readonly pathway: VersionRow | undefined
}

type Facts = Omit<ReferralPageProps, 'frame' | 'justSent' | 'pathway'>

const has = (steps: readonly Step[], step: Step['step']) => steps.some((one) => one.step === step)

const headline = ({ referral }: Facts): string => {
  const { steps, to, withdrawnAt } = referral
  if (withdrawnAt) return 'You took it back'
  if (isComplete(steps)) return 'The handoff is complete'
  if (has(steps, 'handed-over')) return 'You handed over'
  if (has(steps, 'arrived')) return `They are at ${to.name}`
  if (has(steps, 'accepted')) return `${to.name} said yes`
  if (has(steps, 'declined')) return `${to.name} cannot take this one`
  return `${to.name} has been asked`
}

/** The clock runs from sending. Without a release nothing stops it but what the sender does. */
const ClockCard = (facts: Facts) => {
  const { referral, now, zone } = facts
  const { to, steps } = referral
  const ended = referral.withdrawnAt !== undefined || has(steps, 'handed-over')
  const isRunning = clockStoppedAt(steps) === undefined
  return (
    <Card now={isRunning} gap={3}>
      <Clock
        size="big"
        title={headline(facts)}
        startAt={referral.submittedAt}
        dueAt={referral.answerDueAt}
        doneAt={clockStoppedAt(steps)}
        now={now}
        zone={zone}
      >
        {isRunning ? 'They promised to answer by then.' : null}
      </Clock>
      {!ended && (
        <form class="stack" method="post" action={`/referrals/${referral.id}/handoff`}>
          <CheckboxTile
            name="personConfirms"
            value="yes"
            label="They say so too"
            hint="The person confirms the handoff"
          />
          <div class="flow pair">
            <Button big icon="check">
              I handed over
            </Button>
            {to.phone && (
              <ButtonLink big kind="outline" icon="phone" href={`tel:${to.phone}`}>
                Call {to.name}
              </ButtonLink>
            )}
          </div>
          {isRunning && (
            <p class="muted">
              No answer in time? Call them. A reminder goes out by itself, and the county’s coordinator is
              told.
            </p>
          )}
        </form>
      )}
    </Card>
  )
}

const stepLines = ({ referral, now, zone }: Facts): StepLine[] => {
  const done: StepLine[] = referral.steps.map((step) => ({
    title: STEP_WORDS[step.step],
    is: 'done',
    note: (
      <>
        <When at={step.at} now={now} zone={zone} capital />,{' '}
        {[step.member, step.by].filter(Boolean).join(', ')}
        {step.personConfirms ? '. The person confirmed it' : ''}
      </>
    ),
  }))
  if (referral.withdrawnAt || has(referral.steps, 'handed-over')) return done
  return [
    ...done,
    {
      title: STEP_WORDS['handed-over'],
      is: 'now',
      note: 'You confirm it here when somebody else has taken over.',
    },
  ]
}

/** Before the golden rule is kept nothing can be told: the same on every referral, with a release or without. */
const FirstTheRule = ({ referral }: { referral: ReferralView }) => (
  <Card title="What you will hear" id="told">
    <p>
      <b>First, once a year: the golden rule.</b> What people agree to share with you is shown after you give
      your word that it is never used against them. It takes a minute.
    </p>
    <p>
      <ButtonLink kind="outline" href={`/attest?returnTo=/referrals/${referral.id}`}>
        Read the rule
      </ButtonLink>
    </p>
    <p class="muted">This says the same on every referral, whatever came of it.</p>
  </Card>
)

/** What it may not be used for, over everything that the person let the sender know (P2-054, 42 CFR 2.32). */
const Notice = ({ referral }: { referral: ReferralView }) => {
  if (!referral.release) return null
  const carried = referral.release.carried.map((one) => accompany('page', one))
  return (
    <ReleaseNotice
      limits={NOT_FOR_ENFORCEMENT}
      statement={carried[0]?.notice ?? ''}
      scope={carried.map(({ scope, redisclosure }) => `${scope} ${redisclosure}`)}
    />
  )
}

/** What the sender will be told, and as plainly what not. With no release it is the same whatever came of it. */
const WhatYouHear = ({ referral, now, zone }: Facts) => {
  const { release } = referral
  if (referral.mustAttest) return <FirstTheRule referral={referral} />
  if (!release)
    return (
      <Card title="What you will hear" id="told">
        <p>
          <b>We cannot tell you what came of this.</b> The person has not agreed that your department may
          know.
        </p>
        <p class="muted">
          It looks the same whether they were taken on or not. Silence is not bad news. It means the rest is
          theirs.
        </p>
      </Card>
    )
  return (
    <Card title="What you will hear" id="told">
      <p>
        They agreed to this
        {release.expiresAt && (
          <>
            {' '}
            until <When at={release.expiresAt} now={now} zone={zone} as="day" />
          </>
        )}
        , and can change it at any time.
      </p>
      <Reasons
        label="You will be told"
        reasons={release.dataClasses.map((dataClass) => ({
          is: 'yes',
          words: DATA_CLASSES[dataClass],
        }))}
      />
      <Reasons
        label="You will not be told"
        reasons={[{ is: 'unseen', words: 'Anything about health or care' }]}
      />
    </Card>
  )
}

/** Under what it stands, whatever becomes of the pathway afterwards. */
const PathwayCard = ({
  referral,
  pathway,
}: {
  readonly referral: ReferralView
  readonly pathway: NonNullable<ReferralPageProps['pathway']>
}) => (
  <Card title={`Pathway: ${pathway.definition.name}`} id="pathway">
    <p>
      <ButtonLink kind="outline" icon="list" href={`/referrals/${referral.id}/screening`}>
        Criteria and decision
      </ButtonLink>
    </p>
    <p class="muted">
      Under <a href={`/pathways/${pathway.pathwayId}?version=${pathway.number}`}>version {pathway.number}</a>,
      which stays its own.
    </p>
  </Card>
)

/** A referral as its sender sees it: what happened, what is next, by when, and what will never be told. */
export const ReferralPage = ({ frame, justSent, pathway, ...facts }: ReferralPageProps) => {
  const { referral, now, zone } = facts
  const canTakeBack = !referral.withdrawnAt && !has(referral.steps, 'handed-over')
  return (
    <Page {...frame} title="Referral" field>
      {justSent && canTakeBack && (
        <Toast
          message="Referral sent."
          undo={{ action: `/referrals/${referral.id}/take-back`, label: 'Take it back' }}
        />
      )}
      <PageHeading
        over={
          <>
            Referral, sent <When at={referral.submittedAt} now={now} zone={zone} />
          </>
        }
        title={calledOf(referral.identity ?? {})}
      />
      <Notice referral={referral} />
      <div class="cw-cols">
        <div class="stack gap-3">
          <ClockCard {...facts} />
          <Card title="What happened, what is next" id="steps">
            <Steps steps={stepLines(facts)} />
          </Card>
        </div>
        <div class="stack gap-3">
          {pathway && <PathwayCard referral={facts.referral} pathway={pathway} />}
          <WhatYouHear {...facts} />
          <WhoCanSee can={[referral.from.name, referral.to.name]} cannot={['Other police', 'Courts']}>
            <b>Your department and {referral.to.name} can see what you sent.</b> Each look by them is written
            down, and the person can ask for the list.
          </WhoCanSee>
          {canTakeBack && !justSent && (
            <form method="post" action={`/referrals/${referral.id}/take-back`}>
              <p class="muted">Sent by mistake? They stop seeing it at once.</p>
              <Button kind="danger">Take it back</Button>
            </form>
          )}
        </div>
      </div>
    </Page>
  )
}
