import { serviceOf } from '../wall/network-rows.ts'
import { place } from '../wall/people.ts'

/** What the routes that do something take when all is well. One thing in it is then made wrong. */
export const goodBodies = (): ReadonlyMap<string, Readonly<Record<string, unknown>>> => {
  const referral = {
    serviceId: serviceOf(place),
    needs: ['treatment'],
    name: 'Sam',
    whereabouts: 'Ferry ramp',
    latitude: '43.1',
    longitude: '-70.2',
    payer: 'medicaid',
    contactWay: 'call',
    contact: '207-555-0177',
  }
  const nextYear = new Date().getFullYear() + 1
  const forDate = { answer: 'accepted-for-date', reason: 'full' }
  return new Map<string, Record<string, unknown>>([
    ['POST /referrals', { ...referral, agreesToContact: 'yes' }],
    ['POST /field/referral', { ...referral, agreesToContact: 'yes' }],
    ['POST /field/referral/draft', { ...referral, agreesToContact: 'yes' }],
    ['POST /field/referral/places', referral],
    ['POST /api/v1/referrals', { ...referral, latitude: 43.1, longitude: -70.2, agreesToContact: true }],
    ['POST /api/v1/referrals/:id/answer', { ...forDate, forDate: `${nextYear}-01-15` }],
    ['POST /api/v1/referrals/:id/handoff', { personConfirms: true }],
    [
      'POST /desk/referrals/:id/answer',
      { ...forDate, 'forDate-year': `${nextYear}`, 'forDate-month': '1', 'forDate-day': '15' },
    ],
    [
      'POST /answer/:token/answer',
      { ...forDate, 'forDate-year': `${nextYear}`, 'forDate-month': '1', 'forDate-day': '15' },
    ],
    ['POST /releases/begin', { back: '/releases' }],
    [
      'POST /signing/:id/:step',
      { personName: 'Sam', signer: 'self', kind: 'named', purpose: 'safe', signature: 'Sam', agree: 'yes' },
    ],
    ['POST /sign-in', { email: 'somebody@example.org', password: 'a long pass phrase', returnTo: '/field' }],
    ['POST /theme', { value: 'night', returnTo: '/places' }],
  ])
}
