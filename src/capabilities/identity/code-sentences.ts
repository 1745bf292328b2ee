/** What a member is told about a code that was not taken. */
export const CODE_SENTENCES = {
  'code-wrong': 'That code is not right, or it is too old. Type the one that the app shows now.',
  'code-used': 'That code was used already. Wait for the next one.',
  'recovery-wrong':
    'That is none of your recovery codes, or it was used already. Try the next one on the paper.',
} as const
