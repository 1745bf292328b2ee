/** What a member is told about a code that was not taken. */
export const CODE_SENTENCES = {
  'code-wrong': 'That code is not right, or it is too old. Type the one that the app shows now.',
  'code-used': 'That code was used already. Wait for the next one.',
} as const
