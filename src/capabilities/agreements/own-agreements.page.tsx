import {
  ButtonLink,
  Card,
  DataTable,
  DefinitionList,
  EmptyState,
  State,
  type StateProps,
  When,
} from '#design'
import {
  AGREEMENT_KINDS,
  type AgreementState,
  endOf,
  isInForce,
  type OwnKind,
  standsBy,
} from './agreement.ts'
import type { OwnStanding } from './attest-golden-rule.ts'
import type { Attested, Registered } from './list-agreements.ts'

export type OwnFacts = {
  readonly organizationName: string
  readonly needed: readonly OwnKind[]
  /** Those that bind the reader's organization. */
  readonly bound: readonly Registered[]
  readonly own: OwnStanding
  readonly mayAccept: boolean
  readonly now: Date
  readonly zone: string
}

const WHAT_FOR: Readonly<Record<OwnKind, string>> = {
  'golden-rule':
    'Nobody is worse off for taking part, and nothing learned here is used against them. Until it is accepted, members of police and courts are shown nothing that people agreed to share.',
  qsoa: 'What lets a program under 42 CFR Part 2 keep its records here. Until it is signed, no new referral can be sent to you.',
}

type StateLook = { readonly is: StateProps['is']; readonly words: string }

/** Every state of an agreement, as a shape and a word. */
export const STATES: Readonly<Record<AgreementState, StateLook>> = {
  waiting: { is: 'soon', words: 'Waiting for signatures' },
  'to-come': { is: 'shut', words: 'Signed, begins later' },
  'in-force': { is: 'open', words: 'In force' },
  'ends-soon': { is: 'soon', words: 'Ends soon' },
  ended: { is: 'bad', words: 'Ended' },
}

const MISSING: StateLook = { is: 'bad', words: 'Not accepted yet' }

const ofKind = ({ bound, now }: OwnFacts, kind: OwnKind): Registered | undefined =>
  standsBy(
    bound.filter((one) => one.kind === kind),
    now,
  )

const NeededCard = ({ kind, ...facts }: OwnFacts & { kind: OwnKind }) => {
  const { now, zone } = facts
  const latest = ofKind(facts, kind)
  const { is, words } = latest ? STATES[latest.state] : MISSING
  const asksToAccept = facts.mayAccept && latest?.state !== 'in-force'
  return (
    <Card title={AGREEMENT_KINDS[kind]} id={kind} end={<State is={is}>{words}</State>}>
      <p>{WHAT_FOR[kind]}</p>
      {latest && (
        <DefinitionList
          items={[
            {
              term: 'Signed by',
              value: latest.parties.map(({ signatory }) => signatory ?? 'Nobody yet').join(', '),
            },
            { term: 'With', value: latest.withSignatory ?? latest.withParty },
            {
              term: latest.state === 'ended' ? 'Ended' : 'Until',
              value: <When at={endOf(latest)} now={now} zone={zone} as="exact" />,
            },
          ]}
        />
      )}
      <p>
        <ButtonLink kind={asksToAccept ? undefined : 'outline'} href={`/agreements/${kind}`}>
          {asksToAccept ? 'Read and accept' : 'Read the words'}
        </ButtonLink>
      </p>
    </Card>
  )
}

const OwnCard = ({ own, now, zone }: OwnFacts) => (
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

/** What the reader's organization needs before anything flows, and the reader's own word. */
export const OwnAgreements = (facts: OwnFacts) => (
  <div class="grid">
    {facts.needed.map((kind) => (
      <NeededCard {...facts} kind={kind} />
    ))}
    <OwnCard {...facts} />
  </div>
)

/** Whether the organization has what it needs, in a sentence. */
export const ownHeadline = (facts: OwnFacts): string => {
  const open = facts.needed.filter((kind) => {
    const latest = ofKind(facts, kind)
    return !latest || !isInForce(latest, facts.now)
  }).length
  if (open === 0) return `${facts.organizationName} has accepted what it needs`
  return open === 1 ? 'One agreement is missing' : `${open} agreements are missing`
}

/** Who of an organization gave their word, for whoever answers for it. */
export const AttestedMembers = ({
  attested,
  now,
  zone,
}: {
  attested: readonly Attested[]
  now: Date
  zone: string
}) =>
  attested.length === 0 ? (
    <EmptyState icon="people" title="Nobody yet">
      Members give theirs at <a href="/attest">the golden rule</a>. They find the way there from every page on
      which it matters.
    </EmptyState>
  ) : (
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
