import { type AgreementText, asAgreementText } from './agreement.ts'

const VERSION = 'golden-rule 1'

/**
 * The golden rule as an organization accepts it. After the LEAD National Support Bureau's “Information Sharing Golden
 * Rule” and 42 USC 290dd-2(c), which keeps records of care from being used against the person.
 *
 * @param between the organization that accepts and the county among whose organizations it does
 */
export const goldenRuleText = (between: { organization: string; county: string }): AgreementText =>
  asAgreementText(VERSION, [
    `${between.organization} accepts this rule towards everybody who takes part in ${between.county}, and towards the people whom we help together.`,
    '1. Nobody is worse off for taking part, or for being asked and saying no.',
    '2. What we learn about a person through this program is never a basis for enforcement. We do not use it to investigate, to charge, to get a warrant or to have anything revoked: not against that person, and not against somebody whom they spoke of.',
    '3. We ask for, look at and pass on only what helps the person, and only as far as they have agreed to it. They can change their mind on any day.',
    '4. Where there is nothing helpful to say, we say just that, and leave out what went badly.',
    '5. We do not ask the people who help a participant to give evidence against them.',
    '6. What our members saw or were told in their own work, apart from this program, stays ours to use as the law allows. The rule adds nothing to it and takes nothing from it.',
    '7. Each of our members says once a year that they keep this rule, before they see anything about a participant.',
    '8. Whoever breaks the rule loses their access. We tell the county’s privacy officer at once, and we put right what can be put right.',
  ])

/** The same rule as a member reads it each year: what it asks of one person. */
export const ATTESTATION_TEXT: AgreementText = asAgreementText(VERSION, [
  'Nobody is worse off for taking part, or for being asked and saying no.',
  'What I learn about a person through this program I do not use to investigate, to charge, to get a warrant or to have anything revoked. Not against them, and not against somebody whom they spoke of.',
  'I look only where it helps the person, and pass nothing on that they have not agreed to.',
  'What I saw or was told in my own work, apart from this program, is not touched by this.',
])

/** Of every page where police see what a person released to them (P2-054). */
export const NOT_FOR_ENFORCEMENT = 'Not for investigation, charging, warrants or revocation.'
