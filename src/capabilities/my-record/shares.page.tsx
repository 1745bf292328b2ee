import type { SignedLine, SignedRelease } from '#consent'
import { ButtonLink, dayName, EmptyState, Glyph, type Lang, More, Row, Rows, Section, Tag } from '#design'
import { classWords, type RecordWords, recordWords } from './record-words.ts'

type Reader = { readonly lang: Lang; readonly now: Date; readonly zone: string }
type Share = { readonly from: string; readonly line: SignedLine }

/** When a line ends, or ended, in a sentence. */
export const endingWords = (line: SignedLine, words: RecordWords, { lang, now, zone }: Reader): string => {
  const day = (at: Date) => dayName(at, now, { zone, lang })
  if (line.stoppedAt) return words.ends.stopped(day(line.stoppedAt))
  if (!line.isLive) return words.ends.over
  if (line.expiresAt) return words.ends.on(day(line.expiresAt))
  return line.endsOn ? words.ends.events[line.endsOn] : ''
}

/** Who may know what, each with its own stop; what has ended is folded away, and that police know nothing is said. */
export const SharesList = ({ releases, ...reader }: { releases: readonly SignedRelease[] } & Reader) => {
  const words = recordWords(reader.lang)
  const shares = releases.flatMap(({ from, lines }) => lines.map((line) => ({ from: from.name, line })))
  const live = shares.filter(({ line }) => line.isLive)
  const ended = shares.filter(({ line }) => !line.isLive)
  return (
    <Section id="shares" title={words.home.shares}>
      <div class="stack">
        {live.length === 0 && (
          <EmptyState icon="eyeoff" title={words.home.noShares}>
            {words.home.noSharesText}
          </EmptyState>
        )}
        <Rows>
          {live.map((share) => (
            <ShareRow {...share} words={words} {...reader} />
          ))}
          {!live.some(({ line }) => line.to.isPoliceOrCourt) && (
            <Row
              mark={<Glyph name="eyeoff" kind="plain" />}
              title={words.home.policeNothing}
              end={
                <Tag kind="who" icon="eyeoff">
                  {words.home.nothing}
                </Tag>
              }
            >
              <p>{words.home.policeNothingText}</p>
            </Row>
          )}
        </Rows>
        {live.length > 0 && (
          <>
            <p class="muted">{words.home.sharesNote}</p>
            <p>
              <ButtonLink href="/my-record/stop/all" kind="danger">
                {words.home.stopAll}
              </ButtonLink>
            </p>
          </>
        )}
        {ended.length > 0 && (
          <More summary={`${words.home.ended} (${ended.length})`}>
            <Rows bare plain>
              {ended.map((share) => (
                <ShareRow {...share} words={words} {...reader} />
              ))}
            </Rows>
          </More>
        )}
      </div>
    </Section>
  )
}

const ShareRow = ({ from, line, words, ...reader }: Share & { words: RecordWords } & Reader) => {
  const told = line.dataClasses.filter((one) => !line.withheldClasses.includes(one))
  return (
    <Row
      mark={line.isLive && <Glyph name="eye" kind="who" />}
      title={words.home.mayTell(from, line.to.name)}
      end={
        line.isLive && (
          <ButtonLink
            href={`/my-record/stop/${line.id}`}
            kind="danger"
            hiddenWords={`: ${words.home.mayTell(from, line.to.name)}`}
          >
            {words.home.stop}
          </ButtonLink>
        )
      }
    >
      <p>{told.length > 0 ? `${classWords(told, reader.lang)}.` : words.home.nothing}</p>
      {line.withheldClasses.length > 0 && (
        <p class="muted">{words.home.kept(classWords(line.withheldClasses, reader.lang))}</p>
      )}
      <p class="muted">{endingWords(line, words, reader)}</p>
    </Row>
  )
}
