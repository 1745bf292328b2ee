import { statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { type Id, isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type FieldName, listingImports, type Mapping } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import { withBar } from '#platform/terminal/with-bar.ts'
import { checkImport } from './check-import.ts'
import { listFindings, setEveryChoice } from './findings.store.ts'
import { findingsCsv } from './findings-csv.ts'
import { CHOICES, type Choice, type DirectoryImport, IMPORT_KINDS, isChoice } from './import.ts'
import { countWords, many, STATES, undoWords } from './import-words.ts'
import { changeImport, findImport, insertImport, listImports } from './imports.store.ts'
import { checkMapping } from './set-columns.ts'
import { undoImport } from './undo-import.ts'
import { writeImport } from './write-import.ts'

/** Opens the database; called only when a command needs it, so that help can be read without one. */
type Context = () => Promise<{ readonly asActor: AsActor }>

const OPERATOR = { kind: 'operator' } as const
const { table } = listingImports

const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

const fail = (text: string, exitCode: 1 | 2): void => {
  say(text)
  process.exitCode = exitCode
}

type CsvOptions = {
  readonly json?: boolean
  readonly check?: boolean
  readonly report?: string
  readonly column: Readonly<Record<string, FieldName>>
  readonly alike?: Choice
}

const FIELDS_HELP = `
The columns are guessed by their names and their values. To say one yourself:
--column "Facility Name=provider" --column "Notes=" (leaves it out). Fields:
${Object.entries(table.fields)
  .map(([name, { label }]) => `  ${name.padEnd(20)} ${label}`)
  .join('\n')}

A row that may be a place which is here already, by a similar name, the same
phone, the same address or as a neighbour, is joined with it where two of these
agree; --alike says what becomes of all of them.

Exit code 0: done. 1: the file was refused, and nothing was written. 2: wrong use.`

/** Adds `import csv FILE`, `import list` and `import undo ID`. */
export const registerImportCommands = (program: Command, context: Context): void => {
  const imports = program.commands.find((command) => command.name() === 'import') ?? program.command('import')
  imports
    .command('csv')
    .description('Import any table of places (CSV). Running it again changes nothing.')
    .argument('<file>')
    .option('--json', 'print the counts as one line of JSON, and nothing else, on standard output')
    .option('--check', 'look through the file and write nothing')
    .option('--report <file>', 'write the rows left out to a CSV file, with what is wrong')
    .option('--column <name=field>', 'say what a column is; can be given several times', readColumn, {})
    .option(
      '--alike <choice>',
      `for rows that may be here already: ${Object.keys(CHOICES).join(', ')}`,
      readChoice,
    )
    .addHelpText('after', FIELDS_HELP)
    .action((file: string, options: CsvOptions) => importCsv(file, options, context))
  imports
    .command('list')
    .description('List what was imported, the newest first.')
    .option('--json', 'print one JSON object a line')
    .action((options: { json?: boolean }) => listAll(options, context))
  imports
    .command('undo')
    .description(
      'Take a whole import back: what it added goes, what it changed is as before, unless changed since.',
    )
    .argument('<id>', 'as “import list” says it')
    .option('--json', 'print the counts as one line of JSON, and nothing else, on standard output')
    .action((id: string, options: { json?: boolean }) => undo(id, options, context))
}

const readColumn = (said: string, before: Record<string, string>): Record<string, string> => {
  const at = said.lastIndexOf('=')
  const field = said.slice(at + 1)
  if (at < 1 || (field !== '' && !table.isField(field)))
    throw new InvalidArgumentError(`Write NAME=FIELD; import csv --help lists the fields.`)
  return { ...before, [said.slice(0, at)]: field }
}

const readChoice = (said: string): Choice => {
  if (!isChoice(said)) throw new InvalidArgumentError(`One of ${Object.keys(CHOICES).join(', ')}.`)
  return said
}

const importCsv = async (file: string, options: CsvOptions, context: Context): Promise<void> => {
  const size = statSync(file, { throwIfNoEntry: false })
  if (!size?.isFile()) return fail(`There is no file ${file} that can be read.`, 2)
  const mapping = await mappingOf(file, options.column)
  if (typeof mapping === 'string') return fail(`${mapping}\nNothing was written.`, 1)
  const { asActor } = await context()
  const id = newId<'directory-import'>()
  const one = await begin(asActor, id, { fileName: basename(file), bytes: size.size, mapping })
  const found = await withBar('Looking through', size.size, (bar) =>
    checkImport(asActor, one, file, (done) => bar.update(done)),
  )
  if (isRefusal(found)) {
    if (options.json)
      process.stdout.write(`${JSON.stringify({ refused: found.refused, explanation: found.explanation })}\n`)
    return fail(`${found.explanation}\nNothing was written.`, 1)
  }
  if (options.report) {
    const skipped = await asActor(OPERATOR, (tx) =>
      listFindings(tx, id, { kinds: ['skipped'], most: 1_000_000, after: 0 }),
    )
    await writeFile(options.report, findingsCsv(found.columns ?? [], skipped))
  }
  const { preview: _, columns: __, ...numbers } = found
  if (options.check) {
    if (options.json) process.stdout.write(`${JSON.stringify({ importId: id, ...numbers })}\n`)
    else
      process.stdout.write(
        `${many(found.usable, 'row')} of ${found.read} can be imported; ${many(found.alike, 'row')} may be here already. Nothing was written.\n`,
      )
    return
  }
  const { alike } = options
  await asActor(OPERATOR, async (tx) => {
    if (alike) await setEveryChoice(tx, id, alike)
    await changeImport(tx, id, ['checked'], { state: 'importing' })
  })
  const counts = await withBar('Importing', found.usable, (bar) =>
    writeImport(asActor, { ...one, found, state: 'importing' }, file, (done) => bar.update(done)),
  )
  if (isRefusal(counts)) return fail(`${counts.explanation}\nNothing was written.`, 1)
  if (options.json) process.stdout.write(`${JSON.stringify({ importId: id, ...numbers, ...counts })}\n`)
  else
    process.stdout.write(
      `Read ${many(found.read, 'row')}: ${countWords({ ...counts, skipped: found.skipped })}.\nTo take it all back: bin/causeway import undo ${id}\n`,
    )
}

const begin = async (
  asActor: AsActor,
  id: Id<'directory-import'>,
  file: { readonly fileName: string; readonly bytes: number; readonly mapping: Mapping },
): Promise<DirectoryImport> =>
  asActor(OPERATOR, async (tx) => {
    await insertImport(tx, {
      ...file,
      id,
      mapping: JSON.stringify(file.mapping),
      kind: 'csv',
      state: 'checking',
    })
    return (await findImport(tx, id)) as DirectoryImport
  })

/** @returns what is wrong, in a sentence, where it cannot be said which column is what */
const mappingOf = async (
  file: string,
  said: Readonly<Record<string, FieldName | ''>>,
): Promise<Mapping | string> => {
  const lines: (readonly string[])[] = []
  try {
    for await (const { cells } of table.read(file)) if (lines.push(cells) > 50) break
  } catch (fault) {
    if (fault instanceof table.Unreadable) return fault.message
    throw fault
  }
  const [columns = [], ...samples] = lines
  const unknown = Object.keys(said).find((name) => !columns.includes(name))
  if (unknown !== undefined) return `There is no column “${unknown}”. The file has: ${columns.join(', ')}.`
  const chosen = new Set(Object.values(said))
  const guessed = Object.entries(table.guess(columns, samples)).filter(
    ([column, field]) => !Object.hasOwn(said, columns[Number(column)] ?? '') && !chosen.has(field),
  )
  const told = Object.entries(said).flatMap(([name, field]) =>
    field ? [[columns.indexOf(name), field]] : [],
  )
  const mapping: Mapping = Object.fromEntries([...guessed, ...told])
  return Object.values(checkMapping(mapping)?.columns ?? {})[0] ?? mapping
}

const listAll = async ({ json }: { json?: boolean }, context: Context): Promise<void> => {
  const { asActor } = await context()
  const imports = await asActor(OPERATOR, (tx) => listImports(tx, { most: 100, after: 0 }))
  for (const { id, fileName, kind, state, counts, createdAt, takenBack } of imports)
    process.stdout.write(
      json
        ? `${JSON.stringify({ id, fileName, kind, state, counts, takenBack, createdAt })}\n`
        : `${id}  ${createdAt.toISOString().slice(0, 16)}  ${STATES[state]}: ${fileName} (${IMPORT_KINDS[kind]})${counts ? `, ${countWords(counts)}` : ''}\n`,
    )
  if (imports.length === 0) say('Nothing was imported yet.')
}

const undo = async (id: string, { json }: { json?: boolean }, context: Context): Promise<void> => {
  if (!isId(id)) return fail('Give the id of an import, as “import list” says it.', 2)
  const { asActor } = await context()
  const one = await asActor(OPERATOR, (tx) => findImport(tx, id))
  if (!one) return fail('There is no import of this id.', 2)
  const isOn = await asActor(OPERATOR, (tx) =>
    changeImport(tx, id, ['done', 'undone', 'undoing'], { state: 'undoing' }),
  )
  if (!isOn) return fail(`This import is not there to be taken back: ${STATES[one.state].toLowerCase()}.`, 1)
  const back = await withBar('Taking back', 1, (bar) =>
    undoImport(asActor, { ...one, byMember: null }, (done, total) => {
      bar.setTotal(total)
      bar.update(done)
    }),
  ).catch(async (fault) => {
    await asActor(OPERATOR, (tx) => changeImport(tx, id, ['undoing'], { state: 'done' }))
    throw fault
  })
  if (json) process.stdout.write(`${JSON.stringify(back)}\n`)
  else
    process.stdout.write(
      `Taken back: ${undoWords(back)}.${back.left > 0 ? ' What is left was changed since, or something refers to it.' : ''}\n`,
    )
}
