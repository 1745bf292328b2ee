import { readConfig } from '#platform/config/read-config.ts'
import { faultFields, jsonLog } from '#platform/logs/log.ts'
import { CannotStart } from '#platform/postgres/cannot-start.ts'
import { startCauseway } from './start-causeway.ts'

// The server's program. It speaks to whoever started it on standard error, and logs on standard output.
// Exit codes: 0 stopped when told to, 1 could not start, 2 was told something that it does not understand.

const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
const log = jsonLog()

const main = async (): Promise<void> => {
  const given = process.argv.slice(2)
  const config = readConfig(process.env)
  const mistakes = [
    ...given
      .filter((word) => word !== '--demo')
      .map((word) => `${word} is not known. The only option is --demo.`),
    ...('mistakes' in config ? config.mistakes : []),
  ]
  if ('mistakes' in config || mistakes.length > 0) {
    mistakes.forEach(say)
    process.exitCode = 2
    return
  }
  const demo = given.includes('--demo') || process.env.CAUSEWAY_DEMO === 'yes'
  const { address, stop } = await startCauseway({ config, demo, log, say })
  stopOnSignal(stop)
  say(`Causeway is at ${address}`)
  say(
    demo
      ? `Everything in it is invented. Sign in with one click: ${address}/sign-in`
      : `People sign in at ${address}/sign-in. To let them, add their county, organizations and members: bin/causeway county add --help`,
  )
}

/** The first signal lets everything finish; the second is for somebody who will not wait. */
const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping = false
  const onSignal = async () => {
    if (stopping) process.exit(130)
    stopping = true
    say('Stopping; once more stops at once')
    try {
      await stop()
    } catch (fault) {
      log('fault', faultFields(fault))
      process.exitCode = 1
    }
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

try {
  await main()
} catch (fault) {
  if (!(fault instanceof CannotStart)) throw fault
  say(fault.message)
  process.exitCode = 1
}
