import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { selectSetting, upsertSetting } from './setting.store.ts'
import { type Setting, UNSET } from './setting.ts'

/** How an organization trains; as long as nobody said so, nothing is asked. */
export const findSetting = async (tx: Tx, organizationId: string): Promise<Setting> =>
  (await selectSetting(tx, organizationId)) ?? UNSET

/** Says how the actor's organization trains, from now on. What was finished before keeps the day until which it holds. */
export const changeSetting = (asActor: AsActor, actor: MemberActor, setting: Setting): Promise<void> =>
  asActor(actor, async (tx) => {
    await upsertSetting(tx, setting, actor)
    await record(tx, {
      action: 'training.change-setting',
      subjectKind: 'organization',
      subjectIds: [actor.organizationId],
      outcome: 'done',
      detail: {
        passMark: setting.passMark,
        assignments: setting.assignments.length,
        carry: setting.gates.carry?.mode ?? 'off',
        leaveBehind: setting.gates['leave-behind']?.mode ?? 'off',
        refer: setting.gates.refer?.mode ?? 'off',
      },
    })
  })
