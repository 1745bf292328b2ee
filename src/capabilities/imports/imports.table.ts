import type { ColumnType, Generated } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { AlikeBy } from '#network'
import type { Choice, Counts, Found, ImportKind, ImportState, NamedColumns, TakenBack } from './import.ts'

type Json<Value> = ColumnType<Value | null, string | null | undefined, string | null>

type DirectoryImport = {
  id: Id<'directory-import'>
  kind: ImportKind
  fileName: string
  bytes: number
  jurisdictionId: Id<'jurisdiction'> | null
  organizationId: Id<'organization'> | null
  byMember: Id<'member'> | null
  state: ImportState
  done: Generated<number>
  total: Generated<number>
  mapping: Json<Record<string, string>>
  found: Json<Found>
  counts: Json<Counts>
  takenBack: Json<TakenBack>
  trouble: string | null
  createdAt: Generated<Date>
  finishedAt: Date | null
  undoneAt: Date | null
  undoneBy: Id<'member'> | null
}

export type ImportTables = {
  directoryImport: DirectoryImport
  importPart: { importId: string; number: number; bytes: Buffer }
  importFinding: {
    importId: string
    number: number
    row: number
    kind: string
    place: string
    field: string | null
    says: string
    cells: Json<readonly string[]>
  }
  importAlike: {
    importId: string
    row: number
    key: string
    place: string
    address: string
    phone: string | null
    serviceId: string
    reasons: AlikeBy[]
    feet: number | null
    choice: Choice
  }
  importMapping: {
    id: string
    jurisdictionId: Id<'jurisdiction'>
    name: string
    columns: ColumnType<NamedColumns, string, string>
    byMember: Id<'member'>
    updatedAt: Generated<Date>
  }
  importRow: {
    importId: string
    part: string
    id: string
    keptBecause: 'changed' | 'in-use' | null
  }
  // What the network publishes.
  listedService: {
    serviceAtLocationId: string
    providerId: string
    siteId: string
    name: string
    phone: string | null
  }
  listedSite: {
    id: string
    name: string | null
    street: string | null
    city: string
    state: string
    zip: string
  }
  listedProvider: { id: string; name: string }
}
