import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { FormFields } from '#platform/http/form-body.ts'
import { attempt } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty, referral } from '#tests/support/care-county.ts'
import type { TestMember } from '#tests/support/county.ts'
import { makeReferral } from './make-referral.ts'
import { dropDrafts, findDraft, findNewestDraft, saveDraft } from './save-draft.ts'

let care: CareCounty
let colleague: TestMember
beforeAll(async () => {
  care = await careCounty()
  colleague = await care.county.hire('police', 'officer')
})
afterAll(() => care.close())

const typed = { name: ['Sam'], needs: ['treatment', 'shelter'], whereabouts: ['Ferry ramp'] }

const save = async (fields: FormFields = typed, id = newId(), actor: MemberActor = care.officer) => {
  await saveDraft(care.asActor, actor, id, fields)
  return id
}
const find = (id: string, actor: MemberActor = care.officer) => findDraft(care.asActor, actor, id)

const endsIn = (id: string, interval: string) =>
  care.base.admin.query('update referral_draft set expires_at = now() + $2::interval where id = $1', [
    id,
    interval,
  ])

const isKept = async (id: string): Promise<boolean> =>
  (await care.base.admin.query('select from referral_draft where id = $1', [id])).rowCount === 1

describe('a draft', () => {
  test('is what was typed last, in every script, and as it was typed', async () => {
    const id = await save()
    const later = {
      name: ['Zoë 王芳 <b>“Sam”</b> שלום 👩‍🚒', ''],
      contact: ['ما عنده هاتف'],
      __proto__: ['x'],
    }
    await save(later, id)
    expect(await find(id)).toMatchObject({ id, fields: later, savedAt: expect.any(Date) })
  })

  test('is its maker’s alone: no colleague, other organization or manager finds it, by verb or by SQL', async () => {
    const id = await save()
    const others: MemberActor[] = [colleague, care.desk, { ...care.officer, jurisdictionId: newId() }]
    for (const other of others) {
      expect(await find(id, other)).toBeUndefined()
      const seen = await attempt(care.base.app, other, 'select from referral_draft where id = $1', [id])
      expect(seen.rowCount).toBe(0)
    }
    expect((await findNewestDraft(care.asActor, colleague))?.id).not.toBe(id)
  })

  test('is not changed by somebody else who uses its id', async () => {
    const id = await save()
    await save({ name: ['Alex'] }, id, colleague)
    expect((await find(id))?.fields).toEqual(typed)
    expect(await find(id, colleague)).toBeUndefined()
  })

  test('that is the newest is the one to go on with', async () => {
    await save()
    const newest = await save()
    expect(await findNewestDraft(care.asActor, care.officer)).toEqual({
      id: newest,
      savedAt: expect.any(Date),
    })
  })

  test('lasts twenty hours from when it was saved last (WCAG 2.2.1)', async () => {
    const id = await save()
    const left = () =>
      care.base.admin.query(
        `select expires_at - saved_at = '20 hours' as whole from referral_draft where id = $1`,
        [id],
      )
    expect((await left()).rows).toEqual([{ whole: true }])
    await endsIn(id, '1 second')
    expect(await find(id)).toBeDefined()
    await endsIn(id, '-1 second')
    expect(await find(id)).toBeUndefined()
    expect((await findNewestDraft(care.asActor, care.officer))?.id).not.toBe(id)
    await save(typed, id)
    expect((await left()).rows).toEqual([{ whole: true }])
    expect(await find(id)).toBeDefined()
  })

  test('is dropped when it has ended, and not before', async () => {
    const [ended, going] = [await save(), await save({}, newId(), colleague)]
    await endsIn(ended, '-1 second')
    await dropDrafts(care.asActor)
    expect([await isKept(ended), await isKept(going)]).toEqual([false, true])
  })
})

describe('sending', () => {
  test('ends the draft', async () => {
    const id = await save()
    await makeReferral(care.asActor, care.officer, referral(care.serviceId, { id }))
    expect(await isKept(id)).toBe(false)
  })

  test('leaves no draft also when the page saved once more behind it', async () => {
    const before = await findNewestDraft(care.asActor, care.officer)
    const id = newId()
    await Promise.all([
      makeReferral(care.asActor, care.officer, referral(care.serviceId, { id })),
      save(typed, id),
      save(typed, id),
    ])
    await save(typed, id)
    expect(await find(id)).toBeUndefined()
    expect(await findNewestDraft(care.asActor, care.officer)).toEqual(before)
  })

  test('leaves other drafts, and those of others, where they are', async () => {
    const [mine, theirs] = [await save(), await save(typed, newId(), colleague)]
    await care.send()
    expect([await isKept(mine), await isKept(theirs)]).toEqual([true, true])
  })
})
