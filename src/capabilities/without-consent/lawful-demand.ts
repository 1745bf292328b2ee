/**
 * The answer to a subpoena, a warrant or a request without a court order under 42 CFR part 2, subpart E. It neither says
 * nor denies that anybody is known (2.13(c)), and it is the same for everybody: nobody looks the person up for it.
 */
export const LAWFUL_DEMAND_REPLY = `To whoever sent the enclosed demand:

Federal law and regulations (42 U.S.C. 290dd-2 and 42 CFR part 2) protect the identity and records of anybody who has applied for, been referred to or received help for substance use. They do not let us say whether any person is or has been known to us, and they do not let us give any record or testimony about a person, unless that person consents in writing or a court orders it under 42 CFR 2.61 to 2.67.

A subpoena, a search warrant, an arrest warrant or a request, on its own, is not enough. Under 42 CFR 2.61 there has to be both an order of a court of competent jurisdiction, entered under those sections after notice and findings as they require, and a subpoena or a like legal mandate that compels disclosure.

We therefore neither confirm nor deny that we hold any record or information about anybody named in your demand. Please read nothing about anybody into this letter: we send the same one in answer to every such demand.

If you hold an order under 42 CFR part 2, subpart E, or the written consent of the person, please send a copy to our privacy officer, who will answer it.

Nothing in this letter gives up any right, privilege or protection of any person or organization.

Date: ______________________

Signed for the organization: ______________________

Privacy officer, and how to reach them: ______________________
`

/** What a member does when somebody comes with a paper, in the order in which it happens. */
export const LAWFUL_DEMAND_STEPS = [
  {
    title: 'Take the paper, and stay calm',
    note: 'You need not decide anything. Ask for a copy and the name of whoever brings it.',
  },
  {
    title: 'Do not look the person up',
    note: 'The answer is the same whether you know them or not. Looking leaves a trace that can be asked for.',
  },
  {
    title: 'Say only this',
    note: '“Federal law does not let me say whether we know anybody. I will give this to our privacy officer.”',
  },
  {
    title: 'Hand over nothing, and open nothing',
    note: 'With a search warrant in hand they may come in: do not resist, say the sentence again, and call your privacy officer at once.',
  },
  {
    title: 'Give it to your privacy officer today',
    note: 'They send the letter below, or call counsel if there is a court order under 42 CFR 2.61 to 2.67.',
  },
] as const
