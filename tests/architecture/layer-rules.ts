import type { Arrow, Project } from './project.ts'
import { type Breach, capabilityOf, isDoor, isTest, type Rule } from './rule.ts'

/** Lower layers first. A capability may ask those below it, and its neighbours as long as no circle closes. */
export const LAYERS: readonly (readonly string[])[] = [
  ['identity', 'audit'],
  ['network', 'jurisdiction-cards', 'disclosures', 'library'],
  ['training'],
  ['hsds'],
  ['imports'],
  [
    'agreements',
    'pathways',
    'consent',
    'without-consent',
    'harm-reduction',
    'syringes',
    'find-help',
    'coverage',
    'partners',
  ],
  ['referrals'],
  ['charges', 'screening', 'signing', 'my-record'],
  ['cases'],
  ['visits', 'diversions', 'outreach'],
  ['measures'],
  ['playbook'],
  ['privacy'],
]

const layerOf = (capability: string): number => LAYERS.findIndex((layer) => layer.includes(capability))

const breaches = (
  project: Project,
  isBreach: (arrow: Arrow) => boolean,
  says: (arrow: Arrow) => string,
): readonly Breach[] =>
  project.arrows.filter(isBreach).map((arrow) => ({ file: arrow.from, says: says(arrow) }))

const within = (arrow: Arrow, folders: readonly string[]): boolean =>
  folders.some((folder) => arrow.to.startsWith(`src/${folder}/`))

const kernel: Rule = {
  name: 'kernel imports nothing of ours',
  why: 'Whatever everything stands on must be readable, and testable, by itself.',
  find: (project) =>
    breaches(
      project,
      (arrow) => arrow.from.startsWith('src/kernel/') && arrow.isOurs && !within(arrow, ['kernel']),
      ({ specifier }) => `imports ${specifier}; move what both need into kernel`,
    ),
  planted: {
    'src/kernel/planted.ts': `import { record } from '#audit'`,
    'src/kernel/late.ts': `export const late = () => import('../platform/logs/log.ts')`,
  },
}

const foundation: Rule = {
  name: 'platform and design import kernel only, and never name a capability',
  why: 'They serve every capability alike; one that knew referrals could not be changed without reading referrals.',
  find: (project) => [
    ...breaches(
      project,
      (arrow) =>
        arrow.isOurs &&
        ((arrow.from.startsWith('src/platform/') && !within(arrow, ['kernel', 'platform'])) ||
          (arrow.from.startsWith('src/design/') && !within(arrow, ['kernel', 'design']))) &&
        !(isTest(arrow.from) && arrow.to.startsWith('tests/')),
      ({ specifier }) => `imports ${specifier}; have the capability pass in what is needed`,
    ),
    ...[...project.files]
      .filter(
        ([path, text]) => /^src\/(platform|design|kernel)\//.test(path) && text.includes('capabilities/'),
      )
      .map(([file]) => ({ file, says: 'names a folder of src/capabilities' })),
  ],
  planted: {
    'src/platform/logs/planted.ts': `export { record } from '#audit'`,
    'src/design/planted.tsx': `import { recognise } from '#identity'`,
    'src/design/other.tsx': `import type { Log } from '#platform/logs/log.ts'`,
    'src/platform/mail/named.ts': `export const template = 'src/capabilities/referrals/mail.txt'`,
  },
}

const doors: Rule = {
  name: 'a capability reaches another only by its door, and its relative imports stay inside it',
  why: 'What lies behind a door can then be changed by reading one folder.',
  find: (project) =>
    breaches(
      project,
      (arrow) => {
        const from = capabilityOf(arrow.from)
        const to = capabilityOf(arrow.to)
        if (from === undefined) return arrow.from.startsWith('src/') && to !== undefined && !isDoor(arrow.to)
        if (to === from) return arrow.specifier.startsWith('#')
        return (arrow.specifier.startsWith('.') && arrow.isOurs) || (to !== undefined && !isDoor(arrow.to))
      },
      ({ specifier }) =>
        `imports ${specifier}; ask for it at the door (#name), which exports what is offered`,
    ),
  planted: {
    'src/capabilities/referrals/planted.ts': `import { insertRecord } from '../audit/audit.store.ts'`,
    'src/capabilities/referrals/by-door.ts': `import { addPerson } from '../consent/index.ts'`,
    'src/capabilities/audit/own-door.ts': `import { record } from '#audit'`,
    'src/capabilities/consent/leaves.ts': `import { newId } from '../../kernel/ids.ts'`,
    'src/app/planted.ts': `import { sealAudit } from '../capabilities/audit/seal-audit.ts'`,
  },
}

