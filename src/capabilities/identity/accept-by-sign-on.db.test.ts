import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type SigningOn, signingOn } from '#tests/support/signing-on.ts'
import { signAccountLink } from './account-token.ts'
import { inviteMember } from './invite-member.ts'

let world: SigningOn
beforeAll(async () => {
  world = await signingOn()
})
afterAll(() => world.close())

/** Invites somebody to the organization that signs in at the provider. Gives the path of the link. */
const invite = async (organization: 'provider' | 'police' = 'provider') => {
  const keeper = await world.county.hire(organization, 'administrator')
  const id = newId<'invitation'>()
  const email = `new-${id}@harbor.example`
  const roles = [organization === 'police' ? 'officer' : 'provider']
  await inviteMember(keeper, world.asActor, { id, name: 'Ida Quist', title: '', email, roles })
  return { email, link: `/invitation/${signAccountLink(world.keys.links, 'invitation', { id, round: 1 })}` }
}

/** Presses the button on the invitation's page, and comes back from the provider as this account. */
const accept = async (link: string, subject: string, tab = world.newTab()) => {
  const { page } = await tab.post(`${link}/sign-on`)
  const address =
    /href="(http[^"]+)" rel="noreferrer"|rel="noreferrer" href="(http[^"]+)"|href="(http:\/\/[^"]*auth[^"]*)"/
      .exec(page)
      ?.slice(1)
      .find(Boolean)
  const back = await world.there.visit((address ?? '').replaceAll('&amp;', '&'), { subject, amr: ['mfa'] })
  return { tab, answer: await tab.get(back) }
}

describe('an invitation to an organization with a sign-in of its own (ASVS 6.8.1)', () => {
  it('is accepted by signing in there; from then on that account opens it, and no other', async () => {
    const { email, link } = await invite()
    expect((await world.newTab().get(link)).page).toContain('Agree and use my Harbor Recovery')
    const subject = `subject-${newId()}`
    const { tab, answer } = await accept(link, subject)
    expect(answer.status).toBe(303)
    expect((await tab.get('/desk')).page).toBe('Welcome, Ida Quist')
    const { rows } = await world.base.admin.query(
      `select l.subject from sign_on_link l join member m on m.id = l.member_id where m.email = $1`,
      [email],
    )
    expect(rows).toEqual([{ subject }])
    expect((await world.newTab().get(link)).status).toBe(404)
    const again = world.newTab()
    await world.signOn(again, { subject, amr: ['mfa'] })
    expect(await world.isSignedIn(again)).toBe(true)
  })

  it('is not offered there to somebody whom another organization invites', async () => {
    const { link } = await invite('police')
    expect((await world.newTab().get(link)).page).not.toContain('Agree and use my')
    expect((await world.newTab().post(`${link}/sign-on`)).status).toBe(404)
  })

  it('is not accepted by an account that is somebody’s already', async () => {
    const { member, subject } = await world.hireLinked()
    const { email, link } = await invite()
    const { tab } = await accept(link, subject)
    expect((await tab.get('/desk')).page).toContain(`Welcome, provider number`)
    const { rowCount } = await world.base.admin.query('select from member where email = $1', [email])
    expect([rowCount, member.roles]).toEqual([0, ['provider']])
  })
})

describe('a locked account (CJ-1)', () => {
  it('does not open through the provider either', async () => {
    const { member, subject } = await world.hireLinked()
    const guess = { email: member.email, password: 'not the password' }
    for (let time = 0; time < 5; time++) await world.newTab().post('/sign-in', guess)
    const tab = world.newTab()
    await world.signOn(tab, { subject, amr: ['mfa'] })
    expect(await world.isSignedIn(tab)).toBe(false)
    expect((await world.reasons()).at(-1)).toBe('account-closed')
  })
})
