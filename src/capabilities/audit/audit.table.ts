import type { Generated } from 'kysely'

export type AuditRecordTable = {
  id: string
  at: Generated<Date>
  jurisdictionId: string | null
  actorKind: string
  memberId: string | null
  organizationId: string | null
  holdingId: string | null
  job: string | null
  action: string
  subjectKind: string | null
  subjectIds: readonly string[]
  outcome: string
  dataClasses: readonly string[]
  /** jsonb, written as text. */
  detail: string
  requestId: string | null
  source: string | null
}

export type AuditWaitingTable = { chain: string; recordAt: Date; recordId: string }

export type AuditSealTable = {
  chain: string
  /** A bigint, which the driver gives as text. */
  number: string
  sealedAt: Generated<Date>
  previousHash: Buffer
  hash: Buffer
}

export type AuditCheckpointTable = {
  chain: string
  /** Bigints, which the driver gives as text. */
  sealNumber: string
  sealHash: Buffer
  records: string
  at: Date
  keyId: string
  signature: Buffer
}

export type AuditTables = {
  auditCheckpoint: AuditCheckpointTable
  auditRecord: AuditRecordTable
  auditWaiting: AuditWaitingTable
  auditSeal: AuditSealTable
}
