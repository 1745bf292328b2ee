import { statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { withBar } from '#platform/terminal/with-bar.ts'
import { importFindtreatment } from './import-findtreatment.ts'
import {
  type Finding,
  findingLines,
  findingsCsv,
  type ImportCounts,
  type ListRefusal,
  summary,
} from './import-report.ts'
import { importSamhsa } from './import-samhsa.ts'
import { readFindtreatment } from './read-findtreatment.ts'
import { readSamhsaList } from './read-samhsa-list.ts'

/** Opens the database; called only when a command needs it, so that help can be read without one. */
type Context = () => Promise<{
  /** Begins an import of this file that can be taken back as a whole. */
  readonly asImport: (
    kind: 'samhsa-list' | 'findtreatment',
    file: string,
  ) => Promise<{ readonly asActor: AsActor; readonly importId: string }>
}>

type Options = { readonly json?: boolean; readonly report?: string }

const OPERATOR = { kind: 'operator' } as const

const COUNTING = `
What the numbers mean:
  read        rows of the file
  created     sites that the directory did not have
  updated     sites with newer facts
  unchanged   sites that are as the file says, or that newer facts describe
  duplicates  rows that name a site again: exact copies, and rows that differ
              in details (the one whose position fits its ZIP code is kept)
  repaired    ZIP codes and ZIP+4 parts that had lost leading zeros
  skipped     rows that cannot be used: no name, no state, coordinates in the
              sea, outside the United States or not numbers

Every row is one of created, updated, unchanged, duplicates and skipped.
More than 5 % of unusable rows (and more than three) refuse the file.

Exit code 0: done. 1: the file was refused, and nothing was written. 2: wrong use.`

/** Adds `import samhsa FILE` and `import findtreatment FILE`. */
export const registerNetworkCommands = (program: Command, context: Context): void => {
  const imports = program.command('import').description('Bring the directory up to date from a public list.')

  const add = (name: string, description: string) =>
    imports
      .command(name)
      .description(description)
      .argument('<file>')
      .option('--json', 'print the counts as one line of JSON, and nothing else, on standard output')
      .option('--report <file>', 'write every repair and every row left out to a CSV file')
      .addHelpText('after', COUNTING)

  add('samhsa', 'Import SAMHSA’s treatment locator list (CSV). Running it again changes nothing.').action(
    (file: string, options: Options) =>
      runImport(file, options, 'line', readSamhsaList, async (list, onProgress) => {
        const { asActor, importId } = await (await context()).asImport('samhsa-list', file)
        return { counts: await importSamhsa(OPERATOR, asActor, list, onProgress), importId }
      }),
  )

  add(
    'findtreatment',
    'Import an answer of FindTreatment.gov’s locator (JSON), joined with what is there. Running it again changes nothing.',
  ).action((file: string, options: Options) =>
    runImport(file, options, 'row', readFindtreatment, async (list, onProgress) => {
      const { asActor, importId } = await (await context()).asImport('findtreatment', file)
      return { counts: await importFindtreatment(OPERATOR, asActor, list, onProgress), importId }
    }),
  )
}

type List = {
  readonly read: number
  readonly findings: readonly Finding[]
  readonly totalPages?: number | undefined
}

const runImport = async <Read extends List>(
  file: string,
  options: Options,
  unit: 'line' | 'row',
  read: (path: string, onBytes: (bytes: number) => void) => Promise<Read | ListRefusal>,
  write: (
    list: Read,
    onProgress: (done: number) => void,
  ) => Promise<{ counts: ImportCounts; importId: string }>,
): Promise<void> => {
  const size = sizeOf(file)
  if (size === undefined) {
    say(`There is no file ${file} that can be read.`)
    process.exitCode = 2
    return
  }
  const list = await withBar('Reading', size, (bar) => read(file, (bytes) => bar.increment(bytes)))
  if (options.report && !(await keepReport(options.report, list.findings))) return
  if (isRefusal(list)) {
    refuse(list, options, unit)
    return
  }
  const { counts, importId } = await withBar('Writing', list.read, (bar) =>
    write(list, (done) => bar.update(done)),
  )
  const done = { ...summary(list.read, counts, list.findings), ...counts }
  const lines = [
    ...findingLines(list.findings, unit),
    ...reportHint(list.findings, options),
    '',
    ...counted(done),
    ...pages(list),
    `To take it all back: bin/causeway import undo ${importId}`,
  ]
  if (options.json) process.stdout.write(`${JSON.stringify(done)}\n`)
  else process.stdout.write(`${lines.join('\n')}\n`)
}

const refuse = (refusal: ListRefusal, { json }: Options, unit: 'line' | 'row'): void => {
  const { refused, explanation, findings } = refusal
  say([explanation, ...findingLines(findings, unit), 'Nothing was written.'].join('\n'))
  if (json) process.stdout.write(`${JSON.stringify({ refused, explanation })}\n`)
  process.exitCode = 1
}

const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

const keepReport = async (file: string, findings: readonly Finding[]): Promise<boolean> => {
  try {
    await writeFile(file, findingsCsv(findings))
    return true
  } catch (fault) {
    say(`The report cannot be written, so nothing was imported: ${(fault as Error).message}`)
    process.exitCode = 2
    return false
  }
}

const sizeOf = (file: string): number | undefined => {
  try {
    return statSync(file).size
  } catch {
    return undefined
  }
}

const reportHint = (findings: readonly Finding[], { report }: Options): string[] => {
  if (report) return [`All of it is in ${report}.`]
  return findings.length > 0 ? ['To see all of it, add --report FILE.'] : []
}

const counted = (done: ReturnType<typeof summary>): string[] => {
  const number = (count: number) => count.toLocaleString('en-US')
  return [
    `Read ${number(done.read)} rows: ${number(done.created)} sites created, ${number(done.updated)} updated, ${number(done.unchanged)} unchanged, ${number(done.duplicates)} duplicates, ${number(done.skipped)} left out. ${number(done.repaired)} repairs.`,
  ]
}

const pages = ({ totalPages = 1 }: List): string[] =>
  totalPages > 1
    ? [`The file is one page of ${totalPages.toLocaleString('en-US')}; import the others too.`]
    : []
