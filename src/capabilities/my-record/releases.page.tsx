import type { SignedRelease } from '#consent'
import { Card, dayName, EmptyState, type Lang, PageHeading } from '#design'
import type { Paper } from '#signing'
import { BackLink, RecordFrame, type RecordLook } from './record-frame.page.tsx'
import { recordWords } from './record-words.ts'
import { endingWords } from './shares.page.tsx'

const PaperLinks = ({ papers, lang }: { papers: readonly Paper[]; lang: Lang }) => {
  const words = recordWords(lang).releases
  if (papers.length === 0) return null
  return (
    <div class="stack gap-1 cw-screen-only">
      {papers.map(({ id, releaseId }, index) => (
        <p>
          <a href={`/my-record/releases/${releaseId}/paper/${id}`}>{words.paper(index + 1)}</a>
        </p>
      ))}
      <p class="muted">{words.paperNote}</p>
    </div>
  )
}

/** What one signed, word for word, to read and to print. */
export const ReleasesPage = ({
  look,
  releases,
  papers,
  now,
  zone,
}: {
  look: RecordLook
  releases: readonly SignedRelease[]
  /** What is kept of those that were signed on paper. */
  papers: readonly Paper[]
  now: Date
  zone: string
}) => {
  const { lang } = look
  const words = recordWords(lang)
  return (
    <RecordFrame look={look} title={words.releases.title}>
      <BackLink lang={lang} />
      <PageHeading title={words.releases.title} note={`${words.releases.note} ${words.print}`} />
      {releases.length === 0 && (
        <EmptyState icon="file" title={words.releases.none} level={2}>
          {words.releases.noneText}
        </EmptyState>
      )}
      {releases.map((release, index) => (
        <Card
          title={`${release.from.name} → ${release.lines.map(({ to }) => to.name).join(', ')}`}
          id={`release-${index + 1}`}
        >
          <div lang={release.form.language} class="stack gap-1">
            {release.form.text.split('\n').map((line) => (
              <p>{line}</p>
            ))}
          </div>
          <p class="muted">
            {release.signedAt && `${words.releases.signed(dayName(release.signedAt, now, { zone, lang }))}. `}
            {`${words.releases.version}: ${release.form.version}`}
          </p>
          {release.lines.map((line) => (
            <p>
              <strong>{line.to.name}</strong>: {endingWords(line, words, { lang, now, zone })}
            </p>
          ))}
          <PaperLinks papers={papers.filter(({ releaseId }) => releaseId === release.id)} lang={lang} />
        </Card>
      ))}
    </RecordFrame>
  )
}
