import {
  Alert,
  ButtonLink,
  Card,
  DefinitionList,
  ErrorSummary,
  Page,
  PageHeading,
  Row,
  Rows,
  Section,
  State,
  When,
} from '#design'
import type { Frame } from '#identity'
import type { FormFields } from '#platform/http/form-body.ts'
import { Words } from './accept.page.tsx'
import { AGREEMENT_KINDS, endOf } from './agreement.ts'
import type { AgreementView } from './find-agreement.ts'
import { DocumentsCard, EndCard, PaperCard, RenewCard, SignCard } from './kept-agreement-acts.page.tsx'
import { promiseWords } from './memorandum.ts'
import { STATES } from './own-agreements.page.tsx'
import { betweenWords } from './register.page.tsx'

export type KeptProps = {
  readonly frame: Frame
  readonly agreement: AgreementView
  /** Made anew for each page: pressing “Renew” twice makes one. */
  readonly nextId: string
  readonly organizationId: string
  /** As whom the reader signs. */
  readonly signatory: string
  readonly said: string | undefined
  readonly fields?: FormFields
  readonly errors?: Readonly<Record<string, string>>
  readonly now: Date
  readonly zone: string
}

const SAID: Readonly<Record<string, string>> = {
  sent: 'Sent. Whoever answers for its parties gets a message, and signs here or on paper.',
  signed: 'Signed. It counts as soon as every party has.',
  ended: 'Ended, from this moment on. What needs it is refused at once.',
  document: 'Kept. It stays with the agreement.',
}

const Signatures = ({ agreement, now, zone }: KeptProps) => (
  <Rows plain label="Who it is between, and who has signed">
    {agreement.parties.map(({ name, signatory, signedAt, how }) => (
      <Row
        title={name}
        end={signedAt ? <State is="open">Signed</State> : <State is="soon">Has yet to sign</State>}
      >
        {signedAt && (
          <p class="muted">
            {`${signatory}, `}
            <When at={signedAt} now={now} zone={zone} as="exact" />
            {how === 'paper' && ', on paper'}
          </p>
        )}
      </Row>
    ))}
    {agreement.withParty && (
      <Row title={agreement.withParty}>
        <p class="muted">{agreement.withSignatory ?? 'Relies on it, and does not sign'}</p>
      </Row>
    )}
  </Rows>
)

const Facts = ({ agreement, now, zone }: KeptProps) => (
  <DefinitionList
    items={[
      ...(agreement.startsAt
        ? [{ term: 'Counts from', value: <When at={agreement.startsAt} now={now} zone={zone} as="exact" /> }]
        : []),
      ...(agreement.acceptedAt
        ? [
            {
              term: 'Signed whole',
              value: <When at={agreement.acceptedAt} now={now} zone={zone} as="exact" />,
            },
          ]
        : []),
      {
        term: agreement.state === 'ended' ? 'Ended' : 'Until',
        value: <When at={endOf(agreement)} now={now} zone={zone} as="exact" />,
      },
      ...(agreement.endedBecause ? [{ term: 'Why it ended', value: agreement.endedBecause }] : []),
      ...(agreement.responseMinutes
        ? [{ term: 'Answers within', value: promiseWords(agreement.responseMinutes) }]
        : []),
      ...(agreement.mayFlow ? [{ term: 'May flow', value: agreement.mayFlow }] : []),
      ...(agreement.neverFlows ? [{ term: 'May not flow', value: agreement.neverFlows }] : []),
      { term: 'Made by', value: agreement.madeBy },
      ...(agreement.supersedesId
        ? [
            {
              term: 'In place of',
              value: <a href={`/agreements/kept/${agreement.supersedesId}`}>the one before it</a>,
            },
          ]
        : []),
      { term: 'Words', value: `Version “${agreement.textVersion}”` },
      { term: 'SHA-256', value: <code>{agreement.textSha256}</code> },
    ]}
  />
)

const History = ({ agreement, now, zone }: KeptProps) => (
  <Rows ordered plain label="What happened to it">
    {agreement.history.map(({ at, what, who }) => (
      <Row title={what}>
        <p class="muted">
          {who && `${who}, `}
          <When at={at} now={now} zone={zone} as="exact" />
        </p>
      </Row>
    ))}
  </Rows>
)

const Acts = (props: KeptProps) => {
  const { agreement } = props
  const isOver = agreement.state === 'ended'
  return (
    <>
      {agreement.maySign && <SignCard {...props} />}
      {(agreement.maySign || agreement.mayRecordFor.length > 0) && <PaperCard {...props} />}
      {agreement.mayChange && agreement.acceptedAt && <RenewCard {...props} />}
      {agreement.seesDocuments && <DocumentsCard {...props} />}
      {agreement.mayChange && !isOver && <EndCard {...props} />}
    </>
  )
}

/** One agreement: how it stands, its words, who signed, what belongs to it, and what can be done. */
export const KeptAgreementPage = (props: KeptProps) => {
  const { frame, agreement, said, errors = {} } = props
  const { is, words } = STATES[agreement.state]
  return (
    <Page {...frame} title={AGREEMENT_KINDS[agreement.kind]} hasErrors={Object.keys(errors).length > 0}>
      <PageHeading
        over={<a href="/agreements">Agreements</a>}
        title={AGREEMENT_KINDS[agreement.kind]}
        note={betweenWords(agreement)}
        end={<State is={is}>{words}</State>}
      />
      <div class="stack gap-3">
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        {said && SAID[said] && (
          <Alert kind="success" live>
            {SAID[said]}
          </Alert>
        )}
        <Card title="How it stands" id="facts">
          <Facts {...props} />
          <p>
            <ButtonLink kind="outline" icon="print" href={`/agreements/kept/${agreement.id}/agreement.pdf`}>
              As a PDF
            </ButtonLink>
          </p>
        </Card>
        <Section id="signatures" title="Who has signed">
          <Signatures {...props} />
        </Section>
        <Section id="words" title="The exact words">
          <Words text={agreement.text} />
        </Section>
        <Acts {...props} />
        <Section id="happened" title="What happened">
          <History {...props} />
        </Section>
      </div>
    </Page>
  )
}
