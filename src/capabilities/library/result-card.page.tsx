import { Strength, TagList } from '#design'
import { type LibraryRecord, mayShowAbstract } from './record.ts'
import { authorLine, EVIDENCE_BARS, EVIDENCE_WORDS, kindLine } from './record-words.ts'
import type { Piece } from './search-query.ts'

export const EvidenceMark = ({ record }: { record: Pick<LibraryRecord, 'evidence'> }) =>
  record.evidence ? (
    <Strength label={EVIDENCE_WORDS[record.evidence]} bars={EVIDENCE_BARS[record.evidence]} />
  ) : (
    <Strength label="Not judged" bars={0} />
  )

const SHORT = 280

const shorten = (text: string): string =>
  text.length <= SHORT ? text : `${text.slice(0, text.lastIndexOf(' ', SHORT))} …`

const Marked = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>{pieces.map(({ text, isHit }) => (isHit ? <mark>{text}</mark> : text))}</>
)

/** One record on a list: how far to lean on it, what it is called, what it found. */
export const ResultCard = ({
  record,
  title,
  pieces,
  isMember,
}: {
  record: LibraryRecord
  /** The title with what was looked for in it. */
  title?: readonly Piece[] | undefined
  pieces?: readonly Piece[] | undefined
  isMember: boolean
}) => {
  const about = record.finding ?? (isMember || mayShowAbstract(record.rights) ? record.abstract : null)
  return (
    <li class="cw-card">
      <article class="stack gap-05">
        <p class="split">
          <EvidenceMark record={record} />
          <span class="muted small">{kindLine(record)}</span>
        </p>
        <h3>
          <a href={`/library/${record.id}`}>{title ? <Marked pieces={title} /> : record.title}</a>
        </h3>
        {(record.authors.length > 0 || record.publisher || record.journal) && (
          <p class="muted small">
            {record.authors.length > 0 ? authorLine(record.authors) : (record.publisher ?? record.journal)}
          </p>
        )}
        {pieces?.some(({ isHit }) => isHit) ? (
          <p>
            <Marked pieces={pieces} />
          </p>
        ) : (
          about && <p>{shorten(about)}</p>
        )}
        {record.subjects.length > 0 && <TagList label="Subjects" tags={record.subjects.slice(0, 4)} />}
      </article>
    </li>
  )
}
