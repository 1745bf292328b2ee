import { type AgreementText, asAgreementText } from './agreement.ts'

/**
 * The qualified service organization agreement of a Part 2 program with whoever runs Causeway for its county: what
 * 42 CFR 2.11 asks of such an organization (in its definition), and that it passes nothing on (2.12(c)(4)).
 *
 * @param between the program and the county for which Causeway is run
 */
export const qsoaText = (between: { organization: string; county: string }): AgreementText =>
  asAgreementText('qsoa 1', [
    `This is an agreement between ${between.organization} (“the program”) and whoever runs Causeway for ${between.county} (“the service organization”).`,
    '1. The service organization stores and processes records for the program: referrals that reach it, what it answers, the releases that people sign with it, and the record of who was shown what.',
    '2. In receiving, storing, processing or otherwise dealing with any of these records, the service organization is fully bound by 42 CFR part 2.',
    '3. If necessary, it will resist in judicial proceedings any efforts to obtain access to information about a person’s diagnosis, treatment or referral for treatment, except as 42 CFR part 2 permits.',
    '4. It passes nothing on to a third party. What others see through Causeway they see by the person’s written consent or as 42 CFR part 2 otherwise permits.',
    '5. It keeps the records safe as 42 CFR 2.16 asks, and tells the program without delay of any breach.',
    '6. When the agreement ends, the program receives its records, and the service organization keeps only what the law makes it keep.',
  ])
