import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from './cannot-start.ts'
import { startServer, stopServer } from './control.ts'
import { serverProcess } from './lock-files.ts'
import type { Place } from './place.ts'
import { openSession, type Session } from './session.ts'
import { writeAccess } from './settings.ts'
import { currentUser } from './system-user.ts'

/** A large database takes minutes to recover from a crash, and says that it is starting meanwhile. */
const PATIENCE_MS = 10 * 60_000

/**
 * Joins the users of the server that runs in this place, starting it if there is none.
 * @returns our session, and whether it was we who started the server
 * @throws CannotStart when that cannot be done
 */
export const enter = async (place: Place): Promise<{ session: Session; started: boolean }> => {
  let started = false
  for (const giveUpAt = Date.now() + PATIENCE_MS; Date.now() < giveUpAt; await pause(100)) {
    const reached = await reach(place)
    if (reached === 'nobody') {
      // A living server that does not listen is just starting or just stopping.
      if (!(await serverProcess(place.data))) started = await startServer(place)
    } else if (reached === 'stranger') {
      await introduceUs(place)
    } else if (reached !== 'busy') {
      await checkData(reached, place)
      if (await reached.join()) return { session: reached, started }
      await reached.close()
    }
  }
  throw new CannotStart(
    `The PostgreSQL server on ${place.data.root} does not answer. See ${place.data.logs}.`,
  )
}

/** Leaves the server; the last to leave stops it. */
export const leave = async (session: Session, place: Place): Promise<void> => {
  if (session.isOpen() && (await session.claimStop())) await stopServer(place)
  await session.close().catch(() => undefined)
}

const reach = async (place: Place): Promise<Session | 'nobody' | 'busy' | 'stranger'> => {
  try {
    return await openSession(place.data.sockets)
  } catch (fault) {
    const { code } = fault as { code?: string }
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'nobody'
    // Starting, stopping, full, or gone while we were talking.
    if (code === undefined || ['57P01', '57P02', '57P03', '53300', 'ECONNRESET', 'EPIPE'].includes(code))
      return 'busy'
    if (code === '28000') return 'stranger'
    if (code === 'EACCES')
      throw new CannotStart(
        `The user “${currentUser().name}” may not use the database in ${place.data.root}. Run as its owner or as root, or set DATA_DIR to another folder.`,
      )
    throw fault
  }
}

/** The server was started when only others could come in; whoever can write to its data can change that. */
const introduceUs = async (place: Place): Promise<void> => {
  await writeAccess(place.data, place.user)
  const server = await serverProcess(place.data)
  if (server) process.kill(server, 'SIGHUP')
}

/** A data folder that was moved or copied while its server ran leads to a server that works elsewhere. */
const checkData = async (session: Session, { data }: Place): Promise<void> => {
  const served = await session.dataDirectory()
  if (served === data.cluster) return
  await session.close()
  throw new CannotStart(
    `The PostgreSQL server that answers at ${data.sockets} works on ${served}, not on ${data.cluster}. Stop it first.`,
  )
}
