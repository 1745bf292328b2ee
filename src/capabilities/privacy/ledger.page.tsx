import { ButtonLink, capital, DataTable, EmptyState, ReleaseNotice, ScreenOnly, When } from '#design'
import { BASES, DISCLOSURE_NOTICE, type DisclosureLine } from '#disclosures'
import { classWords } from './class-words.ts'
import { choicesOf, FilterForm, organizationChoices } from './filter-form.page.tsx'
import { CHANNEL_WORDS, type LedgerQuestion, ledgerPath, PERIODS } from './ledger-filter.ts'
import {
  OfficePage,
  type OfficeProps,
  OlderLink,
  PersonReference,
  personWords,
} from './privacy-frame.page.tsx'
import { type Ledger, MOST_EXPORTED } from './read-ledger.ts'

export type LedgerProps = OfficeProps &
  Ledger & {
    readonly question: LedgerQuestion
    /** The id after which the list goes on; undefined on the last page. */
    readonly next: string | undefined
  }

const Filter = ({ question, recipients }: LedgerProps) => (
  <FilterForm
    action="/privacy/ledger"
    summary="Choose when, who, ground and how"
    kept={{ person: question.person }}
    choices={[
      { name: 'days', label: 'When', empty: 'All of it', value: question.days, options: choicesOf(PERIODS) },
      {
        name: 'to',
        label: 'Who was told',
        empty: 'Anybody',
        value: question.to,
        options: organizationChoices(recipients),
      },
      {
        name: 'basis',
        label: 'Ground in law',
        empty: 'Every ground',
        value: question.basis,
        options: choicesOf(BASES),
      },
      {
        name: 'channel',
        label: 'How',
        empty: 'In every way',
        value: question.channel,
        options: choicesOf(CHANNEL_WORDS),
      },
    ]}
  />
)

const People = ({ line }: { line: DisclosureLine }) => {
  const [first, ...others] = line.personIds
  return (
    <>
      {first && <PersonReference id={first} />}
      {others.length > 0 && ` and ${others.length} more`}
    </>
  )
}

/** The lines themselves, on this page and where somebody asked for their accounting. */
export const LedgerTable = ({
  lines,
  caption,
  now,
  zone,
  withPeople,
}: Omit<OfficeProps, 'frame'> & {
  lines: readonly DisclosureLine[]
  caption: string
  withPeople: boolean
}) => (
  <div class="cw-card flush">
    <DataTable
      id="ledger"
      caption={caption}
      hideCaption
      rows={lines}
      columns={[
        {
          title: 'When',
          // What is handed out is read on another day.
          cell: (line) => (
            <When at={line.at} now={now} zone={zone} as={withPeople ? 'stamp' : 'exact'} capital />
          ),
        },
        ...(withPeople ? [{ title: 'About', cell: (line: DisclosureLine) => <People line={line} /> }] : []),
        {
          title: 'Who was told',
          cell: (line) => (
            <>
              {line.to.name}
              {line.toMember && <span class="muted"> ({line.toMember})</span>}
            </>
          ),
        },
        { title: 'By whom', cell: (line) => line.from.name },
        { title: 'What', cell: (line) => classWords(line.dataClasses) },
        { title: 'Why', cell: (line) => capital(line.purpose) },
        { title: 'Ground in law', cell: (line) => BASES[line.basis] },
        ...(withPeople
          ? [{ title: 'How', cell: (line: DisclosureLine) => CHANNEL_WORDS[line.channel] }]
          : []),
      ]}
    />
  </div>
)

const headline = ({ question, lines, next }: LedgerProps): string => {
  const about = question.person ? ` about ${personWords(question.person)}` : ''
  if (lines.length === 0) return `Nothing was told${about}`
  if (next || question.after) return `Disclosures${about}`
  return `${lines.length === 1 ? 'One disclosure' : `${lines.length} disclosures`}${about}`
}

/** The ledger of disclosures: who was told what, when, on which ground and how. */
export const LedgerPage = (props: LedgerProps) => {
  const { frame, question, lines, next, now, zone } = props
  return (
    <OfficePage
      frame={frame}
      current="/privacy/ledger"
      title="Ledger"
      over="Ledger of disclosures"
      heading={headline(props)}
      end={
        lines.length > 0 && (
          <ScreenOnly>
            <ButtonLink kind="outline" href={ledgerPath('/privacy/ledger.csv', { ...question, after: '' })}>
              Download as CSV
            </ButtonLink>
          </ScreenOnly>
        )
      }
    >
      <Filter {...props} />
      {question.person && (
        <p class="cw-screen-only">
          <a href={ledgerPath('/privacy/ledger', { ...question, person: '', after: '' })}>
            Show everybody again
          </a>
        </p>
      )}
      {lines.length === 0 ? (
        <EmptyState icon="list" title="No line like this" level={2}>
          Each time one organization is shown what another holds, a line is written here in the same moment.
          Choose a longer time or another ground.
        </EmptyState>
      ) : (
        <>
          <LedgerTable
            lines={lines}
            caption="Disclosures, the newest first"
            now={now}
            zone={zone}
            withPeople
          />
          <OlderLink href={next && ledgerPath('/privacy/ledger', { ...question, after: next })} />
          <p class="muted cw-screen-only">
            The file holds what you chose, at most {MOST_EXPORTED.toLocaleString('en-US')} lines. You show
            your second factor first, and that you took it out is recorded.
          </p>
          <ReleaseNotice
            limits="This is about people in care. It may not be used against them."
            statement={DISCLOSURE_NOTICE.text}
          />
        </>
      )}
    </OfficePage>
  )
}
