import { ButtonLink, ChipLinks, EmptyState, Page, PageHeading, ScreenOnly } from '#design'
import type { Frame } from '#identity'
import { dayAt, dayWords } from '#kernel/calendar-day.ts'
import { calledOf } from './case-words.ts'
import type { ReadCase } from './read-case.ts'

const WORDS = {
  en: {
    title: 'Your next steps',
    at: 'at',
    with: 'With',
    call: 'Something came up? Call us:',
    help: 'Trouble right now? Call or text 988. In an emergency, 911.',
    change: 'You can change or stop any of this.',
  },
  es: {
    title: 'Sus próximos pasos',
    at: 'a las',
    with: 'Con',
    call: '¿Surgió algo? Llámenos:',
    help: '¿Necesita ayuda ahora? Llame o mande un texto al 988. En una emergencia, 911.',
    change: 'Puede cambiar o detener todo esto.',
  },
} as const

/** The time of a day as somebody reads it from a card. */
const timeWords = (at: Date, zone: string, lang: 'en' | 'es'): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-US' : 'es-US', {
    ...{ timeZone: zone, hour: 'numeric', minute: '2-digit' },
  }).format(at)

/**
 * A card to carry with the person's own appointments and visits. It says nothing of why: whoever finds it learns where to call
 * and when, and no program's name that would tell more.
 */
export const CardPage = ({
  frame,
  read,
  lang,
  phone,
  zone,
}: {
  readonly frame: Frame
  readonly read: ReadCase
  readonly lang: 'en' | 'es'
  readonly phone: string | undefined
  readonly zone: string
}) => {
  const words = WORDS[lang]
  const shown = read.tasks.filter(({ kind }) => kind === 'appointment' || kind === 'visit').slice(0, 4)
  const first = read.caseManager?.split(' ')[0]
  return (
    <Page {...frame} title="Appointment card" narrow>
      <div class="stack gap-2">
        <ScreenOnly>
          <PageHeading
            over={<a href={`/cases/${read.file.id}`}>{calledOf(read.identity.called)}</a>}
            title="Appointment card"
            note="It names no program and no reason, so that it tells nothing to whoever finds it."
          />
          <ChipLinks
            label="Language of the card"
            links={[
              { href: `/cases/${read.file.id}/card`, label: 'English', current: lang === 'en' },
              { href: `/cases/${read.file.id}/card?lang=es`, label: 'Español', current: lang === 'es' },
            ]}
          />
        </ScreenOnly>
        {shown.length === 0 ? (
          <EmptyState
            icon="calendar"
            title="No appointment is due"
            level={2}
            action={<ButtonLink href={`/cases/${read.file.id}#due`}>Add one</ButtonLink>}
          >
            Appointments and visits that are to be done show on the card.
          </EmptyState>
        ) : (
          <article class="cw-print-card stack gap-1" lang={lang} aria-labelledby="card-title">
            <h2 id="card-title">{words.title}</h2>
            <ul class="stack gap-1">
              {shown.map((task) => (
                <li>
                  <strong>
                    {dayWords(dayAt(task.dueAt, zone), lang)}, {words.at} {timeWords(task.dueAt, zone, lang)}
                  </strong>
                </li>
              ))}
            </ul>
            {first && (
              <p>
                {words.with} {first}
              </p>
            )}
            {phone && (
              <p>
                {words.call} <strong class="nb">{phone}</strong>
              </p>
            )}
            <p class="muted">{words.change}</p>
            <p class="muted">{words.help}</p>
          </article>
        )}
        <ScreenOnly>
          <p class="muted">
            Print this page. Only the card comes on paper, as large as a bank card and a half.
          </p>
        </ScreenOnly>
      </div>
    </Page>
  )
}
