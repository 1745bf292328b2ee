import type { SignedIn } from '#identity'

/** As whom a member signs: by name and title as they stand now. */
export const signatoryOf = ({ name, title }: Pick<SignedIn, 'name' | 'title'>): string =>
  title ? `${name}, ${title}` : name
