import { LiveProgress, Page, PageHeading, StepIndicator } from '#design'
import type { Frame } from '#identity'
import type { DirectoryImport } from './import.ts'
import { STEPS } from './import-steps.ts'
import { percentOf } from './import-words.ts'

const WORDS = {
  checking: { title: 'Looking through the file', note: 'Nothing is written yet.', step: 2 },
  importing: {
    title: 'Importing',
    note: 'You can leave this page. Searches go on meanwhile; what is new is found when all of it is there.',
    step: 3,
  },
  undoing: { title: 'Taking the import back', note: 'You can leave this page.', step: undefined },
} as const

const wordsOf = ({ state }: DirectoryImport) => WORDS[state as keyof typeof WORDS] ?? WORDS.checking

/** How far the work on an import is: a page that asks again by itself, with or without script. */
export const ProgressPage = ({ frame, one }: { frame: Frame; one: DirectoryImport }) => {
  const { title, note, step } = wordsOf(one)
  return (
    <Page {...frame} title={title} refreshSeconds={3} narrow>
      <PageHeading title={title} over={one.fileName} note={note} />
      <div class="stack gap-3">
        {step && <StepIndicator steps={STEPS} current={step} />}
        <LiveProgress
          id="progress"
          label={title}
          value={percentOf(one)}
          max={100}
          url={`/imports/${one.id}/progress`}
        />
        <p>
          <a href={`/imports/${one.id}`}>See how far it is</a>
        </p>
      </div>
    </Page>
  )
}
