export { registerAuditCommands } from './audit.commands.ts'
export type { AuditEntry } from './audit-entry.ts'
export type { Checkpoint } from './checkpoint.ts'
export {
  countRecordsByWeek,
  hasLooked,
  type LooksInQuarterHour,
  listLooksByQuarterHour,
  type RecordsInWeek,
} from './count-looks.ts'
export { keepPartitions, keepPartitionsJob } from './keep-partitions.ts'
export { checkpointAuditJob, listCheckpoints } from './make-checkpoints.ts'
export { record } from './record.ts'
export { sealAuditJob } from './seal-audit.ts'
