const PASSING_STATES = new Set([
  '57P01', // the server is being shut down
  '57P02',
  '57P03', // the server is starting
  '25006', // a standby answered in the moment of a failover
  '08000',
  '08003',
  '08006',
  '40001', // serialization
  '40P01', // deadlock
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT', // the unix socket is not there yet
])

/**
 * Whether a fault of the database passes by itself, so that the whole transaction may be run again on a new
 * connection. The list is what node-postgres reports during failovers of a three-node cluster.
 */
export const isPassing = (fault: unknown): boolean => {
  if (!(fault instanceof Error)) return false
  const code = (fault as { code?: unknown }).code
  if (typeof code === 'string') return PASSING_STATES.has(code) || isOutdatedPlan(fault)
  return /connection terminated|connection error and is not queryable|connection ended/i.test(fault.message)
}

/** A newer version, started beside this one, changed a table whose query this connection keeps. A new one reads it anew. */
const isOutdatedPlan = (fault: Error & { code?: unknown; routine?: unknown }): boolean =>
  fault.code === '0A000' && fault.routine === 'RevalidateCachedQuery'
