import { newId } from '#kernel/ids.ts'
import { type Answer, type Ask, type CountyApi, countyApi } from './county-api.ts'
import { LANTERN_DETOX } from './invented.ts'
import { postedForm } from './posted-form.ts'
import { readText } from './sample-referral.ts'

export type Fields = Parameters<typeof postedForm>[0]

/** The invented county, in which people get codes to their own page and open it. */
export type OwnPages = {
  readonly county: CountyApi
  readonly officer: Ask
  /** The intake desk of the place that takes people on, and gives them their code. */
  readonly desk: Ask
  readonly post: (who: Ask, path: string, fields?: Fields) => Promise<Answer>
  /** Adds somebody whom an officer referred and the place took on, and gives their id. */
  readonly somebody: () => Promise<string>
  /** Gives a person a code, as their card shows it. They were born in 1990. */
  readonly giveCode: (person: string) => Promise<string>
  /** Tries the door. */
  readonly enter: (code: string, birthYear?: string) => Promise<Answer>
  /** Asks as the person who has opened their record with this code. */
  readonly open: (code: string) => Promise<Ask>
}

export const cookieOf = ({ headers }: Answer): string => headers.get('set-cookie')?.split(';')[0] ?? ''

/** A page without the ids in it. */
export const withoutIds = ({ text }: Answer): string =>
  text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')

export const ownPages = async (): Promise<OwnPages> => {
  const county = await countyApi()
  const officer = await county.asMember('officer')
  const desk = await county.asMember('provider')
  const post: OwnPages['post'] = (who, path, fields = {}) => who('POST', path, ...postedForm(fields))
  const enter: OwnPages['enter'] = (code, birthYear = '1990') =>
    post(county.asStranger, '/my-record/enter', { code, birthYear })
  return {
    county,
    officer,
    desk,
    post,
    enter,
    somebody: async () => {
      const id = newId()
      const contact = { agreesToContact: 'yes', contactWay: 'call', contact: '207-555-0177' }
      const about = { needs: 'treatment', name: 'Quimby', whereabouts: 'Ferry ramp' }
      await post(officer, '/referrals', { id, serviceId: LANTERN_DETOX, ...about, ...contact })
      await post(desk, `/desk/referrals/${id}/answer`, { answer: 'accepted' })
      const { rows } = await county.base.admin.query(
        `select person_id from referral r join referral_answer a on a.referral_id = r.id where r.id = $1`,
        [id],
      )
      return rows[0].person_id
    },
    giveCode: async (person) => {
      const asked = { id: newId(), birthYear: '1990', language: 'en' }
      const card = readText((await post(desk, `/codes/${person}`, asked)).text)
      const code = /Your code\s+((?:[0-9A-Z]{4}\s+){4})/.exec(card)?.[1]
      if (!code) throw new Error(card)
      return code.trim()
    },
    open: async (code) => {
      const door = await enter(code)
      if (door.headers.get('location') !== '/my-record') throw new Error(readText(door.text))
      const cookie = cookieOf(door)
      return (method, path, body, headers = {}) =>
        county.asStranger(method, path, body, { cookie, ...headers })
    },
  }
}
