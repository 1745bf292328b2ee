import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { EXPORTS } from './export-formats.ts'
import { exportRecords } from './export-records.ts'
import { harvest } from './harvest.ts'
import { IMPORT_ENDINGS } from './import-formats.ts'
import { type ImportReport, importRecords } from './import-records.ts'
import { RIGHTS, type Rights } from './record.ts'
import { registerReindexCommand } from './reindex.commands.ts'

type Context = () => Promise<{ readonly asActor: AsActor; readonly folder: string }>

const OPERATOR = { kind: 'operator' } as const

const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

const REASONS = { doi: 'DOI', 'ncj-number': 'NCJ number', 'title-and-year': 'title and year' } as const

const tellReport = (report: ImportReport): void => {
  for (const { line, field, says } of report.findings)
    say(`line ${line}${field ? `, ${field}` : ''}: ${says}`)
  for (const { line, title, id, reason } of report.alike.slice(0, 20))
    say(
      `line ${line}: known by ${REASONS[reason]}${id ? ` as ${id}` : ', earlier in this file'}: ${title.slice(0, 80)}`,
    )
  const { read, added, changed, skipped, troubled, written } = report
  say(`read ${read}, added ${added}, changed ${changed}, left as they are ${skipped}, wrong ${troubled}`)
  if (!written) say('Nothing was written.')
}

type ImportOptions = {
  readonly goOn?: boolean
  readonly check?: boolean
  readonly alike: 'skip' | 'update' | 'both'
  readonly rights: Rights
  readonly json?: boolean
}

/** Adds `library import`, `library export` and `library harvest`. */
export const registerLibraryCommands = (program: Command, context: Context): void => {
  const library = program.command('library').description('The records of the library.')
  registerReindexCommand(library, context)
  library
    .command('import')
    .description('Bring in records. Running it again changes nothing.')
    .argument(
      '<file>',
      `RIS, BibTeX, CSL-JSON, CSV, Dublin Core XML, JSON lines, DCAT-US: .${IMPORT_ENDINGS.join(', .')}`,
    )
    .option(
      '--go-on',
      'leave out rows that are wrong; without it one wrong row means that nothing is written',
    )
    .option('--check', 'only look: say what is wrong and what is known, and write nothing')
    .option('--alike <what>', 'a work that the library has: skip, update or both', 'skip')
    .option(
      '--rights <whose>',
      `whose words the abstracts are, where the file does not say: ${RIGHTS.join(', ')}`,
      'unknown',
    )
    .option('--json', 'print the counts as one line of JSON, and nothing else, on standard output')
    .action(async (file: string, options: ImportOptions) => {
      if (!['skip', 'update', 'both'].includes(options.alike) || !RIGHTS.includes(options.rights)) {
        say('--alike takes skip, update or both; --rights one of those that --help names.')
        process.exitCode = 2
        return
      }
      if (!existsSync(file)) {
        say(`There is no file ${file}.`)
        process.exitCode = 1
        return
      }
      const { asActor } = await context()
      const report = await importRecords(
        OPERATOR,
        asActor,
        { name: basename(file), open: () => createReadStream(file) },
        {
          ...{
            onTrouble: options.goOn ? 'go-on' : 'nothing',
            onAlike: options.alike,
            checkOnly: options.check,
          },
          ...{ visibility: 'public', rights: options.rights },
        },
      )
      if (isRefusal(report)) {
        say(report.fields?.file ?? `A file of this kind cannot be read: use .${IMPORT_ENDINGS.join(', .')}`)
        process.exitCode = 1
        return
      }
      tellReport(report)
      const { findings, alike, ...counts } = report
      if (options.json) process.stdout.write(`${JSON.stringify(counts)}\n`)
      if (!report.written && !options.check) process.exitCode = 1
    })

  library
    .command('export')
    .description('Write all public records into a file.')
    .argument('<file>', `its ending says how: .${EXPORTS.map(({ ending }) => ending).join(', .')}`)
    .action(async (file: string) => {
      const format = EXPORTS.find(({ ending }) => file.endsWith(`.${ending}`))
      if (!format || existsSync(file)) {
        say(
          format
            ? `${file} is there already.`
            : 'The ending of the file has to say how to write it (see --help).',
        )
        process.exitCode = 1
        return
      }
      const { asActor } = await context()
      await pipeline(
        Readable.from(exportRecords({ kind: 'visitor' }, asActor, format)),
        createWriteStream(file),
      )
    })

  library
    .command('harvest')
    .description(
      'Take over the records of another library by OAI-PMH: what is new, changed or gone since the last time.',
    )
    .argument('<url>', 'the address that answers OAI-PMH, such as https://library.example.org/oai')
    .option('--set <set>', 'only of this set')
    .option('--rights <whose>', 'whose words the abstracts are, where the record does not say', 'unknown')
    .action(async (url: string, options: { set?: string; rights: Rights }) => {
      const { asActor } = await context()
      const done = await harvest(asActor, { url, set: options.set ?? '', rights: options.rights }, (counts) =>
        say(
          `read ${counts.read}, added ${counts.added}, changed ${counts.changed}, removed ${counts.removed}`,
        ),
      )
      if (!isRefusal(done)) return
      say(done.fields?.url ?? 'The address does not answer as OAI-PMH does.')
      process.exitCode = 1
    })
}
