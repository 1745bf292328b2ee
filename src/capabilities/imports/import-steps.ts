/** The way of a file into the directory. */
export const STEPS = ['Columns', 'Look at it', 'Import'] as const
