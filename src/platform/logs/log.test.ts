import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { faultFields, gathered, jsonLog } from './log.ts'

describe('logs', () => {
  it('are one JSON object a line', () => {
    const lines: string[] = []
    jsonLog((line) => lines.push(line))('request', { status: 200, note: 'two\nlines' })
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toContain('\n')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'request', status: 200 })
  })

  it('of one moment are written together, in order and whole', async () => {
    const written: string[] = []
    const write = gathered((text) => written.push(text))
    for (const line of ['one', 'two', 'three']) write(line)
    await pause(80)
    write('four')
    await pause(80)
    expect(written).toEqual(['one\ntwo\nthree\n', 'four\n'])
  })

  it('never repeat the message of a fault, in which a database may quote a person', () => {
    const fault = Object.assign(new Error('Key (name)=(Jay Doe) already exists.'), { code: '23505' })
    const fields = faultFields(fault)
    expect(JSON.stringify(fields)).not.toContain('Jay')
    expect(fields).toMatchObject({ fault: 'Error', code: '23505' })
  })
})
