import { Alert, Card, Reasons, Row, Rows, State, When } from '#design'
import { type Definition, PATHWAY_WORDS } from '#pathways'
import { criterionWords, STANDING_WORDS, type Standing } from './decision.ts'
import type { NamedApproval, ScreenedReferral } from './list-screening.ts'

const KIND: Readonly<Record<Standing, 'success' | 'warning' | 'error'>> = {
  ...{ approved: 'success', waiting: 'warning', 'not-approved': 'error' },
  ...{ ineligible: 'warning', stopped: 'error' },
}

type Facts = { readonly now: Date; readonly zone: string }

const ApprovalRow = ({ approval, now, zone }: Facts & { approval: NamedApproval }) => {
  const { answer, answeredAt, answeredBy, askedAt, askedName, approver, isOverride } = approval
  return (
    <Row
      title={`${PATHWAY_WORDS.approvers[approver]}${isOverride ? ', to override' : ''}`}
      end={
        <State is={answer === null ? 'soon' : answer === 'yes' ? 'open' : 'bad'}>
          {answer === null ? 'Waits' : answer === 'yes' ? 'Yes' : 'No'}
        </State>
      }
    >
      <p class="muted">
        {answeredAt ? (
          <>
            {answeredBy ?? 'A member'}, {askedName}, <When at={answeredAt} now={now} zone={zone} />
          </>
        ) : (
          <>
            {askedName} was asked <When at={askedAt} now={now} zone={zone} />. Call them if it is urgent: they
            see no name.
          </>
        )}
      </p>
    </Row>
  )
}

/** A decision as it stands: what it came to, why, under which version, and who said what. */
export const DecisionCard = ({
  decision,
  definition,
  now,
  zone,
}: Facts & { readonly decision: ScreenedReferral; readonly definition: Definition }) => {
  const { standing, outcome, criteria, overrideReason, decidedBy, decidedAt, approvals } = decision
  const words = (isMet: boolean) =>
    criterionWords(
      definition,
      criteria.filter(({ met }) => met === isMet).map(({ id }) => id),
    )
  return (
    <Card title="The decision" id="decision">
      <Alert kind={KIND[standing]} icon={standing === 'approved' ? 'check' : undefined}>
        <p>
          <b>{STANDING_WORDS[standing]}</b>
          {standing !== 'ineligible' &&
            standing !== 'stopped' &&
            `: ${PATHWAY_WORDS.outcomes[outcome].toLowerCase()}`}
        </p>
      </Alert>
      <Reasons
        label="Criteria"
        reasons={[
          ...words(false).map((label) => ({ is: 'no' as const, words: `Not met: ${label}` })),
          ...words(true).map((label) => ({ is: 'yes' as const, words: label })),
        ]}
      />
      {overrideReason && <p>Asked to override it: “{overrideReason}”</p>}
      <p class="muted">
        {decidedBy}, <When at={decidedAt} now={now} zone={zone} />
      </p>
      {approvals.length > 0 && (
        <Rows plain bare label="Approvals">
          {approvals.map((approval) => (
            <ApprovalRow approval={approval} now={now} zone={zone} />
          ))}
        </Rows>
      )}
    </Card>
  )
}
