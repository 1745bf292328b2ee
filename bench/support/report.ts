import { open, rm } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { type Figures, median } from './measure.ts'

/** Prints what the machine is like, without which no figure below means anything. */
export const printMachine = async (folder: string): Promise<void> => {
  const [processor] = cpus()
  console.log(
    `${cpus().length} × ${processor?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
  )
  console.log(
    `Writing 8 KB through to the disk takes ${(await syncMs(folder)).toFixed(2)} ms; load before the run ${loadavg()[0]?.toFixed(1)}`,
  )
}

const syncMs = async (folder: string): Promise<number> => {
  const path = join(folder, 'sync-probe')
  const file = await open(path, 'w')
  const page = Buffer.alloc(8192)
  const each: number[] = []
  for (let write = 0; write < 100; write++) {
    const began = performance.now()
    await file.write(page)
    await file.datasync()
    each.push(performance.now() - began)
  }
  await file.close()
  await rm(path)
  return median(each)
}

export const printFigures = (name: string, { perSecond, p50, p95, p99 }: Figures): void => {
  const ms = (value: number) => `${value.toFixed(1).padStart(6)} ms`
  console.log(
    `${name.padEnd(28)} ${perSecond.toFixed(0).padStart(6)}/s   p50 ${ms(p50)}   p95 ${ms(p95)}   p99 ${ms(p99)}`,
  )
}

let missed = false

/** Prints a figure beside what is promised. A promise that is not kept makes the run end with exit code 1. */
export const judge = (
  what: string,
  value: number,
  limit: { atLeast: number } | { atMost: number },
  unit = '',
): void => {
  const kept = 'atLeast' in limit ? value >= limit.atLeast : value <= limit.atMost
  missed ||= !kept
  const promise = 'atLeast' in limit ? `at least ${limit.atLeast}` : `at most ${limit.atMost}`
  console.log(
    `${kept ? 'kept  ' : 'MISSED'} ${what}: ${Number(value.toPrecision(3))}${unit} (${promise}${unit})`,
  )
  if (missed) process.exitCode = 1
}
