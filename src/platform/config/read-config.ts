import { z } from 'zod'

const settings = z.object({
  PORT: z.coerce
    .number('PORT has to be a number, such as 3000.')
    .int('PORT has to be a whole number.')
    .min(0, 'PORT has to be between 0 and 65535.')
    .max(65535, 'PORT has to be between 0 and 65535.')
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL has to begin with postgres://')
    .optional(),
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_OWNER_URL has to begin with postgres://')
    .optional(),
  DATABASE_CONNECTIONS: z.coerce
    .number('DATABASE_CONNECTIONS has to be a number.')
    .int('DATABASE_CONNECTIONS has to be a whole number.')
    .min(2, 'DATABASE_CONNECTIONS has to be at least 2.')
    .default(10),
  PUBLIC_ORIGIN: z
    .string()
    .regex(
      /^https?:\/\/[^/\s]+$/,
      'PUBLIC_ORIGIN has to be an address such as https://causeway.example.gov, with nothing after the name.',
    )
    .optional(),
  TRUST_PROXY: z.enum(['yes', 'no'], 'TRUST_PROXY has to be yes or no.').default('no'),
  CAUSEWAY_SECRET: z
    .string()
    .min(32, 'CAUSEWAY_SECRET has to be at least 32 characters long; leave it out to have one made.')
    .optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(
      /^(https:\/\/\S+|tel:\+?[\d-]+|(mailto:)?[^\s:@]+@[^\s:@]+)$/,
      'SECURITY_CONTACT has to be an e-mail address, or an address that begins with https:// or tel:.',
    )
    .transform((contact) => (/^[^:]+@/.test(contact) ? `mailto:${contact}` : contact))
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'SMTP_URL has to begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/@/, 'MAIL_FROM has to hold an e-mail address, such as causeway@example.gov.')
    .optional(),
})

export type Config = {
  readonly port: number
  readonly host: string
  /** Undefined: the default for this user. */
  readonly dataDir: string | undefined
  /** Undefined: the built-in PostgreSQL. */
  readonly databaseUrl: string | undefined
  /** Signs in as the owner of the tables, for migrations only; undefined: the same as `databaseUrl`. */
  readonly databaseOwnerUrl: string | undefined
  readonly databaseConnections: number
  /** The address that people use, e.g. https://causeway.example.gov; undefined: taken from the port. */
  readonly publicOrigin: string | undefined
  /** Whether a proxy in front says where requests come from (X-Forwarded-For). */
  readonly trustProxy: boolean
  /** Where a weakness of this installation is reported, as a URI; undefined: nobody is named. */
  readonly securityContact: string | undefined
  readonly secret: string | undefined
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined
}

/**
 * Reads the configuration from environment variables. Empty ones count as not set.
 *
 * @returns the configuration, or one clear sentence for each mistake
 */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
): Config | { mistakes: string[] } => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = settings.safeParse(given)
  if (!read.success) return { mistakes: read.error.issues.map((issue) => issue.message) }
  const found = read.data
  if (found.SMTP_URL && !found.MAIL_FROM)
    return { mistakes: ['MAIL_FROM is missing: mail sent through SMTP_URL needs a sender.'] }
  if (found.DATABASE_OWNER_URL && !found.DATABASE_URL)
    return { mistakes: ['DATABASE_OWNER_URL is set but DATABASE_URL is not: set both, or neither.'] }
  return {
    port: found.PORT,
    host: found.HOST,
    dataDir: found.DATA_DIR,
    databaseUrl: found.DATABASE_URL,
    databaseOwnerUrl: found.DATABASE_OWNER_URL,
    databaseConnections: found.DATABASE_CONNECTIONS,
    publicOrigin: found.PUBLIC_ORIGIN,
    trustProxy: found.TRUST_PROXY === 'yes',
    securityContact: found.SECURITY_CONTACT,
    secret: found.CAUSEWAY_SECRET,
    mail: found.SMTP_URL && found.MAIL_FROM ? { smtpUrl: found.SMTP_URL, from: found.MAIL_FROM } : undefined,
  }
}
