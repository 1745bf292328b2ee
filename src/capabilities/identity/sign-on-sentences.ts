import type { SignOnRefusal } from './hear-provider.ts'

/** What somebody is told who could not sign in at their organization, and what helps. */
export const signOnSentence = (refused: SignOnRefusal | 'no-such-provider', name: string): string =>
  ({
    'not-begun':
      'This sign-in was not begun in this browser, was used already, or took longer than ten minutes. Begin again.',
    'not-linked': `${name} knows you, but your account there is not connected with an open account here. Ask the administrator of your organization to connect it.`,
    'linked-already':
      'That account is connected with a member already. Each account there belongs to one account here.',
    'secret-lost': `Causeway can no longer open what it shares with the sign-in of ${name}. Whoever runs Causeway for you has to set it up anew.`,
    'no-such-provider': 'That organization does not sign in here with accounts of its own.',
    'provider-unreachable': `The sign-in of ${name} cannot be reached just now. Try again in a moment, or sign in another way.`,
    'provider-declined': `You stopped, or ${name} did not let you in.`,
    'provider-trouble': `The sign-in of ${name} answered with an error. Try again; if it stays so, tell your IT department.`,
    'wrong-issuer': `The answer did not come from the sign-in of ${name}, so we do not believe it. Tell your IT department if this happens again.`,
    'wrong-answer': `The answer of ${name} was not the one to our question, so we do not believe it. Begin again; tell your IT department if this happens again.`,
    'proven-too-long-ago': `${name} let you in without asking who you are for more than twelve hours. Sign out there, and begin again.`,
    'proof-time-missing': `The sign-in of ${name} does not say when you last proved who you are. Your IT department has to add the claim “auth_time”.`,
  })[refused]
