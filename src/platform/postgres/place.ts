import { lstatSync } from 'node:fs'
import { CannotStart } from './cannot-start.ts'
import { type DataFolder, dataFolder } from './data-folder.ts'
import { currentUser, databaseUser, type SystemUser } from './system-user.ts'

export type PostgresOptions = {
  /** Where everything is kept; made if missing. */
  readonly dataDir: string
  /** A folder with initdb, pg_ctl and postgres, of 15 or newer; the bundled ones unless given. */
  readonly binaries?: string
  /** Settings by PostgreSQL's own names, which win over ours. A running server that lacks them is restarted. */
  readonly settings?: Readonly<Record<string, string>>
  /** Takes a line for whoever runs Causeway, when there is something to say. */
  readonly log: (line: string) => void
}

/** One database, running or not: where it lies, who runs it and how. */
export type Place = {
  readonly data: DataFolder
  readonly user: SystemUser
  readonly binaries: string | undefined
  readonly settings: Readonly<Record<string, string>>
  readonly log: (line: string) => void
}

/** @throws CannotStart when the data belongs to somebody else and we are not root */
export const findPlace = async (options: PostgresOptions): Promise<Place> => {
  const data = dataFolder(options.dataDir)
  const user = await databaseUser([data.cluster, data.root])
  const owner = ownerOf(data.cluster)
  if (owner === 0 && user.uid !== 0)
    throw new CannotStart(
      `The database in ${data.cluster} belongs to root, who cannot run PostgreSQL. Give it to “${user.name}” (chown -R).`,
    )
  if (owner !== undefined && owner !== user.uid)
    throw new CannotStart(
      `The database in ${data.cluster} belongs to the user id ${owner}, and this is “${currentUser().name}”. Run as that user or as root, or set DATA_DIR to another folder.`,
    )
  return { data, user, binaries: options.binaries, settings: options.settings ?? {}, log: options.log }
}

const ownerOf = (folder: string): number | undefined => {
  try {
    return lstatSync(folder).uid
  } catch {
    return undefined
  }
}
