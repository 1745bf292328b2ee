import nodemailer from 'nodemailer'

export type Letter = {
  /** Stays the same when sending is tried again, so that a mail server can drop the second copy. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

export type Mailer = { readonly send: (letter: Letter) => Promise<void>; readonly close: () => void }

/** Sends through the organization's own mail server. */
export const smtpMailer = (smtpUrl: string, from: string): Mailer => {
  const transport = nodemailer.createTransport(smtpUrl, { from })
  const domain = from.replace(/^.*@|[>\s]+$/g, '')
  return {
    send: async ({ id, ...letter }) => {
      await transport.sendMail({ ...letter, messageId: `<${id}@${domain}>` })
    },
    close: () => transport.close(),
  }
}
