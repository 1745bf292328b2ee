import { ChipLinks, DataTable, EmptyState, State, type StateProps, When } from '#design'
import { classWords } from './class-words.ts'
import { choicesOf, FilterForm, organizationChoices } from './filter-form.page.tsx'
import type { OfficeLine, OfficeReleases } from './list-releases.ts'
import {
  OfficePage,
  type OfficeProps,
  OlderLink,
  PersonReference,
  personWords,
} from './privacy-frame.page.tsx'
import {
  ENDING_WORDS,
  KIND_WORDS,
  type ReleaseQuestion,
  releasesPath,
  STATE_WORDS,
  stateOf,
} from './release-question.ts'

export type ReleasesProps = OfficeProps &
  OfficeReleases & {
    readonly question: ReleaseQuestion
    /** The id after which the list goes on; undefined on the last page. */
    readonly next: string | undefined
  }

const SHAPES: Readonly<Record<ReturnType<typeof stateOf>, StateProps['is']>> = {
  live: 'open',
  'ends-soon': 'soon',
  ended: 'shut',
  stopped: 'shut',
}

const Filter = ({ question, recipients }: ReleasesProps) => (
  <FilterForm
    action="/privacy/releases"
    summary="Choose who may be told, and the kind"
    kept={{ state: question.state, person: question.person }}
    choices={[
      {
        name: 'to',
        label: 'May be told',
        empty: 'Anybody',
        value: question.to,
        options: organizationChoices(recipients),
      },
      {
        name: 'kind',
        label: 'Kind',
        empty: 'Every kind',
        value: question.kind,
        options: choicesOf(KIND_WORDS),
      },
    ]}
  />
)

const until = (line: OfficeLine, { now, zone }: OfficeProps) => {
  const ended = line.revokedAt ?? line.endedAt ?? line.expiresAt
  return (
    <>
      {ended ? <When at={ended} now={now} zone={zone} as="day" /> : null}
      {line.endsOn && !line.revokedAt && !line.endedAt && (
        <>
          {ended && ', or '}
          {ENDING_WORDS[line.endsOn]}
        </>
      )}
    </>
  )
}

const told = ({ dataClasses, withheldClasses }: OfficeLine) => (
  <>
    {classWords(dataClasses.filter((one) => !withheldClasses.includes(one))) || 'Nothing any more'}
    {withheldClasses.length > 0 && (
      <span class="muted"> (held back at their wish: {classWords(withheldClasses).toLowerCase()})</span>
    )}
  </>
)

const paperLinks = ({ releaseId, to }: OfficeLine, papers: ReleasesProps['papers']) => (
  <span class="flow close">
    {papers
      .filter((paper) => paper.releaseId === releaseId)
      .map(({ id }, index) => (
        <a
          href={`/privacy/releases/${releaseId}/paper/${id}`}
          aria-label={`File ${index + 1} of the paper that names ${to}`}
        >
          {`File ${index + 1}`}
        </a>
      ))}
  </span>
)

const headline = ({ question, lines, next }: ReleasesProps): string => {
  const about = question.person ? ` of ${personWords(question.person)}` : ''
  const count = next || question.after ? '' : `: ${lines.length}`
  return `${question.state ? HEADINGS[question.state] : 'All releases'}${about}${count}`
}

const HEADINGS: Readonly<Record<ReturnType<typeof stateOf>, string>> = {
  live: 'Releases in force',
  'ends-soon': 'Releases that end within 30 days',
  ended: 'Releases that ended',
  stopped: 'Releases that were stopped',
}

/** Every line of every release in the county: who may be told what about somebody, and until when. No names. */
export const ReleasesPage = (props: ReleasesProps) => {
  const { frame, now, zone, question, lines, next } = props
  return (
    <OfficePage
      frame={frame}
      current="/privacy/releases"
      title="Releases"
      over="Releases, a line for each recipient"
      heading={headline(props)}
    >
      <ChipLinks
        label="How they stand"
        links={[
          {
            href: releasesPath({ ...question, state: '', after: '' }),
            label: 'All',
            current: question.state === '',
          },
          ...Object.entries(STATE_WORDS).map(([state, label]) => ({
            href: releasesPath({ ...question, state: state as ReleaseQuestion['state'], after: '' }),
            label,
            current: state === question.state,
          })),
        ]}
      />
      <Filter {...props} />
      {question.person && (
        <p class="cw-screen-only">
          <a href={releasesPath({ ...question, person: '', after: '' })}>Show everybody again</a>
        </p>
      )}
      {lines.length === 0 ? (
        <EmptyState icon="file" title="No release like this" level={2}>
          A release comes here as soon as it is signed, and stays when it has ended. Choose another state,
          recipient or kind.
        </EmptyState>
      ) : (
        <div class="cw-card flush">
          <DataTable
            id="releases"
            caption="Release lines, the newest first"
            hideCaption
            rows={lines}
            columns={[
              { title: 'Person', cell: (line) => <PersonReference id={line.personId} /> },
              { title: 'May be told', cell: (line) => line.to },
              { title: 'By', cell: (line) => line.from },
              { title: 'What', cell: told },
              { title: 'Kind', cell: (line) => KIND_WORDS[line.kind] },
              {
                title: 'State',
                cell: (line) => {
                  const state = stateOf(line, now)
                  return <State is={SHAPES[state]}>{STATE_WORDS[state]}</State>
                },
              },
              { title: 'Until', cell: (line) => until(line, props) },
              {
                title: 'Signed',
                cell: (line) => line.signedAt && <When at={line.signedAt} now={now} zone={zone} as="day" />,
              },
              { title: 'Paper', cell: (line) => paperLinks(line, props.papers) },
            ]}
          />
        </div>
      )}
      <OlderLink href={next && releasesPath({ ...question, after: next })} label="More" />
    </OfficePage>
  )
}
