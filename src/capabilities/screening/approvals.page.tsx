import {
  Alert,
  Button,
  EmptyState,
  Page,
  PageHeading,
  Reasons,
  Row,
  Rows,
  State,
  When,
  WhoCanSee,
} from '#design'
import type { Frame } from '#identity'
import { PATHWAY_WORDS } from '#pathways'
import { criterionWords } from './decision.ts'
import type { AskedApproval } from './list-screening.ts'

export type ApprovalsProps = {
  readonly frame: Frame
  readonly asked: readonly AskedApproval[]
  readonly ownMemberId: string
  readonly said?: 'answered' | 'not-asked' | undefined
  readonly now: Date
  readonly zone: string
}

const SAID = {
  answered: 'It is recorded, and they see it at once.',
  'not-asked': 'It was answered before, or somebody else has to answer it.',
} as const

const Answer = ({ one, ownMemberId }: { one: AskedApproval; ownMemberId: string }) => {
  if (one.answer !== null)
    return <State is={one.answer === 'yes' ? 'open' : 'bad'}>{one.answer === 'yes' ? 'Yes' : 'No'}</State>
  if (one.isOverride && one.askedByMemberId === ownMemberId)
    return <State is="soon">Somebody else has to</State>
  const about = `: ${one.definition.name}, ${one.from}`
  return (
    <form class="flow" method="post" action={`/approvals/${one.id}`}>
      <Button icon="check" name="answer" value="yes" hiddenWords={about}>
        Yes
      </Button>
      <Button kind="outline" icon="x" name="answer" value="no" hiddenWords={about}>
        No
      </Button>
    </form>
  )
}

/** What a sergeant, a project manager or a prosecutor is asked to say yes to: the pathway and the criteria, and no person. */
export const ApprovalsPage = ({ frame, asked, ownMemberId, said, now, zone }: ApprovalsProps) => {
  const waiting = asked.filter(({ answer }) => answer === null).length
  return (
    <Page {...frame} title="Approvals" narrow>
      <div class="stack gap-3">
        <PageHeading
          title={
            waiting === 0
              ? 'Nothing waits for you'
              : waiting === 1
                ? 'One waits for you'
                : `${waiting} wait for you`
          }
          note="Pathways name who says yes. Here you say it."
        />
        {said && (
          <Alert kind={said === 'answered' ? 'success' : 'warning'} live>
            <p>{SAID[said]}</p>
          </Alert>
        )}
        {asked.length === 0 ? (
          <EmptyState icon="check" title="Nothing was asked yet" level={2}>
            When a referral needs your yes, it stands here.
          </EmptyState>
        ) : (
          <Rows plain label="What you are asked">
            {asked.map((one) => (
              <Row
                level={2}
                title={`${one.definition.name}${one.isOverride ? ': override' : ''}`}
                end={<Answer one={one} ownMemberId={ownMemberId} />}
              >
                <p>
                  {PATHWAY_WORDS.outcomes[one.outcome]}. {one.from} asks{' '}
                  {PATHWAY_WORDS.approvers[one.approver].toLowerCase()},{' '}
                  <When at={one.askedAt} now={now} zone={zone} />
                </p>
                <Reasons
                  label="Not met"
                  reasons={criterionWords(one.definition, one.missed).map((words) => ({ is: 'no', words }))}
                />
                {one.overrideReason && <p>“{one.overrideReason}”</p>}
              </Row>
            ))}
          </Rows>
        )}
        <WhoCanSee>
          <b>No name stands here.</b> You hear from the officer who it is about; it is written nowhere on this
          page.
        </WhoCanSee>
      </div>
    </Page>
  )
}
