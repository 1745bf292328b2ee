import { Card, PageHeading } from '#design'
import type { Program } from '#identity'
import { NOTICE, noticeWords } from './notice-words.ts'
import { BackLink, RecordFrame, type RecordLook } from './record-frame.page.tsx'
import { recordWords } from './record-words.ts'

/** The notice of one program, with the header that the law asks for (42 CFR 2.22, P2-063). */
export const NoticePage = ({ look, program }: { look: RecordLook; program: Program }) => {
  const words = noticeWords(look.lang)
  const { header } = words
  return (
    <RecordFrame look={look} title={header.title(program.name)}>
      {look.isOpen && <BackLink lang={look.lang} />}
      <PageHeading title={header.title(program.name)} note={recordWords(look.lang).print} />
      <Card>
        <p>{header.describes}</p>
        <ul class="stack gap-1">
          {header.points.map((point) => (
            <li>
              <strong>{point}</strong>
            </li>
          ))}
        </ul>
        <p>
          <strong>{header.right(words.contact(program.phone, program.intakeEmail))}</strong>
        </p>
      </Card>
      {words.sections.map(({ title, lines }, index) => (
        <Card title={title} id={`notice-${index + 1}`}>
          <ul class="stack gap-1">
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Card>
      ))}
      <p class="muted">
        {words.effective(dayOf(NOTICE.effectiveOn, look.lang))} {`${words.version} ${NOTICE.version}.`}
      </p>
    </RecordFrame>
  )
}

/** Whose notice: each program has its own. */
export const NoticesPage = ({ look, programs }: { look: RecordLook; programs: readonly Program[] }) => {
  const words = noticeWords(look.lang)
  const title = recordWords(look.lang).footer.notice
  return (
    <RecordFrame look={look} title={title}>
      {look.isOpen && <BackLink lang={look.lang} />}
      <PageHeading title={title} note={programs.length > 0 ? words.programs : words.noPrograms} />
      <ul class="stack">
        {programs.map(({ id, name }) => (
          <li>
            <a href={`/my-record/notice/${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </RecordFrame>
  )
}

const dayOf = (day: string, lang: RecordLook['lang']): string =>
  new Intl.DateTimeFormat(lang === 'es' ? 'es-US' : 'en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )
