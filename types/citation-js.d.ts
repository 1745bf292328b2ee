// What is used of the citation library, which brings no types.

declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown, options?: { generateGraph?: boolean; forceType?: string })
    readonly data: Record<string, unknown>[]
    format(kind: string, options?: Record<string, unknown>): string
  }
  export const plugins: {
    readonly config: {
      get(name: '@csl'): { readonly styles: { add(name: string, style: string): void } }
    }
  }
}

declare module '@citation-js/plugin-csl'
declare module '@citation-js/plugin-bibtex'
