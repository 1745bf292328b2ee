import { ask, due, must, NO, paper, YES } from './template-parts.ts'
import { angel, BASE_TEMPLATES, leadArrest, leadSocial, postOverdose, type Template } from './templates.ts'

const SEATTLE = 'LEAD Seattle, original criteria'
const SANTA_FE = 'LEAD Santa Fe'
const CALIFORNIA = 'Cal. Penal Code 1001.87 and 1001.88'
const KENTUCKY = 'KRS 15.525'
const PLYMOUTH = 'Plymouth County Outreach'
const NOT_WRITTEN = 'Answer yes or no. What the record says is never written here'

const seattle: Template = {
  id: 'lead-arrest-diversion-seattle',
  of: 'Seattle',
  definition: {
    ...leadArrest,
    questions: [
      ...leadArrest.questions,
      ask(
        'amount',
        'How much was found?',
        [
          ['within', '3 grams or less, or nothing'],
          ['more', 'More'],
        ],
        {
          source: SEATTLE,
        },
      ),
      ask('violent', 'Is there a violent felony in their history?', [NO, YES], {
        ...{ source: SEATTLE, hint: NOT_WRITTEN },
      }),
      ask('lesser', 'Is there a lesser one within 10 years that rules it out?', [NO, YES], {
        ...{ source: SEATTLE, hint: NOT_WRITTEN },
      }),
    ],
    criteria: [
      ...leadArrest.criteria,
      must('amount', '3 grams or less', ['more'], { source: SEATTLE }),
      must('violent', 'No violent felony', ['yes'], { check: 'history', source: SEATTLE }),
      must('lesser', 'Nothing lesser within 10 years', ['yes'], { check: 'history', source: SEATTLE }),
    ],
    source: SEATTLE,
  },
}

const santaFe: Template = {
  id: 'lead-arrest-diversion-santa-fe',
  of: 'Santa Fe',
  definition: {
    ...leadArrest,
    questions: [
      ...leadArrest.questions,
      ask(
        'amount',
        'How much was found?',
        [
          ['within', '6 grams or less, or nothing'],
          ['pills', 'Prescription opioid pills only', { tell: 'Pills have no limit here.' }],
          ['more', 'More than 6 grams'],
        ],
        { source: SANTA_FE },
      ),
      ask('age', 'Are they 18 or older?', [YES, NO], { source: SANTA_FE }),
      ask('dealing', 'Were they dealing for profit, above what they live on?', [NO, YES], {
        source: SANTA_FE,
      }),
      ask('exploiting', 'Were they exploiting minors or promoting prostitution?', [NO, YES], {
        source: SANTA_FE,
      }),
    ],
    criteria: [
      ...leadArrest.criteria,
      must('amount', '6 grams or less; pills have no limit', ['more'], { source: SANTA_FE }),
      must('age', '18 or older', ['no'], { source: SANTA_FE }),
      must('dealing', 'Not dealing for profit above subsistence', ['yes'], { source: SANTA_FE }),
      must('exploiting', 'Not exploiting minors or promoting prostitution', ['yes'], { source: SANTA_FE }),
    ],
    deadlines: leadArrest.deadlines.map((one) =>
      one.id === 'intake' ? { ...one, earliest: 7, source: `${SANTA_FE}: 7 to 30 days` } : one,
    ),
    source: SANTA_FE,
  },
}

const california: Template = {
  id: 'lead-social-contact-california',
  of: 'California',
  definition: {
    ...leadSocial,
    questions: [
      ...leadSocial.questions,
      ask(
        'verified',
        'How is activity within the last 24 months verified?',
        [
          ['records', 'By police records'],
          ['observed', 'An officer saw it'],
          ['told', 'By reliable information'],
          ['not', 'It is not'],
        ],
        { source: CALIFORNIA, hint: 'Only how. What was seen or read is never written here' },
      ),
      ask('area', 'Was it inside the pilot area?', [YES, NO], { source: CALIFORNIA }),
      ask('room', 'Is there room after pre-booking referrals?', [YES, NO], { source: CALIFORNIA }),
    ],
    criteria: [
      ...leadSocial.criteria,
      must('verified', 'Activity within 24 months is verified', ['not'], {
        ...{ check: 'history', source: CALIFORNIA },
      }),
      must('area', 'Inside the pilot area', ['no'], { source: CALIFORNIA }),
      must('room', 'Room after pre-booking referrals', ['no'], { source: CALIFORNIA }),
    ],
    deadlines: leadSocial.deadlines.map((one) =>
      one.id === 'intake' ? { ...one, source: `${CALIFORNIA}: within 30 days` } : one,
    ),
    source: CALIFORNIA,
  },
}

const kentucky: Template = {
  id: 'angel-kentucky',
  of: 'Kentucky',
  definition: {
    ...angel,
    questions: [
      ...angel.questions
        .filter(({ id }) => id !== 'convictions' && id !== 'safety')
        .map((one) => ({ ...one, source: one.id === 'medical' ? one.source : KENTUCKY })),
    ].toSpliced(
      3,
      0,
      ask('injury', 'Do you have reason to fear that somebody is hurt?', [NO, YES], { source: KENTUCKY }),
    ),
    criteria: [
      ...angel.criteria
        .filter(({ id }) => id === 'warrant' || id === 'guardian')
        .map((one) => ({ ...one, source: KENTUCKY })),
      must('injury', 'No reasonable apprehension of injury', ['yes'], { source: KENTUCKY }),
    ],
    documents: [
      paper(
        'items',
        'Record of surrendered items, made at surrender; they are destroyed. Exempt from open-records requests',
        'surrendered',
        KENTUCKY,
      ),
      ...angel.documents.filter(({ id }) => id !== 'items'),
    ],
    source: KENTUCKY,
  },
}

const plymouth: Template = {
  id: 'post-overdose-outreach-plymouth',
  of: 'Plymouth County',
  definition: {
    ...postOverdose,
    questions: [
      ask(
        'survived',
        'Did the person survive?',
        [
          YES,
          [
            'no',
            'No',
            {
              next: 'end',
              tell: 'The family is contacted at 4 to 6 weeks. They may ask for help for themselves.',
            },
          ],
        ],
        { source: PLYMOUTH },
      ),
      ask(
        'town',
        'Do they live in the town where it happened?',
        [YES, ['no', 'No', { tell: 'Route it to the team of the town where they live.' }]],
        { source: PLYMOUTH },
      ),
      ...postOverdose.questions,
    ],
    criteria: [
      must('survived', 'The person survived', ['no'], { outcome: 'hard-stop', source: PLYMOUTH }),
      ...postOverdose.criteria,
    ],
    deadlines: [
      ...postOverdose.deadlines,
      due(
        'family',
        'The family is contacted',
        ['fatal-overdose', 'family-contacted'],
        { earliest: 28, within: 42, unit: 'days' },
        `${PLYMOUTH}: at 4 to 6 weeks`,
      ),
    ],
    source: PLYMOUTH,
  },
}

/** All that ship with Causeway: the common ones, and those with a place's own rules. */
export const TEMPLATES: readonly Template[] = [
  ...BASE_TEMPLATES,
  ...[seattle, santaFe, california, kentucky, plymouth],
]

export const findTemplate = (id: string): Template | undefined => TEMPLATES.find((one) => one.id === id)
