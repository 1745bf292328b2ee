import { contrastRatio } from './contrast-ratio.ts'

export type Look = 'light' | 'night' | 'contrast'

export type Token = Record<Look, string> & {
  name: string
  use: string
  /** The grounds it is read on, and the least contrast owed there: 4.5 for text, 3 for edges and marks. */
  on: readonly string[]
  least: number
}

const grounds = ['--ground', '--paper', '--well']
const text = { least: 4.5 }
const mark = { least: 3 }

const token = (
  name: string,
  light: string,
  night: string,
  contrast: string,
  use: string,
  rest: { on?: string[]; least?: number } = {},
): Token => ({
  name,
  light,
  night,
  contrast,
  use,
  on: rest.on ?? [],
  least: rest.least ?? 0,
})

/** The colours of tokens.css as data, for the design page and its check; a test holds the two together. */
export const tokens: readonly Token[] = [
  token('--ink', '#0f262c', '#e1ebec', '#000', 'Text', { on: grounds, ...text }),
  token('--ink-2', '#48606a', '#a3b7bc', '#000', 'Second text, hints', { on: grounds, ...text }),
  token('--ground', '#f5f8f8', '#0a1316', '#fff', 'Page'),
  token('--paper', '#fff', '#111d21', '#fff', 'Card'),
  token('--well', '#ebf1f1', '#1a2b30', '#fff', 'Inset'),
  token('--line', '#d5e0e1', '#28393f', '#000', 'Hairlines, decoration only'),
  token('--edge', '#677d84', '#748c92', '#000', 'Borders of controls', {
    on: ['--ground', '--paper'],
    ...mark,
  }),
  token('--teal', '#0b5963', '#5abec0', '#00363d', 'Act, done', { on: [...grounds, '--teal-wash'], ...text }),
  token('--teal-wash', '#e4f1f1', '#10282c', '#e4f1f1', 'Chosen'),
  token('--on-teal', '#fff', '#04262b', '#fff', 'On teal', { on: ['--teal'], ...text }),
  token('--fill', '#0b5963', '#17676f', '#00363d', 'Filled buttons, under white'),
  token('--link', '#0b5963', '#82d2d3', '#00363d', 'Links', { on: [...grounds, '--teal-wash'], ...text }),
  token('--amber', '#bd6900', '#f0ab45', '#8a4b00', 'Clock rings, never text', {
    on: ['--ground', '--paper', '--amber-wash'],
    ...mark,
  }),
  token('--amber-ink', '#774100', '#f6c783', '#774100', 'Text about time', {
    on: [...grounds, '--amber-wash'],
    ...text,
  }),
  token('--amber-wash', '#fff4e0', '#281e0f', '#fff4e0', 'Ground of time'),
  token('--red', '#b3201a', '#ff8d80', '#b3201a', 'Late, error edge', {
    on: [...grounds, '--red-wash'],
    ...text,
  }),
  token('--red-ink', '#98170f', '#ffb3a9', '#98170f', 'Danger text', {
    on: [...grounds, '--red-wash'],
    ...text,
  }),
  token('--red-wash', '#fdeeec', '#321513', '#fdeeec', 'Ground of danger'),
  token('--red-fill', '#b3201a', '#b8332b', '#b3201a', 'The 911 button, under white'),
  token('--who', '#4b509e', '#a5acf4', '#4b509e', 'Who can see', { on: ['--paper', '--who-wash'], ...text }),
  token('--who-ink', '#383c80', '#c5cafb', '#383c80', 'Who can see, text', {
    on: ['--paper', '--who-wash'],
    ...text,
  }),
  token('--who-wash', '#f0f1fb', '#191c35', '#f0f1fb', 'Ground of who can see'),
  token('--bar', '#073d45', '#0c2125', '#000', 'Top bar, footer'),
  token('--on-bar', '#fff', '#e1ebec', '#fff', 'On the bar', { on: ['--bar'], ...text }),
  token('--on-bar-2', '#b9dadc', '#a0c1c4', '#fff', 'Second text on the bar', { on: ['--bar'], ...text }),
  token('--focus', '#1a7de0', '#6bb6ff', '#0050c8', 'The ring of focus', { on: grounds, ...mark }),
]

/** The least contrast a token has on the grounds it is read on; `undefined` for a ground. */
export const worstContrast = (token: Token, look: Look): number | undefined => {
  const under = tokens.filter(({ name }) => token.on.includes(name))
  if (under.length === 0) return undefined
  return Math.min(...under.map((ground) => contrastRatio(token[look], ground[look])))
}
