import type { Actor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { DirectoryImport } from './import.ts'

export const IMPORT_LISTINGS = { name: 'import-listings', retries: 3 } as const

/** What writes into the directory: the job that works off what somebody asked for, or the operator at once. */
export const writerOf = ({ byMember }: Pick<DirectoryImport, 'byMember'>): Actor =>
  byMember === null ? { kind: 'operator' } : { kind: 'job', name: IMPORT_LISTINGS.name }

/**
 * With whose eyes listings are compared that a file may double: whoever brought it is told of no place that they may
 * not see.
 */
export const readerOf = ({ byMember, organizationId, jurisdictionId }: DirectoryImport): Actor =>
  byMember === null || organizationId === null || jurisdictionId === null
    ? { kind: 'operator' }
    : {
        kind: 'member',
        memberId: byMember as Id<'member'>,
        organizationId,
        jurisdictionId,
        roles: ['manager'],
      }
