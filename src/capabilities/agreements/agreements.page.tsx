import {
  Alert,
  ButtonLink,
  Card,
  DataTable,
  DefinitionList,
  EmptyState,
  Page,
  PageHeading,
  Section,
  State,
  type StateProps,
  When,
} from '#design'
import type { Frame } from '#identity'
import { AGREEMENT_KINDS, type AgreementKind, type Standing, standingOf } from './agreement.ts'
import type { OwnStanding } from './attest-golden-rule.ts'
import type { Accepted, Attested } from './list-agreements.ts'

export type AgreementsProps = {
  readonly frame: Frame
  readonly organizationName: string
  readonly needed: readonly AgreementKind[]
  /** What ends last comes first. */
  readonly accepted: readonly Accepted[]
  /** Empty for members who do not answer for the organization. */
  readonly attested: readonly Attested[]
  readonly own: OwnStanding
  readonly mayAccept: boolean
  readonly justAccepted: boolean
  readonly now: Date
  readonly zone: string
}

const WHAT_FOR: Readonly<Record<AgreementKind, string>> = {
  'golden-rule':
    'Nobody is worse off for taking part, and nothing learned here is used against them. Until it is accepted, members of police and courts are shown nothing that people agreed to share.',
  qsoa: 'What lets a program under 42 CFR Part 2 keep its records here. Until it is signed, no new referral can be sent to you.',
}

const STATES: Readonly<Record<Standing, { is: StateProps['is']; words: string }>> = {
  missing: { is: 'bad', words: 'Not accepted yet' },
  'in-force': { is: 'open', words: 'In force' },
  'ends-soon': { is: 'soon', words: 'Ends soon' },
  ended: { is: 'bad', words: 'Ended' },
}

type Facts = Omit<AgreementsProps, 'frame'>

const AgreementCard = ({ kind, ...facts }: Facts & { kind: AgreementKind }) => {
  const { now, zone } = facts
  const latest = facts.accepted.find((one) => one.kind === kind)
  const standing = standingOf(latest, now)
  const { is, words } = STATES[standing]
  return (
    <Card title={AGREEMENT_KINDS[kind]} id={kind} end={<State is={is}>{words}</State>}>
      <p>{WHAT_FOR[kind]}</p>
      {latest && (
        <DefinitionList
          items={[
            { term: 'Accepted by', value: latest.signatory },
            { term: 'On', value: <When at={latest.acceptedAt} now={now} zone={zone} as="exact" /> },
            { term: 'With', value: latest.withSignatory ?? latest.withParty },
            {
              term: standing === 'ended' ? 'Ended' : 'Until',
              value: <When at={latest.expiresAt} now={now} zone={zone} as="exact" />,
            },
          ]}
        />
      )}
      <p>
        <ButtonLink
          kind={facts.mayAccept && standing !== 'in-force' ? undefined : 'outline'}
          href={`/agreements/${kind}`}
        >
          {facts.mayAccept && standing !== 'in-force' ? 'Read and accept' : 'Read the words'}
        </ButtonLink>
      </p>
    </Card>
  )
}

const OwnCard = ({ own, now, zone }: Facts) => (
  <Card
    title="Your own word"
    id="own"
    end={own.attestedUntil ? <State is="open">Given</State> : <State is="soon">Not given this year</State>}
  >
    {own.attestedUntil ? (
      <p>
        You keep the golden rule. Your word holds until{' '}
        <When at={own.attestedUntil} now={now} zone={zone} as="exact" />.
      </p>
    ) : (
      <p>
        Each member says once a year that they keep the golden rule. It takes a minute. Police and courts see
        nothing of participants before.
      </p>
    )}
    <p>
      <ButtonLink kind="outline" href="/attest?returnTo=/agreements">
        {own.attestedUntil ? 'Read the rule again' : 'Read it and give your word'}
      </ButtonLink>
    </p>
  </Card>
)

const History = ({ accepted, now, zone }: Facts) =>
  accepted.length === 0 ? (
    <EmptyState icon="file" title="Nothing accepted yet">
      Each acceptance is kept here for good, with the exact words, who accepted and until when.
    </EmptyState>
  ) : (
    <div class="cw-card flush">
      <DataTable
        id="accepted"
        caption="Every acceptance"
        hideCaption
        rows={accepted}
        columns={[
          {
            title: 'Agreement',
            cell: (one) => <a href={`/agreements/accepted/${one.id}`}>{AGREEMENT_KINDS[one.kind]}</a>,
          },
          {
            title: 'Accepted',
            cell: (one) => <When at={one.acceptedAt} now={now} zone={zone} as="exact" />,
          },
          { title: 'By', cell: (one) => one.signatory },
          { title: 'Until', cell: (one) => <When at={one.expiresAt} now={now} zone={zone} as="exact" /> },
        ]}
      />
    </div>
  )

const AttestedMembers = ({ attested, now, zone }: Facts) => (
  <div class="cw-card flush">
    <DataTable
      id="attested"
      caption="Members who gave their word"
      hideCaption
      rows={attested}
      columns={[
        { title: 'Member', cell: (one) => one.name },
        { title: 'Given', cell: (one) => <When at={one.attestedAt} now={now} zone={zone} as="exact" /> },
        {
          title: 'Holds',
          cell: (one) =>
            one.endsAt > now ? (
              <>
                until <When at={one.endsAt} now={now} zone={zone} as="exact" />
              </>
            ) : (
              'no more: ask them to give it again'
            ),
        },
      ]}
    />
  </div>
)

const headline = ({ needed, accepted, now, organizationName }: Facts): string => {
  const open = needed.filter((kind) =>
    ['missing', 'ended'].includes(
      standingOf(
        accepted.find((one) => one.kind === kind),
        now,
      ),
    ),
  ).length
  if (open === 0) return `${organizationName} has accepted what it needs`
  return open === 1 ? 'One agreement is missing' : `${open} agreements are missing`
}

/** What an organization has accepted and has yet to, who of it has attested, and every acceptance that there was. */
export const AgreementsPage = ({ frame, ...facts }: AgreementsProps) => (
  <Page {...frame} title="Agreements">
    <PageHeading title={headline(facts)} over="Agreements" />
    <div class="stack gap-3">
      {facts.justAccepted && (
        <Alert kind="success" live>
          <b>Accepted.</b> It is kept with its exact words, and can be read and printed here at any time.
        </Alert>
      )}
      <div class="grid">
        {facts.needed.map((kind) => (
          <AgreementCard {...facts} kind={kind} />
        ))}
        <OwnCard {...facts} />
      </div>
      <Section id="history" title="What was accepted">
        <History {...facts} />
      </Section>
      {facts.mayAccept && (
        <Section id="members" title="Who gave their word">
          {facts.attested.length === 0 ? (
            <EmptyState icon="people" title="Nobody yet">
              Members give theirs at <a href="/attest">the golden rule</a>. They find the way there from every
              page on which it matters.
            </EmptyState>
          ) : (
            <AttestedMembers {...facts} />
          )}
        </Section>
      )}
    </div>
  </Page>
)
