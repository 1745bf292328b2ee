import { statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { withBar } from '#platform/terminal/with-bar.ts'
import { countServices } from './everything.ts'
import { type ExportFormat, exportHsds } from './export-hsds.ts'
import { findingLines, findingsCsv } from './finding-lines.ts'
import { type HsdsCounts, importHsds } from './import-hsds.ts'
import { type FileRefusal, readHsdsFile } from './read-file.ts'
import type { Finding } from './take-in.ts'

/** Opens the database; called only when a command needs it, so that help can be read without one. */
type Context = () => Promise<{
  readonly asActor: AsActor
  /** Begins an import of this file that can be taken back as a whole. */
  readonly asImport: (
    kind: 'hsds',
    file: string,
  ) => Promise<{ readonly asActor: AsActor; readonly importId: string }>
}>

const OPERATOR = { kind: 'operator' } as const

const COUNTING = `
FILE is a zip of HSDS 3.1's tables (services.csv and so on), HSDS JSON (one
object, a list, a page of an API, an export of ours), or a JSON object a line.

What the numbers mean:
  read        rows, or objects of JSON, those that say a thing again too
  created     objects that were not known
  updated     objects that say something else than before
  unchanged   objects that say what is known, word for word
  findable    services at a site that people can now find here: those with an
              organization and an address in the United States. All others are
              kept too, and given back by /hsds and by export hsds.

A table's empty cell is taken as nothing; what JSON leaves out stays as it was.
More than 5 % of unusable rows (and more than three) refuse the file.

Exit code 0: done. 1: the file was refused, and nothing was written. 2: wrong use.`

/** Adds `import hsds FILE` and `export hsds FILE`. */
export const registerHsdsCommands = (program: Command, context: Context): void => {
  const imports = program.commands.find((command) => command.name() === 'import') ?? program.command('import')
  imports
    .command('hsds')
    .description('Import another directory (HSDS 3.1). Running it again changes nothing.')
    .argument('<file>')
    .option('--json', 'print the counts as one line of JSON, and nothing else, on standard output')
    .option('--report <file>', 'write every row left out to a CSV file')
    .addHelpText('after', COUNTING)
    .action((file: string, options: Options) => runImport(file, options, context))

  program
    .command('export')
    .description('Write what others may have into a file.')
    .command('hsds')
    .description(
      'Write all public listings by HSDS 3.1: FILE.zip holds tables (CSV), FILE.json is one document.',
    )
    .argument('<file>', 'must not be there yet')
    .option('--json', 'print the counts as one line of JSON, and nothing else, on standard output')
    .addHelpText(
      'after',
      '\nListings that are not for everybody are left out, with all that would lead to them.',
    )
    .action((file: string, options: Options) => runExport(file, options, context))
}

type Options = { readonly json?: boolean; readonly report?: string }

const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

const useWrongly = (text: string): void => {
  say(text)
  process.exitCode = 2
}

const runImport = async (file: string, options: Options, context: Context): Promise<void> => {
  const size = sizeOf(file)
  if (size === undefined) return useWrongly(`There is no file ${file} that can be read.`)
  const read = await withBar('Reading', size, (bar) => readHsdsFile(file, (bytes) => bar.increment(bytes)))
  if (options.report && !(await keepReport(options.report, read.findings))) return
  if (isRefusal(read)) return refuse(read, options)
  const { asActor, importId } = await (await context()).asImport('hsds', file)
  const total = [...read.tables.values()].reduce((all, rows) => all + rows.size, 0)
  const counts = await withBar('Writing', total, (bar) =>
    importHsds(OPERATOR, asActor, read, (done) => bar.update(done)),
  )
  const leftOut = read.findings.filter(({ kind }) => kind === 'left-out').length
  const hint = read.findings.length === 0 ? [] : [hintFor(options)]
  const lines = [
    ...findingLines(read.findings),
    ...hint,
    sentence(read.read, counts),
    `To take it all back: bin/causeway import undo ${importId}`,
  ]
  if (options.json) process.stdout.write(`${JSON.stringify({ read: read.read, ...counts, leftOut })}\n`)
  else process.stdout.write(`${lines.join('\n')}\n`)
}

const hintFor = ({ report }: Options): string =>
  report ? `All of it is in ${report}.` : 'To see all of it, add --report FILE.'

const number = (count: number): string => count.toLocaleString('en-US')

const sentence = (read: number, { created, updated, unchanged, findable }: HsdsCounts): string =>
  `Read ${number(read)} rows: ${number(created)} objects created, ${number(updated)} updated, ${number(unchanged)} unchanged. ${number(findable)} services at a site added to what people find here, or changed there.`

const refuse = ({ refused, explanation, findings }: FileRefusal, { json }: Options): void => {
  say([explanation, ...findingLines(findings), 'Nothing was written.'].join('\n'))
  if (json) process.stdout.write(`${JSON.stringify({ refused, explanation })}\n`)
  process.exitCode = 1
}

const keepReport = async (file: string, findings: readonly Finding[]): Promise<boolean> => {
  try {
    await writeFile(file, findingsCsv(findings))
    return true
  } catch (fault) {
    useWrongly(`The report cannot be written, so nothing was imported: ${(fault as Error).message}`)
    return false
  }
}

const sizeOf = (file: string): number | undefined => {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() ? found.size : undefined
}

const FORMATS: Readonly<Record<string, ExportFormat>> = { '.zip': 'tables', '.json': 'json' }

const runExport = async (file: string, options: Options, context: Context): Promise<void> => {
  const format = FORMATS[/\.[a-z]+$/.exec(file)?.[0] ?? '']
  if (!format) return useWrongly('Name a file that ends in .zip (tables) or .json (one document).')
  if (statSync(file, { throwIfNoEntry: false })) return useWrongly(`${file} is there already.`)
  const { asActor } = await context()
  const total = await countServices(asActor)
  const counts = await withBar('Writing', total, (bar) =>
    exportHsds(asActor, { file, format }, (done) => bar.update(done)),
  )
  if (options.json) process.stdout.write(`${JSON.stringify(counts)}\n`)
  else
    process.stdout.write(
      `${file} holds ${number(counts.service)} services of ${number(counts.organization)} organizations at ${number(counts.location)} locations.\n`,
    )
}
