/** What an organization is. Rules never judge by it: they read its flags (P2-001). */
export const ORGANIZATION_KINDS = [
  'police',
  'treatment-provider',
  'harm-reduction',
  'case-management',
  'recovery-support',
  'hospital',
  'prosecutor',
  'health-department',
] as const
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number]

/**
 * The flags that a new organization of a kind starts with. Case management counts as a Part 2 program until somebody
 * says otherwise, because it may hold itself out as referring to treatment (P2-003).
 */
export const usualFlags = (
  kind: OrganizationKind,
): { isCriminalJustice: boolean; isPart2Program: boolean } => ({
  isCriminalJustice: kind === 'police' || kind === 'prosecutor',
  isPart2Program: kind === 'treatment-provider' || kind === 'case-management',
})
