import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { CannotStart } from './cannot-start.ts'
import { isOutdated, stopServer } from './control.ts'
import { enter, leave } from './enter.ts'
import { findPlace, type Place, type PostgresOptions } from './place.ts'
import { connectionTo, type Session } from './session.ts'
import { LOGIN_ROLE, OWNER_ROLE } from './settings.ts'

export type RunningPostgres = {
  /** Signs in as the superuser who owns the database: for migrations and the operator's commands. */
  readonly adminConnection: pg.ClientConfig
  /** Signs in as the role that owns nothing and is bound by every policy: for the application. */
  readonly appConnection: pg.ClientConfig
  /** Whether the server ran already: its launcher had died, or another process uses it too. */
  readonly adopted: boolean
  /** Leaves the server. The last to leave stops it, so that a running command is not cut off. */
  readonly stop: () => Promise<void>
}

/**
 * Starts the bundled PostgreSQL for the application, or adopts the one that a killed application left running, and
 * brings it back whenever it dies.
 *
 * @param options.onLost called when it cannot be brought back, or another process took our place meanwhile; ends this
 *   process as SIGTERM does unless given
 * @throws CannotStart when it cannot start, or another application runs on the same data
 */
export const startPostgres = async (
  options: PostgresOptions & { readonly onLost?: (reason: unknown) => void },
): Promise<RunningPostgres> => {
  const place = await findPlace(options)
  let { session, started } = await enterAlone(place)
  let leaving = false

  const bringBack = async (): Promise<void> => {
    place.log('PostgreSQL has gone away; bringing it back')
    session = (
      await retrying(
        () => enterAlone(place),
        () => leaving,
      )
    ).session
    place.log('PostgreSQL is back')
    watch()
  }
  let recovery: Promise<void> = Promise.resolve()
  const watch = () =>
    session.lost.then(() => {
      if (leaving) return
      recovery = bringBack().catch((reason) => {
        if (!leaving) (options.onLost ?? endProcess(place))(reason)
      })
    })
  watch()

  return {
    ...connections(place),
    adopted: !started,
    stop: async () => {
      leaving = true
      await recovery
      await leave(session, place)
    },
  }
}

/**
 * Joins the PostgreSQL of a running application, or starts it until `stop`: for the operator's commands, any number
 * of which may run beside the application.
 * @throws CannotStart when it cannot start
 */
export const attachPostgres = async (options: PostgresOptions): Promise<RunningPostgres> => {
  const place = await findPlace(options)
  const { session, started } = await enter(place)
  await leavingOnFault(session, place, session.setUp)
  return { ...connections(place), adopted: !started, stop: () => leave(session, place) }
}

const connections = ({ data }: Place) => ({
  adminConnection: connectionTo(data.sockets, OWNER_ROLE, OWNER_ROLE),
  appConnection: connectionTo(data.sockets, LOGIN_ROLE, OWNER_ROLE),
})

/** Enters as the one application on this data, with a server that runs as we would start it. */
const enterAlone = async (place: Place): Promise<{ session: Session; started: boolean }> => {
  const entered = await enter(place)
  const { session, started } = entered
  return leavingOnFault(session, place, async () => {
    await claimServer(session, place)
    // Others at work are not cut off for it; then the next start sees to it.
    if (!started && (await isOutdated(place)) && (await session.claimStop())) {
      place.log('restarting PostgreSQL, which ran with other settings')
      await stopServer(place)
      return enterAlone(place)
    }
    await session.setUp()
    return entered
  })
}

const leavingOnFault = async <T>(session: Session, place: Place, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (fault) {
    await leave(session, place).catch(() => undefined)
    throw fault
  }
}

/** An application that was told to stop, or was killed a moment ago, needs a little to let go. */
const LETS_GO_WITHIN_MS = 3000

const claimServer = async (session: Session, { data }: Place): Promise<void> => {
  for (const giveUpAt = Date.now() + LETS_GO_WITHIN_MS; ; await pause(100)) {
    const claim = await session.claimServer()
    if (claim === true) return
    if (Date.now() > giveUpAt)
      throw new CannotStart(
        `Causeway is already running on the data in ${data.root} (${claim.heldBy}). Stop it first, or set DATA_DIR to another folder.`,
      )
  }
}

/** As long as a transaction of the application waits for its database. */
const BRING_BACK_WITHIN_MS = 30_000

const retrying = async <T>(work: () => Promise<T>, isOver: () => boolean): Promise<T> => {
  for (const giveUpAt = Date.now() + BRING_BACK_WITHIN_MS; ; await pause(1000)) {
    try {
      return await work()
    } catch (fault) {
      if (isOver() || Date.now() > giveUpAt) throw fault
    }
  }
}

const endProcess = (place: Place) => (reason: unknown) => {
  place.log(reason instanceof Error ? reason.message : String(reason))
  process.kill(process.pid, 'SIGTERM')
}
