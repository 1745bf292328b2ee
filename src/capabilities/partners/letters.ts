/** What a department fills a letter with: its own facts, and whom it writes to. Empty where nobody has said. */
export type LetterFacts = {
  readonly department: string
  readonly county: string
  readonly sender: string
  readonly title: string
  readonly phone: string
  readonly email: string
  readonly recipient: string
  readonly person: string
  /** The day in words. */
  readonly day: string
  /** What the state's card says of syringe programs, with where and when it was read; empty where nobody has looked. */
  readonly law: string
}

type Letter = {
  readonly title: string
  readonly about: string
  readonly text: (facts: LetterFacts) => string
}

/** What nobody has said stays as a gap that is seen, on paper too. */
const or = (value: string, gap: string): string => value || `[${gap}]`

const signature = ({ sender, title, department, phone, email }: LetterFacts): string =>
  [or(sender, 'your name'), title, department, phone, email].filter(Boolean).join('\n')

const greeting = ({ person, recipient }: LetterFacts): string =>
  `Dear ${person || or(recipient, 'name of the program')},`

/** What we promise a program, which it can hold us to: the same in every letter. */
const PROMISES = [
  '- We will not watch your site, park at it, or stop people on their way to it or from it.',
  '- We will not ask who your participants are, and you need not tell us anything about anybody.',
  '- You decide what we are shown: in the directory that we share you see what police will see before it is published.',
  '- Your answer may be no. We will not ask again unless you do.',
].join('\n')

/** First letters and a first call, to be sent as they are or changed. */
export const LETTERS = {
  'syringe-program': {
    title: 'Letter to a syringe program',
    about:
      'To a program that has reasons not to trust us: what we ask, what we promise, and that no is an answer.',
    text: (facts) => `${facts.day}

${or(facts.recipient, 'name of the program')}

${greeting(facts)}

I write for ${facts.department}. People in ${facts.county} die of overdose whom you know better than we do. We would like our officers to be able to tell people about you, and to do nothing that keeps them from you.

What we ask

- An hour of your time, where you like. We come in plain clothes, or you come to us, or we talk by phone.
- What you want our officers to know: what you offer, when, and how somebody gets there.
- What our officers do that keeps people away from you, so that we can stop it.

What we promise

${PROMISES}

What we can bring

- Naloxone is carried by our officers, and they can be told where people get more of it from you.
- Syringes that are found: whom to call, and where they can be left.
- A named officer whom you can call about anything our officers do.
${facts.law ? `\nAs we read the law of our state: ${facts.law} If you read it otherwise, tell us.\n` : ''}
If you would rather not, you need not answer. If you would, please call or write to me.

${signature(facts)}
`,
  },
  'health-department': {
    title: 'Letter to a health department',
    about:
      'To the county or state: which programs there are, who would speak with us, and what we can do together.',
    text: (facts) => `${facts.day}

${or(facts.recipient, 'name of the health department')}

${greeting(facts)}

${facts.department} wants to refer people who use drugs to help instead of arresting them, and to work with the programs that already know them. We would be glad of your advice before we begin.

We would like to ask you

- Which syringe programs, naloxone programs and places for used syringes are there in ${facts.county}, and which of them would want to hear from police?
- Is there a standing order for naloxone under which our officers can carry it and leave some behind?
- Which treatment programs start methadone or buprenorphine the same day?
- Who of your staff would sit down with us every month, with the programs at the table?

What programs can rely on

${PROMISES}
${facts.law ? `\nAs we read the law of our state: ${facts.law} Please tell us if that is not how it stands.\n` : ''}
May I call you next week?

${signature(facts)}
`,
  },
  'short-email': {
    title: 'Short e-mail',
    about: 'Three sentences to ask whether a longer letter is welcome.',
    text: (facts) => `Subject: A question from ${facts.department}

${greeting(facts)}

We would like our officers to send people to you, and never to keep them from you. May I call you, or come by in plain clothes, at a time that suits you? If not, you need not answer, and we will not ask again.

${signature(facts)}
`,
  },
  'first-call': {
    title: 'Script for the first call',
    about: 'What to say, what to ask, and what never to ask.',
    text: (facts) => `First call to ${or(facts.recipient, 'name of the program')}

Say first

- “This is ${or(facts.sender, 'your name')} of ${facts.department}. Nobody is in trouble. Is this a good time?”
- “We want to send people to you, and to stop doing what keeps them away. May I ask you three things?”

Ask

- “What should an officer tell somebody about you, and what should they not say?”
- “What do our officers do that makes people stay away from you?”
- “Whom do we call when somebody wants to come to you at night?”

Promise

${PROMISES}

Never ask

- Who comes, how many came today, or whether a certain person does.
- To come by while people are there.
- For anything to be kept for us: no lists, no pictures, no licence plates.

At the end

- “You can say no to all of it. Shall I call again, or wait for you?”
- Write down what was agreed, send it to them, and change what they change.

Our number for them: ${or(facts.phone, 'your number')}
`,
  },
} as const satisfies Record<string, Letter>
export type LetterName = keyof typeof LETTERS
export const isLetter = (text: string | undefined): text is LetterName =>
  text !== undefined && Object.hasOwn(LETTERS, text)
