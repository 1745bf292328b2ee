import type { Project } from './project.ts'

export type Breach = { readonly file: string; readonly says: string }

export type Rule = {
  readonly name: string
  readonly why: string
  readonly find: (project: Project) => readonly Breach[]
  /** Files that would break the rule, each put by itself into the project to show that it is found. */
  readonly planted: Readonly<Record<string, string>>
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith('tests/')

/** The capability to which a file belongs, if any. */
export const capabilityOf = (path: string): string | undefined =>
  /^src\/capabilities\/([^/]+)\//.exec(path)?.[1]

export const isDoor = (path: string): boolean => /^src\/capabilities\/[^/]+\/index\.ts$/.test(path)
