import { Button, DefinitionList, More, PageHeading, Section, SelectField } from '#design'
import type { Citation } from './cite.ts'
import { EXPORTS } from './export-formats.ts'
import { LibraryFrame, type LibraryLook } from './library-frame.page.tsx'
import { type LibraryRecord, mayShowAbstract } from './record.ts'
import { facetLabel, kindLine, LINK_WORDS, RIGHTS_WORDS } from './record-words.ts'
import { EvidenceMark } from './result-card.page.tsx'
import { searchAddress } from './search-query.ts'

export type RecordProps = {
  readonly look: LibraryLook
  readonly record: LibraryRecord
  readonly citations: readonly Citation[]
  /** Reading lists it stands in. */
  readonly lists: readonly { readonly id: string; readonly title: string }[]
  /** The records most like it. */
  readonly alike?: readonly LibraryRecord[]
  /** Lists to which the reader may add it. */
  readonly ownLists: readonly { readonly id: string; readonly title: string }[]
}

const subjectAddress = (subject: string): string =>
  searchAddress({ text: '', filters: { subject: [subject] }, page: 1, order: 'best' })

const factsOf = (record: LibraryRecord) => {
  const text = (term: string, value: string | null) => (value ? [{ term, value }] : [])
  return [
    ...text('Authors', record.authors.join(', ')),
    ...text('Published', record.publishedOn),
    ...text('Journal', record.journal),
    ...text('Publisher or agency', record.publisher),
    ...text('Paid for by', record.sponsor),
    ...text('Grant', record.grantNumber),
    ...text('Format', record.format),
    ...text('Length', record.length),
    ...text('Language', record.language === 'en' ? null : facetLabel('language', record.language)),
    ...text('Country', record.country),
    ...text('Written for', record.audience && facetLabel('audience', record.audience)),
    ...text('NCJ number', record.ncjNumber),
    ...(record.doi
      ? [{ term: 'DOI', value: <a href={`https://doi.org/${encodeURI(record.doi)}`}>{record.doi}</a> }]
      : []),
    ...text('PubMed', record.pmid),
  ]
}

const LinkToWork = ({ record }: { record: LibraryRecord }) => {
  if (!record.url) return null
  const isBroken = record.linkAnswer === 'gone' || record.linkAnswer === 'no-answer'
  return (
    <p class="flow">
      <a class="usa-button" href={record.url} rel="noreferrer">
        Read the work
      </a>
      <span class="muted small">{new URL(record.url).host}</span>
      {isBroken && record.linkAnswer && (
        <span>When we last looked: {LINK_WORDS[record.linkAnswer]} Look for its title elsewhere.</span>
      )}
    </p>
  )
}

const AddToList = ({ record, lists }: { record: LibraryRecord; lists: RecordProps['ownLists'] }) =>
  lists.length === 0 ? (
    <p>
      <a href="/library/lists/new">Make a reading list</a>, then add works to it from here.
    </p>
  ) : (
    <form method="post" action={`/library/${record.id}/add-to-list`} class="stack gap-1">
      <SelectField
        name="list"
        label="Add to a reading list"
        options={lists.map(({ id, title }) => ({ value: id, label: title }))}
        empty={false}
      />
      <p>
        <Button kind="outline">Add it</Button>
      </p>
    </form>
  )

/** What a work is, what it found, how far one can lean on it, and how to cite it. */
export const RecordPage = ({ look, record, citations, lists, ownLists, alike = [] }: RecordProps) => {
  const showsAbstract = look.isMember || mayShowAbstract(record.rights)
  return (
    <LibraryFrame look={look} title={record.title} narrow>
      <article class="stack gap-3">
        <PageHeading over={<a href="/library">Library</a>} title={record.title} note={kindLine(record)} />
        <div class="cw-card stack gap-1">
          <p>
            <EvidenceMark record={record} />
          </p>
          {record.evidenceReason && <p>{record.evidenceReason}</p>}
          <p class="small">
            <a href="/library/evidence">What the bars mean</a>
          </p>
        </div>
        {record.finding && (
          <Section id="finding" title="What it found">
            <p>{record.finding}</p>
          </Section>
        )}
        {record.abstract && (
          <Section id="about" title="What it is about">
            {showsAbstract ? (
              <p>{record.abstract}</p>
            ) : (
              <p class="muted">The abstract is not ours to hand on. The link leads to it.</p>
            )}
          </Section>
        )}
        {record.usefulFor && (
          <Section id="use" title="Useful for">
            <p>{record.usefulFor}</p>
          </Section>
        )}
        <LinkToWork record={record} />
        {record.subjects.length > 0 && (
          <Section id="subjects" title="Subjects">
            <p class="cw-chips">
              {record.subjects.map((subject) => (
                <a class="cw-chip" href={subjectAddress(subject)}>
                  {subject}
                </a>
              ))}
            </p>
          </Section>
        )}
        {lists.length > 0 && (
          <Section id="lists" title="On these reading lists">
            <ul>
              {lists.map(({ id, title }) => (
                <li>
                  <a href={`/library/lists/${id}`}>{title}</a>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {alike.length > 0 && (
          <Section id="alike" title="More like this">
            <ul class="stack gap-05">
              {alike.map((other) => (
                <li>
                  <a href={`/library/${other.id}`}>{other.title}</a>{' '}
                  <span class="muted small">{kindLine(other)}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {look.isMember && <AddToList record={record} lists={ownLists} />}
        <Section id="facts" title="Facts">
          <DefinitionList items={factsOf(record)} />
          <p class="muted small">{RIGHTS_WORDS[record.rights]}</p>
          {record.rightsNote && <p class="muted small">{record.rightsNote}</p>}
        </Section>
        <Section id="cite" title="Cite it">
          <dl class="stack">
            {citations.map(({ style, text }) => (
              <div>
                <dt>
                  <b>{style}</b>
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <More summary="Take it with you as a file">
            <ul>
              {EXPORTS.map(({ ending, name }) => (
                <li>
                  <a href={`/library/${record.id}/record.${ending}`}>{name}</a>
                </li>
              ))}
            </ul>
          </More>
        </Section>
      </article>
    </LibraryFrame>
  )
}
