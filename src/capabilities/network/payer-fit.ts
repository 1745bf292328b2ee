import { type AcceptedPayer, type Fee, PAYERS, type Payer } from './listing.ts'

type Paid = { readonly takes: readonly AcceptedPayer[] | null; readonly fees: readonly Fee[] | null }

type Fit = 'fits' | 'unsure' | 'against'

/** Whether a place takes the payer. Somebody who is not sure is not turned away by a guess. */
export const payerFit = ({ takes, fees }: Paid, payer: Payer | undefined): Fit => {
  if (payer === undefined || payer === 'not-sure') return 'fits'
  if (takes?.includes(payer)) return 'fits'
  if (takes === null) return 'unsure'
  // Whoever helps for free or by income helps whatever the insurance is; what cash costs, nobody said.
  if (takes.includes('none')) return 'unsure'
  return payer === 'none' && fees?.includes('cash') ? 'unsure' : 'against'
}

/** The same with its sentence. */
export const judgePayer = (service: Paid, payer: AcceptedPayer): { kind: Fit; text: string } => {
  const kind = payerFit(service, payer)
  return { kind, text: payer === 'none' ? noInsurance(service, kind) : insurance(service, kind, payer) }
}

const insurance = ({ takes }: Paid, kind: Fit, payer: Payer): string => {
  const name =
    payer === 'private' ? 'private insurance' : payer === 'military' ? 'military insurance' : PAYERS[payer]
  if (kind === 'fits') return `Takes ${name}`
  if (kind === 'against') return `Does not list ${name}`
  return takes === null
    ? `We don’t know if they take ${name}. Ask when you call`
    : `Does not list ${name}, but helps people who can’t pay`
}

const noInsurance = ({ fees, takes }: Paid, kind: Fit): string => {
  if (kind === 'against') return 'Does not list help for people with no insurance'
  if (kind === 'unsure')
    return takes === null
      ? 'We don’t know if they help people with no insurance. Ask when you call'
      : 'No insurance: takes cash. Ask what it costs'
  if (fees?.includes('free')) return 'Free'
  if (fees?.includes('sliding-fee')) return 'No insurance needed: you pay what you can'
  return 'No insurance needed: help with paying'
}
