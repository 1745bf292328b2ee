import { ButtonLink, Card, type Lang, Page, ScreenOnly, SignLines } from '#design'
import type { Frame } from '#identity'
import { PROMISE } from './promise-words.ts'

/** The promise on paper, in the language of whoever reads it. It names nobody: there is nothing to lose in a pocket. */
export const PromisePage = ({
  frame,
  language,
  stationName,
  back,
}: {
  readonly frame: Frame
  readonly language: Lang
  readonly stationName: string
  readonly back: string
}) => {
  const words = PROMISE[language]
  const other = language === 'en' ? 'es' : 'en'
  return (
    <Page {...frame} title={words.title} narrow lang={language}>
      <div class="stack gap-3">
        <ScreenOnly>
          <p class="flow">
            <ButtonLink kind="outline" href={back}>
              <span lang="en">Back to the visit</span>
            </ButtonLink>
            <ButtonLink kind="outline" href={`${back}/promise?lang=${other}`}>
              <span lang={other}>{other === 'en' ? 'English' : 'Español'}</span>
            </ButtonLink>
          </p>
          <p class="muted" lang="en">
            Print it with your browser’s own print button, or read it from the screen together.
          </p>
        </ScreenOnly>
        <Card gap={3}>
          <h1>{words.title}</h1>
          <p>{stationName}</p>
          <ul class="stack">
            {words.lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          <h2>{words.numbers}</h2>
          <ul class="stack gap-1">
            {words.help.map(([number, what]) => (
              <li>
                <b class="nb">{number}</b>: {what}
              </li>
            ))}
          </ul>
          <SignLines lines={[{ label: words.signed }, { label: words.day }]} />
        </Card>
      </div>
    </Page>
  )
}
