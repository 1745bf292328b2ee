import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { registerAgreementCommands } from '#agreements'
import { registerAuditCommands } from '#audit'
import { registerHsdsCommands } from '#hsds'
import { registerIdentityCommands } from '#identity'
import { recordedImport, registerImportCommands } from '#imports'
import { registerLibraryCommands } from '#library'
import { registerNetworkCommands } from '#network'
import { readConfig } from '#platform/config/read-config.ts'
import { CannotStart } from '#platform/postgres/cannot-start.ts'
import { registerSigningCommands } from '#signing'
import { openStorage, type Storage } from './open-storage.ts'

// The operator's program. Exit codes: 0 done, 1 refused or failed, 2 used wrongly.

const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

let opened: Promise<Storage> | undefined

/** Opens the database once, when a command asks for it; help and mistakes of use need none. */
const storage = (): Promise<Storage> => {
  const config = readConfig(process.env)
  if ('mistakes' in config) throw new WrongUse(config.mistakes.join('\n'))
  opened ??= openStorage({ config, as: 'command', say, onFault: (fault) => say(String(fault)) })
  return opened
}

class WrongUse extends Error {}

const version = (): string =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version

/** The same for commands that import: what they write is noted, so that it can be taken back. */
const importing = async () => {
  const { asActor } = await storage()
  return {
    asActor,
    asImport: (kind: Parameters<typeof recordedImport>[1], file: string) =>
      recordedImport(asActor, kind, file),
  }
}

const program = new Command('causeway')
  .description("Causeway's commands for whoever runs it.")
  .version(version())
  .showHelpAfterError('(--help says more)')
  .exitOverride()

registerIdentityCommands(program, storage)
registerSigningCommands(program, storage)
for (const group of [program, program.command('network').description('The directory of places that help.')]) {
  registerNetworkCommands(group, importing)
  registerHsdsCommands(group, importing)
  registerImportCommands(group, storage)
}
registerAgreementCommands(program, storage)
registerAuditCommands(program, storage)
registerLibraryCommands(program, storage)

/** Every command below throws instead of ending the process, so that what is open is closed first. */
const overrideExits = (command: Command): void => {
  command.exitOverride()
  command.commands.forEach(overrideExits)
}
overrideExits(program)

const answerFor = (fault: unknown): number => {
  // Commander has said what was wrong, or shown the help that was asked for.
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2
  if (fault instanceof WrongUse) {
    say(fault.message)
    return 2
  }
  say(
    fault instanceof CannotStart ? fault.message : fault instanceof Error ? `${fault.stack}` : String(fault),
  )
  return 1
}

try {
  await program.parseAsync()
} catch (fault) {
  process.exitCode = answerFor(fault)
} finally {
  await (await opened?.catch(() => undefined))?.close()
}
