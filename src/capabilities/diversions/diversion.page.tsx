import { NOT_FOR_ENFORCEMENT } from '#agreements'
import {
  Alert,
  ButtonLink,
  Card,
  Clock,
  DefinitionList,
  ErrorSummary,
  Page,
  PageHeading,
  ReleaseNotice,
  type Step,
  Steps,
  When,
  WhoCanSee,
} from '#design'
import { accompany } from '#disclosures'
import type { Frame } from '#identity'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import {
  CLOCKS,
  clocksOf,
  DECISIONS,
  openSteps,
  REPORTS,
  STEPS,
  standingOf,
  VERIFICATIONS,
  WAYS,
} from './diversion.ts'
import type { SeenDiversion } from './list-diversions.ts'
import { leadsOn, StepForm } from './next-step.page.tsx'

export type DiversionProps = {
  readonly frame: Frame
  readonly diversion: SeenDiversion
  /** What they are called, where the reader may know it. */
  readonly called: string | undefined
  /** Who took the steps, by the members' ids. */
  readonly members: ReadonlyMap<string, string>
  readonly papers: readonly string[]
  readonly sent: FormFields
  readonly errors: Readonly<Record<string, string>>
  readonly now: Date
  readonly zone: string
}

const SAID: Readonly<Record<string, string>> = { ...DECISIONS, ...REPORTS, ...CLOCKS }

const stepLines = ({ diversion, members, now, zone }: DiversionProps): Step[] =>
  diversion.rows.map((row) => {
    const who = row.byMemberId ? members.get(row.byMemberId) : undefined
    const said = [row.outcome && (SAID[row.outcome] ?? row.outcome), row.words].filter(Boolean).join(': ')
    return {
      title: STEPS[row.kind],
      is: 'done',
      note: (
        <>
          <When at={row.at} now={now} zone={zone} capital />
          {who && `, ${who}`}
          {said && `. ${said}`}
          {row.contents.length > 0 && `. ${row.contents.join(' · ')}`}
        </>
      ),
    }
  })

const Facts = ({ diversion }: DiversionProps) => {
  const { way, charge, incident, verification, organizations } = diversion
  const nameOf = (id: string | null) => (id && organizations.get(id)) ?? 'An organization'
  return (
    <Card title="What it is" id="facts">
      <DefinitionList
        items={[
          { term: 'Way', value: WAYS[way] },
          ...(charge ? [{ term: 'Charge, not made', value: charge }] : []),
          ...(incident ? [{ term: 'Incident', value: incident }] : []),
          ...(verification ? [{ term: 'Known by', value: VERIFICATIONS[verification] }] : []),
          { term: 'Sent by', value: nameOf(diversion.fromOrganizationId) },
          { term: 'With', value: nameOf(diversion.toOrganizationId) },
          ...(diversion.officeOrganizationId
            ? [{ term: 'Office', value: nameOf(diversion.officeOrganizationId) }]
            : []),
        ]}
      />
      {diversion.rows.some(({ kind }) => kind === 'packet-sent') && (
        <p>
          <ButtonLink kind="outline" icon="file" href={`/diversions/${diversion.referralId}/packet.pdf`}>
            Contents list of the packet
          </ButtonLink>
        </p>
      )}
    </Card>
  )
}

/** What may not be done with it: over every page on which something is decided. */
const Rule = ({ diversion }: DiversionProps) => {
  const carried = diversion.carried.map((one) => accompany('page', one))
  if (carried.length === 0)
    return (
      <Alert kind="info" icon="shield">
        <p>
          <b>Nobody is worse off for taking part.</b> {NOT_FOR_ENFORCEMENT}
        </p>
      </Alert>
    )
  return (
    <ReleaseNotice
      limits={NOT_FOR_ENFORCEMENT}
      statement={carried[0]?.notice ?? ''}
      scope={carried.map(({ scope, redisclosure }) => `${scope} ${redisclosure}`)}
    />
  )
}

const WHO = {
  sender:
    'You see what your agency did. Of the rest no more than they let you know: at most that it was completed or not.',
  place:
    'You see all of it. Police and prosecutor learn at most that it was completed or not, and only while the person lets them.',
  office:
    'You see the packet and what your office did. Completed or not completed comes only while the person lets you know.',
} as const

/** One diversion: its clocks, what happened, and what the reader can do next. */
export const DiversionPage = (props: DiversionProps) => {
  const { frame, diversion, called, papers, sent, errors, now, zone } = props
  const { course, side, charge, way } = diversion
  const open = openSteps(course, side, now).toSorted((a, b) => Number(leadsOn(b)) - Number(leadsOn(a)))
  const clocks = clocksOf(course).filter(({ id, doneAt }) => {
    const isTheirs = side === 'place' || (side === 'sender' ? id === 'arrival' : id === 'decision')
    return isTheirs && doneAt === undefined
  })
  const kind = firstOf(sent, 'kind')
  return (
    <Page {...frame} title={called ?? charge ?? WAYS[way]} hasErrors={Object.keys(errors).length > 0}>
      <div class="stack gap-3">
        <PageHeading
          over={<a href="/diversions">{side === 'office' ? 'Held charges' : 'Diversions'}</a>}
          title={called ?? charge ?? WAYS[way]}
          note={`${WAYS[way]}. ${standingOf(course)}.`}
        />
        <ErrorSummary
          errors={Object.entries(errors).map(([field, message]) => ({ field: `${field}-${kind}`, message }))}
        />
        <Rule {...props} />
        <div class="cw-cols">
          <div class="stack gap-3">
            {clocks.map((clock) => (
              <Card now>
                <Clock {...clock} title={CLOCKS[clock.id]} now={now} zone={zone} size="middle" />
              </Card>
            ))}
            <section class="stack" id="next" aria-labelledby="next-title">
              <h2 id="next-title">What you can do now</h2>
              {open.length === 0 && <p class="muted">Nothing waits for you here.</p>}
              {open.map((one) => (
                <StepForm
                  diversion={diversion}
                  kind={one}
                  papers={papers}
                  fields={one === kind ? sent : {}}
                  errors={one === kind ? errors : {}}
                />
              ))}
            </section>
          </div>
          <div class="stack gap-3">
            <Facts {...props} />
            <Card title="What happened" id="steps">
              {diversion.rows.length === 0 ? (
                <p class="muted">Nothing yet.</p>
              ) : (
                <Steps steps={stepLines(props)} />
              )}
            </Card>
            <WhoCanSee can={[...diversion.organizations.values()]} cannot={['Other police', 'Courts']}>
              {WHO[side]}
            </WhoCanSee>
          </div>
        </div>
      </div>
    </Page>
  )
}
