/** How a call to a place went; the words in which rates of a place are counted. */
export const CALL_RESULTS = {
  'bed-now': 'Room now',
  'accepted-for': 'Accepted for a later day',
  waitlist: 'Waitlist',
  full: 'Full',
  'payer-not-accepted': 'Insurance not taken',
  'criteria-not-met': 'Does not fit their rules',
  'no-answer': 'No answer',
  closed: 'Closed, or after hours',
} as const
export type CallResult = keyof typeof CALL_RESULTS

/** The place said yes, now or for a day. */
export const saidYes = (result: CallResult): boolean => result === 'bed-now' || result === 'accepted-for'
