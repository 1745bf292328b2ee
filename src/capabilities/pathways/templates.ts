import type { Definition } from './definition.ts'
import { ask, CHARGE_READERS, due, must, NO, paper, USUAL_READERS, YES } from './template-parts.ts'

/** Where a pathway can start from. Data: a county edits its own copy, and nothing in Causeway decides by these. */
export type Template = {
  readonly id: string
  /** The place whose rules it carries; left out for what is common to the pathway. */
  readonly of?: string
  readonly definition: Definition
}

const LEAD = 'LEAD toolkit (leadbureau.org)'
const INTAKE = 'Cal. Penal Code 1001.87: within 30 days; Santa Fe LEAD: 7 to 30 days'
const ANGEL_STEPS = 'The steps of Angel programs (PAARI)'
const POST_OVERDOSE = 'Plymouth County Outreach; PRONTO'

const approvedBy = (policy: Definition['approval']['policy']): Definition['approval'] => ({
  ...{ policy, partners: policy === 'all-partners' ? ['sergeant', 'project-manager', 'prosecutor'] : [] },
  ...{ override: 'project-manager', source: '' },
})

const wanted = ask(
  'wanted',
  'You said that it is voluntary and offered help. Do they want it?',
  [YES, ['no', 'No', { tell: 'That is their choice. Nothing gets worse for them.' }]],
  { source: LEAD, hint: 'Say “help”, not “treatment”' },
)
const isWanted = must('wanted', 'They want to take part', ['no'], { outcome: 'hard-stop', source: LEAD })

const onCall = due(
  'on-call',
  'The case manager is there',
  ['referral-sent', 'arrived'],
  { within: 30, unit: 'minutes' },
  `${LEAD}: aims at 30 minutes`,
)
const intake = due('intake', 'Intake', ['handed-over', 'intake-done'], { within: 30, unit: 'days' }, INTAKE)

/** Comfort and safety first, what they hand over, then the criteria. */
export const angel: Definition = {
  name: 'Angel',
  kind: 'self-referral',
  begins: 'A person walks in or calls and asks for help.',
  questions: [
    ask(
      'medical',
      'Do they need medical care now?',
      [NO, ['yes', 'Yes', { tell: 'Hospital first. They can come back to this at any time.' }]],
      { source: 'Gloucester, 2015' },
    ),
    ask(
      'items',
      'Do they want to hand over drugs or supplies?',
      [NO, ['yes', 'Yes', { tell: 'Record each item, seal it with a witness, have it destroyed.' }]],
      { source: ANGEL_STEPS },
    ),
    ask('warrant', 'Is there an outstanding warrant?', [NO, YES], { source: 'Gloucester, 2015' }),
    ask('convictions', 'Is there a drug conviction that rules it out here?', [NO, YES], {
      ...{ source: 'Gloucester, 2015', hint: 'Answer yes or no. What the record says is never written here' },
    }),
    ask('safety', 'Are you concerned for anybody’s safety?', [NO, YES], { source: 'Gloucester, 2015' }),
    ask('age', 'Are they 18 or older?', [['yes', 'Yes', { next: 'end' }], NO], {
      source: 'Gloucester, 2015',
    }),
    ask('guardian', 'Does a parent or guardian consent?', [YES, NO], { source: 'Gloucester, 2015' }),
  ],
  criteria: [
    must('warrant', 'No outstanding warrant', ['yes'], { check: 'warrant', source: 'Gloucester, 2015' }),
    must('convictions', 'No conviction that rules it out', ['yes'], {
      ...{ check: 'history', source: 'Gloucester, 2015' },
    }),
    must('safety', 'No concern for safety', ['yes'], { source: 'Gloucester, 2015' }),
    must('guardian', 'Under 18: a parent consents', ['no'], { source: 'Gloucester, 2015' }),
  ],
  approval: approvedBy('officer'),
  warrantCheck: true,
  deadlines: [
    due(
      'angel',
      'A volunteer is there',
      ['referral-sent', 'arrived'],
      { within: 20, unit: 'minutes' },
      'Hope Not Handcuffs: 15 to 20 minutes',
    ),
  ],
  documents: [
    paper('items', 'List of items handed over, sealed and witnessed', 'surrendered', ANGEL_STEPS),
    paper('form', 'Intake form, filled in with the person', 'intake-done', ANGEL_STEPS),
  ],
  releases: ['named-recipient', 'multi-party', 'tpo'],
  readers: USUAL_READERS,
  source: 'Gloucester, Massachusetts, 2015 (PAARI)',
}

