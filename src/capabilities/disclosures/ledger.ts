/**
 * On what the law lets one organization be told what another holds. The first five happen today:
 * - `release`, `tpo`, `criminal-justice`: a live line of a release of that kind (42 CFR 2.31, 2.33, 2.35)
 * - `referral`: what a sender wrote for the place that was asked to help, with the person's word
 * - `emergency`: medical personnel, when nobody can be asked (2.51)
 *
 * The others have their room in the ledger: 2.12(c), 2.52 to 2.54, 2.61 to 2.67.
 */
export const BASES = {
  release: 'A release that the person signed',
  tpo: 'A release for treatment, payment and operations',
  'criminal-justice': 'A release for a court or prosecutor who monitors',
  referral: 'A referral that was sent with the person’s word',
  emergency: 'A medical emergency',
  'crime-on-premises': 'A crime at the program or against its staff',
  'child-abuse-report': 'A report of child abuse that the law asks for',
  'court-order': 'A court order',
  research: 'Research',
  audit: 'An audit or evaluation',
  'public-health': 'Public health, without anything that says who',
  'qualified-service': 'An organization that works for the program',
  internal: 'Work inside the program',
} as const
export type Basis = keyof typeof BASES

/** Ways on which something can reach its reader. */
export const CHANNELS = ['page', 'api', 'message', 'pdf', 'csv', 'print', 'json'] as const
export type Channel = (typeof CHANNELS)[number]

/**
 * What whoever was told may do with it (P2-021), what lets most be passed on first. `none`: pass nothing on. Whatever shows a disclosed record offers to
 * share it further only as its rule says.
 */
export const REDISCLOSURE_RULES = {
  'hipaa-except-proceedings':
    'You may pass this on as HIPAA permits, but never for proceedings against the person.',
  'consistent-with-consent': 'You may pass this on only as the person’s consent says.',
  none: 'You may not pass this on.',
} as const
export type RedisclosureRule = keyof typeof REDISCLOSURE_RULES
