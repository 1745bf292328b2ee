import {
  Alert,
  Button,
  ButtonLink,
  ChipLinks,
  EmptyState,
  Glyph,
  Page,
  PageHeading,
  Pagination,
  Row,
  Rows,
  Tag,
  TextField,
  When,
} from '#design'
import type { Frame } from '#identity'
import { CASELOAD, OUTCOMES, STATUSES } from './case.ts'
import type { CaseFilter } from './case-list.store.ts'
import { calledOf } from './case-words.ts'
import { CaseloadCard } from './caseload.page.tsx'
import { CASES_PAGE, type Caseload, type ListedCase } from './list-cases.ts'

export type CasesProps = {
  readonly frame: Frame
  readonly show: CaseFilter['show']
  readonly called: string
  readonly page: number
  readonly cases: readonly ListedCase[]
  readonly count: number
  readonly caseloads: readonly Caseload[]
  readonly memberId: string
  readonly now: Date
  readonly zone: string
}

export const SHOWS = {
  mine: 'Mine',
  open: 'All open',
  'in-the-wind': 'In the wind',
  nobody: 'Nobody’s',
  closed: 'Closed',
} as const

const EMPTY: Readonly<Record<CaseFilter['show'], string>> = {
  mine: 'You follow nobody yet. Open a case, or take over one that is nobody’s.',
  open: 'A case is opened after a referral that you said yes to, or by hand.',
  'in-the-wind': 'Whoever takes part and is not in touch shows here, with what was tried.',
  nobody: 'Every open case has somebody who follows it.',
  closed: 'What is closed stays, and can be opened again.',
}

const CaseRow = ({ one, now, zone }: { one: ListedCase; now: Date; zone: string }) => (
  <Row
    level={2}
    mark={
      <Glyph
        name={one.status === 'in-the-wind' ? 'search' : 'people'}
        kind={one.status === 'in-the-wind' ? 'amber' : 'plain'}
      />
    }
    title={<a href={`/cases/${one.id}`}>{calledOf(one.called)}</a>}
    end={
      one.phone && one.status !== 'closed' ? (
        <ButtonLink
          kind="outline"
          icon="phone"
          href={`tel:${one.phone}`}
          hiddenWords={` ${calledOf(one.called)}`}
        >
          Call
        </ButtonLink>
      ) : undefined
    }
  >
    <p class="flow">
      <Tag kind={one.status === 'active' ? 'teal' : one.status === 'closed' ? 'plain' : 'amber'}>
        {STATUSES[one.status]}
      </Tag>
      <span>
        {one.status === 'closed' && one.outcome ? `${OUTCOMES[one.outcome]}, ` : ''}
        {one.status === 'closed' ? (
          <When at={one.statusAt} now={now} zone={zone} as="day" />
        ) : one.lastContactAt ? (
          <>
            Last in touch <When at={one.lastContactAt} now={now} zone={zone} as="relative" />
          </>
        ) : (
          <>
            Not in touch since the case was opened, <When at={one.openedAt} now={now} zone={zone} as="day" />
          </>
        )}
        {one.attempts > 0 && one.lastAttemptAt && (
          <>
            {`. ${one.attempts === 1 ? 'Tried once' : `Tried ${one.attempts} times`} since, last `}
            <When at={one.lastAttemptAt} now={now} zone={zone} />
          </>
        )}
        .
      </span>
    </p>
    <p class="muted small">
      {one.caseManager ? `${one.caseManager} follows the case` : 'Nobody follows the case yet'}
    </p>
  </Row>
)

/** The people with whom an organization works: whom nobody has spoken with for longest first. */
export const CasesPage = (props: CasesProps) => {
  const { frame, show, called, page, cases, count, caseloads, memberId, now, zone } = props
  const tooMany = caseloads.filter((one) => one.memberId !== undefined && one.open > CASELOAD.most)
  const address = (to: number) =>
    `/cases?${new URLSearchParams({ show, ...(called ? { q: called } : {}), page: String(to) })}`
  return (
    <Page {...frame} title="People">
      <PageHeading
        title={count === 1 ? '1 person' : `${count} people`}
        over={SHOWS[show]}
        note={
          show === 'in-the-wind'
            ? 'They take part, are not in touch, and are still being looked for.'
            : 'Whom nobody has spoken with for longest comes first.'
        }
        end={
          <ButtonLink icon="plus" href="/cases/new">
            Open a case
          </ButtonLink>
        }
      />
      <ChipLinks
        label="Which people"
        links={Object.entries(SHOWS).map(([value, label]) => ({
          ...{ href: `/cases?show=${value}`, label },
          current: value === show,
        }))}
      />
      <div class="cw-cols cw-sec">
        <div class="stack gap-3">
          {tooMany.length > 0 && (
            <Alert kind="error">
              <p>
                <b>{tooMany.map(({ name }) => name).join(' and ')}</b>{' '}
                {tooMany.length === 1 ? 'follows' : 'follow'} more than {CASELOAD.most} people. Nobody can do
                that well: have somebody else take some over.
              </p>
            </Alert>
          )}
          <form method="get" action="/cases" class="stack gap-1">
            <input type="hidden" name="show" value={show} />
            <TextField
              name="q"
              label="Find by name"
              value={called || undefined}
              type="search"
              autocomplete="off"
            />
            <p>
              <Button kind="outline" icon="search">
                Find
              </Button>
            </p>
          </form>
          {cases.length === 0 ? (
            <EmptyState icon="people" title={called ? 'Nobody by that name' : 'Nobody here'} level={2}>
              {called ? 'Only people with whom your organization works are looked for.' : EMPTY[show]}
            </EmptyState>
          ) : (
            <Rows>
              {cases.map((one) => (
                <CaseRow one={one} now={now} zone={zone} />
              ))}
            </Rows>
          )}
          <Pagination
            current={page}
            last={Math.max(1, Math.ceil(count / CASES_PAGE))}
            href={address}
            label="Pages of people"
          />
        </div>
        <CaseloadCard caseloads={caseloads} memberId={memberId} />
      </div>
    </Page>
  )
}
