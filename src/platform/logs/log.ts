type Fields = Readonly<Record<string, string | number | boolean | undefined>>

/** Writes one event. Fields are codes, counts and ids: never a name, address, text that somebody typed, or a secret. */
export type Log = (event: string, fields?: Fields) => void

/** Events as JSON, one a line. */
export const jsonLog =
  (write: (line: string) => void = gathered((text) => process.stdout.write(text))): Log =>
  (event, fields) =>
    write(JSON.stringify({ at: new Date().toISOString(), event, ...fields }))

const GATHER_MS = 50

/**
 * Writes the lines of a moment together, since writing to a pipe makes every request wait for whoever reads it. What
 * has been gathered is written when the process ends by itself; a kill costs the last moment.
 */
export const gathered = (write: (text: string) => void): ((line: string) => void) => {
  let waiting = ''
  const flush = () => {
    if (waiting === '') return
    write(waiting)
    waiting = ''
  }
  process.on('exit', flush)
  return (line) => {
    if (waiting === '') setTimeout(flush, GATHER_MS).unref()
    waiting += `${line}\n`
  }
}

/**
 * What may be logged of a fault: its kind and where it arose. Its message is left out, since a database quotes the
 * row that it refused.
 */
export const faultFields = (fault: unknown): Fields => {
  if (!(fault instanceof Error)) return { fault: typeof fault }
  const code = (fault as { code?: unknown }).code
  return {
    fault: fault.name,
    ...(typeof code === 'string' ? { code } : {}),
    stack: (fault.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' | '),
  }
}
