import type { Child } from 'hono/jsx'

export type ProgressProps = {
  id: string
  /** What is progressing, and how far in words: "Importing the county list, 312 of 420". */
  label: Child
  value: number
  max: number
}

/** How far something is: a native progress bar under its own words. */
export const Progress = ({ id, label, value, max }: ProgressProps) => (
  <div class="cw-progress">
    <label for={id}>{label}</label>
    <progress id={id} value={value} max={max} />
  </div>
)
