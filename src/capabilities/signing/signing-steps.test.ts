import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleSigning } from '#tests/support/sample-signing.ts'
import { firstUnanswered, partOf, problemsOf, stepsOf, withAnswers } from './signing-steps.ts'

describe('the steps of a release', () => {
  test('ask what the member knows first, then one idea at a time, and grow with the places', () => {
    expect(stepsOf(sampleSigning())).toEqual([
      ...['start', 'interest', 'ready', 'what', 'who', 'sees-1', 'look-1', 'sees-2', 'look-2'],
      ...['why', 'until', 'stop', 'sign'],
    ])
    expect(stepsOf(sampleSigning({ proposed: ['clinic'], recipients: [] }))).toEqual([
      ...['start', 'ready', 'what', 'who', 'why', 'until', 'stop', 'sign'],
    ])
  })

  test('of a counselor’s notes need no list to choose from: there is one thing that they are about', () => {
    const steps = stepsOf(sampleSigning({ kind: ['counselling-notes'] }))
    expect(steps).toContain('look-1')
    expect(steps).not.toContain('sees-1')
  })

  test('are six parts to the person, in their order', () => {
    const parts = stepsOf(sampleSigning()).flatMap((step) => partOf(step) ?? [])
    expect(parts).toEqual([1, 2, 3, 3, 3, 3, 4, 5, 5, 6])
  })

  test('cannot be passed while one before is not answered, whichever (P2-010)', () => {
    expect(firstUnanswered(sampleSigning(), 'sign')).toBeUndefined()
    const needed = {
      ...{ personName: 'start', signer: 'start', proposed: 'start', 'interest-police': 'interest' },
      ...{ recipients: 'who', 'classes-navigators': 'sees-1', 'classes-police': 'sees-2', purpose: 'why' },
      ...{ 'until-navigators': 'until', 'until-police': 'until' },
    }
    const order = stepsOf(sampleSigning())
    fc.assert(
      fc.property(
        fc.subarray(Object.keys(needed) as (keyof typeof needed)[], { minLength: 1 }),
        (dropped) => {
          const signing = sampleSigning(Object.fromEntries(dropped.map((name) => [name, []])))
          const steps = dropped.map((name) => needed[name])
          // Without places to choose from there is nothing to ask about them.
          const first = order.find((step) => (steps as string[]).includes(step))
          expect(firstUnanswered(signing, 'sign')).toBe(first)
        },
      ),
    )
  })
})

describe('the answers of a step', () => {
  test('leave those of every other step as they are, and one that is not sent was emptied', () => {
    const signing = sampleSigning()
    const after = withAnswers(signing, 'who', { recipients: ['police'], purpose: ['own'], personId: ['x'] })
    expect(after).toEqual({ ...signing.fields, recipients: ['police'] })
    expect(withAnswers(signing, 'who', {}).recipients).toEqual([])
  })

  test('never hold the signature, and no text that the database cannot keep', () => {
    const after = withAnswers(sampleSigning(), 'sign', {
      signature: ['Zoë'],
      strokes: ['M1 1'],
      witness: [`${'a'.repeat(499)}😀`],
    })
    expect(Object.keys(after)).not.toEqual(expect.arrayContaining(['signature']))
    expect(after.strokes).toBeUndefined()
    expect(after.witness?.[0]).toHaveLength(500)
    expect(after.witness?.[0]?.isWellFormed()).toBe(true)
  })

  test('are asked for in the language of whoever reads: the member’s in English, the person’s in theirs', () => {
    const signing = sampleSigning({ personName: [], recipients: [] })
    expect(problemsOf(signing, 'start').personName).toBe('Write the name of the person who signs.')
    expect(problemsOf(signing, 'who').recipients).toMatch(/^No eligió a nadie/)
  })

  test('for a hearing name it, and one place (P2-013)', () => {
    const hearing = (changes: Parameters<typeof sampleSigning>[0]) =>
      problemsOf(sampleSigning({ kind: ['proceedings'], proceeding: ['Rivers'], ...changes }), 'start')
    expect(hearing({ proposed: ['clinic'] })).toEqual({})
    expect(hearing({ proposed: ['clinic'], proceeding: [] })).toHaveProperty('proceeding')
    expect(hearing({ proposed: ['clinic', 'navigators'] })).toHaveProperty('proposed')
    expect(hearing({ proposed: ['police'] })).toHaveProperty('proposed')
  })
})