export const leadArrest: Definition = {
  name: 'LEAD arrest diversion',
  kind: 'officer-intervention',
  begins: 'An officer could charge, and offers help instead.',
  questions: [
    ask(
      'cause',
      'Is there probable cause?',
      [YES, ['no', 'No', { tell: 'Without it no charge is in play: refer as a social contact.' }]],
      { source: LEAD },
    ),
    wanted,
  ],
  criteria: [must('cause', 'Probable cause', ['no'], { outcome: 'hard-stop', source: LEAD }), isWanted],
  approval: {
    ...approvedBy('sergeant'),
    source: 'King County, Baltimore 806 and Clackamas each name others',
  },
  warrantCheck: false,
  deadlines: [onCall, intake],
  documents: [
    paper('packet', 'Packet for the attorney', 'packet-sent', LEAD),
    paper('release', 'Signed release', 'release-signed', 'Clackamas LEAD: with intake'),
  ],
  releases: ['multi-party', 'named-recipient', 'criminal-justice'],
  readers: CHARGE_READERS,
  source: LEAD,
}

export const leadSocial: Definition = {
  name: 'LEAD social contact',
  kind: 'officer-prevention',
  begins: 'An officer meets a person in need, with no charge in play.',
  questions: [wanted],
  criteria: [isWanted],
  approval: { ...approvedBy('project-manager'), source: 'King County LEAD' },
  warrantCheck: false,
  deadlines: [onCall, intake],
  documents: [paper('release', 'Signed release', 'release-signed', 'Clackamas LEAD: with intake')],
  releases: ['multi-party', 'named-recipient', 'tpo'],
  readers: USUAL_READERS,
  source: LEAD,
}

const community: Definition = {
  ...leadSocial,
  name: 'Community referral',
  kind: 'community-response',
  begins: 'A team without police, or a community partner, refers a person.',
  deadlines: [intake],
  source: 'COSSUP pathway briefs; 50 ILCS 71/15 (community response)',
}

const outreach: Definition = {
  ...leadSocial,
  name: 'Active outreach',
  kind: 'active-outreach',
  begins: 'A team seeks out people at risk.',
  approval: approvedBy('officer'),
  deadlines: [],
  documents: [],
  source: 'COSSUP pathway briefs; 50 ILCS 71/15 (active outreach)',
}

export const postOverdose: Definition = {
  name: 'Post-overdose outreach',
  kind: 'naloxone-plus',
  begins: 'An overdose was responded to. Those of the last 24 hours are reviewed every day.',
  questions: [
    ask('declined', 'Did they say no before, with no overdose since?', [NO, YES], { source: POST_OVERDOSE }),
    ask(
      'answered',
      'You called or wrote first. Who answered?',
      [
        ['person', 'The person'],
        ['other', 'Somebody else', { next: 'end', tell: 'Say nothing about why you came.' }],
        ['nobody', 'Nobody', { next: 'end', tell: 'Leave only a generic card, and no naloxone.' }],
      ],
      { source: POST_OVERDOSE },
    ),
    ask(
      'wants',
      'Do they want to hear from you?',
      [YES, ['no', 'No', { tell: 'Stop until there is a new overdose.' }]],
      { source: POST_OVERDOSE },
    ),
  ],
  criteria: [
    must('declined', 'Did not say no since the overdose', ['yes'], {
      ...{ outcome: 'hard-stop', source: POST_OVERDOSE },
    }),
    must('wants', 'They want to hear from the team', ['no'], { outcome: 'hard-stop', source: POST_OVERDOSE }),
  ],
  approval: approvedBy('officer'),
  warrantCheck: false,
  deadlines: [
    due(
      'visit',
      'The visit',
      ['overdose', 'visited'],
      { earliest: 12, within: 72, unit: 'hours' },
      `${POST_OVERDOSE}: at 12 to 72 hours`,
    ),
  ],
  documents: [],
  releases: ['named-recipient', 'multi-party', 'tpo'],
  readers: USUAL_READERS,
  source: POST_OVERDOSE,
}

/** What is common to each pathway, before any place's own rules. */
export const BASE_TEMPLATES: readonly Template[] = [
  { id: 'angel', definition: angel },
  { id: 'lead-arrest-diversion', definition: leadArrest },
  { id: 'lead-social-contact', definition: leadSocial },
  { id: 'community-referral', definition: community },
  { id: 'active-outreach', definition: outreach },
  { id: 'post-overdose-outreach', definition: postOverdose },
]
