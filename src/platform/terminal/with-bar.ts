import { SingleBar } from 'cli-progress'

/** Does something long while a bar on standard error shows how far it is; where that is no terminal, nothing shows. */
export const withBar = async <Result>(
  word: string,
  total: number,
  work: (bar: SingleBar) => Promise<Result>,
): Promise<Result> => {
  const bar = new SingleBar({
    format: `${word} {bar} {percentage} %`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  })
  bar.start(total, 0)
  try {
    return await work(bar)
  } finally {
    bar.stop()
  }
}
