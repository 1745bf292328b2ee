import { Progress, type ProgressProps } from './progress.tsx'

export type LiveProgressProps = ProgressProps & {
  /** Answers with JSON: `value` of `max`, and `isBusy`. When it is busy no more, the page is asked for again. */
  url: string
}

/** A progress bar that moves by itself. Without script the page has to come again by itself: see `refreshSeconds`. */
export const LiveProgress = ({ url, ...props }: LiveProgressProps) => (
  <live-progress data-url={url}>
    <Progress {...props} />
  </live-progress>
)
