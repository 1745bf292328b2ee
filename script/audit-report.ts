/** What `npm audit --json` came to: weaknesses that are known, or that the registry did not say. */
export type AuditReport = { readonly weaknesses: readonly string[] } | { readonly unsaid: string }

type Advisory = { readonly title: string; readonly url: string; readonly severity: string }
type Printed = {
  readonly auditReportVersion?: number
  readonly message?: string
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly severity: string; readonly via: readonly (Advisory | string)[] }>
  >
}

const GRAVE = ['high', 'critical']

/**
 * Reads what npm printed. Its exit code does not tell a weakness from a registry that does not answer: both are 1.
 *
 * @returns a line for each grave weakness, where the registry answered
 */
export const readAudit = (printed: string): AuditReport => {
  const report = parse(printed)
  if (report?.auditReportVersion === undefined || !report.vulnerabilities)
    return { unsaid: (report?.message ?? printed.trim()) || 'nothing was printed' }
  return {
    weaknesses: Object.entries(report.vulnerabilities)
      .filter(([, { severity }]) => GRAVE.includes(severity))
      .map(([name, { severity, via }]) => {
        const why = via.map((one) => (typeof one === 'string' ? `by ${one}` : `${one.title} ${one.url}`))
        return `${name}, ${severity}: ${why.join('; ')}`
      }),
  }
}

const parse = (printed: string): Printed | undefined => {
  try {
    return JSON.parse(printed)
  } catch {
    return undefined
  }
}
