import { ButtonLink, Card, DataTable, EmptyState, Page, PageHeading, Section, When, WhoCanSee } from '#design'
import type { Frame } from '#identity'
import { bandWords, type Heat } from './heat.ts'
import type { GivenRow } from './naloxone.store.ts'
import { meanDoses, NALOXONE_WORDS } from './naloxone.ts'

export type NaloxoneProps = {
  frame: Frame
  organizationName: string
  reports: readonly GivenRow[]
  /** Of the whole county; undefined for whoever enforces. */
  heat: Heat | undefined
  now: Date
  zone: string
}

/** What an organization reported: where most of it was, each report, and the file for ODMAP. */
export const NaloxonePage = ({ frame, organizationName, reports, heat, now, zone }: NaloxoneProps) => {
  const doses = meanDoses(reports)
  const survived = reports.filter((one) => one.survived === 'yes').length
  const known = reports.filter((one) => one.survived !== 'unknown').length
  return (
    <Page {...frame} title="Naloxone given">
      <PageHeading
        over={<a href="/supplies">Supplies</a>}
        title={
          reports.length === 0
            ? 'No naloxone given yet'
            : known === 0
              ? `Given to ${reports.length}`
              : `${survived} of ${known} lived`
        }
        note={
          doses === undefined ? undefined : `${doses.toFixed(1)} doses a person, where the number is known.`
        }
        end={
          <div class="flow">
            <ButtonLink href="/field/naloxone" icon="spray">
              I gave naloxone
            </ButtonLink>
            {reports.length > 0 && (
              <ButtonLink kind="outline" href="/supplies/naloxone.csv">
                File for ODMAP
              </ButtonLink>
            )}
          </div>
        }
      />
      <WhoCanSee can={[organizationName]} cannot={['Other departments', 'Prosecutors', 'Names: not stored']}>
        <b>Nobody is named here.</b> The file for ODMAP has four fields: time, place, whether somebody died,
        and naloxone.
      </WhoCanSee>
      <div class={heat && heat.length > 0 ? 'cw-cols cw-sec' : undefined}>
        {reports.length === 0 ? (
          <EmptyState icon="spray" title="Nothing reported yet" level={2}>
            When somebody gives naloxone and says so, it is listed here.
          </EmptyState>
        ) : (
          <Section id="reports" title="Your reports">
            <Card flush>
              <DataTable
                id="reports-table"
                caption="Each person to whom naloxone was given, the newest first"
                hideCaption
                columns={[
                  {
                    title: 'When',
                    cell: ({ occurredAt }) => <When at={occurredAt} now={now} zone={zone} capital />,
                  },
                  { title: 'Where', cell: ({ zip, crossing }) => (crossing ? `${crossing}, ${zip}` : zip) },
                  { title: 'Doses', number: true, cell: (row) => row.doses ?? 'unknown' },
                  { title: 'Did it help', cell: ({ response }) => NALOXONE_WORDS.response[response] },
                  { title: 'Then', cell: ({ after }) => NALOXONE_WORDS.after[after] },
                  { title: 'Alive', cell: (row) => NALOXONE_WORDS.survived[row.survived] },
                ]}
                rows={reports}
              />
            </Card>
          </Section>
        )}
        {heat && heat.length > 0 && <HeatCard heat={heat} />}
      </div>
    </Page>
  )
}

/** Bars by ZIP code, in bands: a number so small that somebody may know who they are is not said. */
const HeatCard = ({ heat }: { heat: Heat }) => (
  <Card id="heat" title="The county, this year">
    <table class="usa-table">
      <caption class="usa-sr-only">People given naloxone by ZIP code, in bands</caption>
      <thead>
        <tr>
          <th scope="col">ZIP code</th>
          <th scope="col">People</th>
        </tr>
      </thead>
      <tbody>
        {heat.map(({ zip, band }) => (
          <tr>
            <th scope="row">{zip}</th>
            <td>
              <svg viewBox="0 0 100 10" width="100" height="10" aria-hidden="true">
                <rect width={(band + 1) * 20} height="10" rx="2" fill="currentColor" />
              </svg>{' '}
              <span class="nb">{bandWords(band)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <p class="muted">All organizations together, in bands.</p>
  </Card>
)
