import { z } from 'zod'

const base64url = z.string().regex(/^[A-Za-z0-9_-]*$/)
const common = {
  id: base64url.min(16).max(1400),
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
}

const shown = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish().transform((handle) => handle ?? undefined),
  }),
})

const made = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .default([]),
  }),
})

const clientData = z.object({ challenge: base64url.min(1).max(200) })

/** What a browser sends of a passkey that was shown, as it writes it (WebAuthn 3, AuthenticationResponseJSON). */
export type ShownPasskey = z.output<typeof shown> & { readonly challenge: string }
/** The same of one that was made (RegistrationResponseJSON). */
export type MadePasskey = z.output<typeof made> & { readonly challenge: string }

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const withChallenge = <Answer extends { response: { clientDataJSON: string } }>(answer: Answer) => {
  const read = clientData.safeParse(
    parsed(Buffer.from(answer.response.clientDataJSON, 'base64url').toString('utf8')),
  )
  return read.success ? { ...answer, challenge: read.data.challenge } : undefined
}

/** @returns undefined when the text is no such answer */
export const readShownPasskey = (text: string): ShownPasskey | undefined => {
  const read = shown.safeParse(parsed(text))
  return read.success ? withChallenge(read.data) : undefined
}

/** @returns undefined when the text is no such answer */
export const readMadePasskey = (text: string): MadePasskey | undefined => {
  const read = made.safeParse(parsed(text))
  return read.success ? withChallenge(read.data) : undefined
}
