import {
  Alert,
  Button,
  ButtonLink,
  Card,
  DateField,
  ErrorSummary,
  Page,
  PageHeading,
  type TypedDate,
} from '#design'
import type { Frame } from '#identity'
import { differencesBetween } from './differences.ts'
import type { Editable } from './edit-draft.ts'
import { faultsIn } from './faults.ts'
import { Differences } from './pathway.page.tsx'

export type PublishProps = {
  readonly frame: Frame
  readonly pathway: Editable
  /** The id that the version will have. */
  readonly versionId: string
  readonly from: TypedDate
  /** How many referrals were made under each version, by its id; small numbers are withheld. */
  readonly madeUnder: ReadonlyMap<string, number>
  readonly errors: Readonly<Record<string, string>>
}

const madeWords = (count: number): string => (count === 0 ? 'Fewer than 11' : `${count} or more`)

/** The last look before a draft holds: what changes, from when, and who stays under what held before. */
export const PublishPage = ({ frame, pathway, versionId, from, madeUnder, errors }: PublishProps) => {
  const { definition, revision } = pathway.draft
  const latest = pathway.versions[0]
  const faults = faultsIn(definition)
  const differences = latest ? differencesBetween(latest.definition, definition) : []
  const base = `/pathways/${pathway.id}`
  return (
    <Page
      {...frame}
      title={`Publish ${definition.name}`}
      narrow
      form
      hasErrors={Object.keys(errors).length > 0}
    >
      <PageHeading over={<a href={`${base}/draft`}>Draft</a>} title={`Publish ${definition.name}`} />
      <div class="stack gap-3">
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        {faults.length > 0 && (
          <Alert kind="error" action={<a href={`${base}/draft`}>Mend it</a>}>
            <p>
              {faults.length === 1 ? 'One thing stands' : `${faults.length} things stand`} against publishing
              it.
            </p>
          </Alert>
        )}
        <Card title="What changes" id="changes">
          {!latest && <p>It is the first version: officers can refer on this pathway from its first day.</p>}
          {latest && differences.length === 0 && <p>Nothing: it says the same as version {latest.number}.</p>}
          {differences.length > 0 && <Differences differences={differences} />}
        </Card>
        {latest && (
          <Card title="What stays" id="stays">
            <p>Referrals stay under the version that held when they were made, and so does each decision.</p>
            <ul>
              {pathway.versions
                .filter(({ id }) => madeUnder.has(id))
                .map(({ id, number }) => (
                  <li>
                    {madeWords(madeUnder.get(id) ?? 0)} referrals were made under version {number}
                  </li>
                ))}
            </ul>
          </Card>
        )}
        {faults.length === 0 && (
          <form method="post" action={`${base}/publish`} class="stack" novalidate>
            <input type="hidden" name="id" value={versionId} />
            <input type="hidden" name="revision" value={revision} />
            <DateField
              name="from"
              legend="From which day?"
              hint="Today or later. Until then what is live stays"
              value={from}
              error={errors.from}
            />
            <div class="flow">
              <Button icon="send">Publish version {(latest?.number ?? 0) + 1}</Button>
              <ButtonLink kind="outline" icon="eye" href={`${base}/preview?draft=1`}>
                Try it first
              </ButtonLink>
            </div>
          </form>
        )}
      </div>
    </Page>
  )
}