/** Which capability imports from which, tests aside. */
export const capabilityArrows = (project: Project): ReadonlyMap<string, ReadonlySet<string>> => {
  const arrows = new Map<string, Set<string>>()
  for (const [path] of project.files) {
    const capability = capabilityOf(path)
    if (capability && !arrows.has(capability)) arrows.set(capability, new Set())
  }
  for (const arrow of project.arrows) {
    const from = capabilityOf(arrow.from)
    const to = capabilityOf(arrow.to)
    if (from && to && from !== to && !isTest(arrow.from)) arrows.get(from)?.add(to)
  }
  return arrows
}

const reaches = (arrows: ReadonlyMap<string, ReadonlySet<string>>, from: string, goal: string): boolean => {
  const seen = new Set<string>()
  const walk = (name: string): boolean => {
    for (const next of arrows.get(name) ?? []) {
      if (next === goal) return true
      if (seen.has(next)) continue
      seen.add(next)
      if (walk(next)) return true
    }
    return false
  }
  return walk(from)
}

const order: Rule = {
  name: 'arrows between capabilities point down and close no circle',
  why: 'A reverse arrow is an event, and events are wired in app: so that a referral can be read without its measures.',
  find: (project) => {
    const arrows = capabilityArrows(project)
    const unknown = [...arrows.keys()].filter((capability) => layerOf(capability) < 0)
    return [
      ...unknown.map((capability) => ({
        file: `src/capabilities/${capability}`,
        says: 'has no layer; give it one in tests/architecture/layer-rules.ts',
      })),
      ...breaches(
        project,
        (arrow) => {
          const from = capabilityOf(arrow.from)
          const to = capabilityOf(arrow.to)
          if (!from || !to || from === to || isTest(arrow.from)) return false
          return layerOf(to) > layerOf(from) || reaches(arrows, to, from)
        },
        ({ specifier }) => `imports ${specifier}, which stands above it or asks it in turn; wire that in app`,
      ),
    ]
  },
  planted: {
    'src/capabilities/consent/planted.ts': `import { makeReferral } from '#referrals'`,
    'src/capabilities/audit/planted.ts': `import { addMember } from '#identity'`,
    'src/capabilities/billing/index.ts': `export const bill = 1`,
  },
}

const nobodyImportsApp: Rule = {
  name: 'nobody imports app',
  why: 'It is where everything is put together; whoever needed it would need everything.',
  find: (project) =>
    breaches(
      project,
      (arrow) =>
        within(arrow, ['app']) && arrow.from.startsWith('src/') && !arrow.from.startsWith('src/app/'),
      ({ specifier }) => `imports ${specifier}; have app pass in what is needed`,
    ),
  planted: { 'src/capabilities/audit/planted.ts': `import { QUEUES } from '../../app/jobs.ts'` },
}

const elements: Rule = {
  name: 'an element imports kernel and design only',
  why: 'It runs in the browser of whoever opens the page: nothing of the server may be sent there, nor 100 KB of it.',
  find: (project) =>
    breaches(
      project,
      (arrow) => {
        if (!arrow.from.endsWith('.element.ts') || arrow.isTypeOnly) return false
        return !arrow.isOurs || !(within(arrow, ['kernel', 'design']) || arrow.to.endsWith('.element.ts'))
      },
      ({ specifier }) => `imports ${specifier} into the browser`,
    ),
  planted: {
    'src/capabilities/referrals/planted.element.ts': `import { clockOf } from './referral.ts'`,
    'src/design/elements/planted.element.ts': `import { z } from 'zod'`,
  },
}

export const layerRules: readonly Rule[] = [kernel, foundation, doors, order, nobodyImportsApp, elements]
