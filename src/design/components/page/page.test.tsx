import { expect, test } from 'vitest'
import { initials } from '../person-menu/person-menu.tsx'
import { readTheme } from '../theme-switch/theme-switch.tsx'
import { Page } from './page.tsx'

const assets = { style: '/a.css', script: '/a.js' }
const publicPage = (lang: 'en' | 'es') =>
  String(
    <Page
      public
      lang={lang}
      title="Find help now"
      official="A public service"
      assets={assets}
      exitTo="https://www.weather.gov/"
    >
      <h1>Find help now</h1>
    </Page>,
  )

test('a page is a whole document with one style, one script and its language', () => {
  const html = publicPage('en')
  expect(html.startsWith('<!doctype html><html lang="en">')).toBe(true)
  expect(html.match(/<link rel="stylesheet"/g)).toHaveLength(1)
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html).toContain('<title>Find help now | Causeway</title>')
})

test('the skip link comes before anything else and leads to the content', () => {
  expect(publicPage('en')).toMatch(/<body[^>]*><a class="usa-skipnav" href="#main">/)
})

test('a public page keeps 911 and 988 in reach, and a way out that tells nobody where from', () => {
  const html = publicPage('es')
  expect(html).toContain('href="tel:911"')
  expect(html).toContain('href="tel:988"')
  expect(html).toMatch(/href="https:\/\/www.weather.gov\/" rel="noreferrer">\s*Salir rápido/)
})

test('a page without a theme follows the device; with one, it says so on the root', () => {
  const member = (theme: 'none' | 'night') => String(<Page title="Today" assets={assets} theme={theme} />)
  expect(member('none')).not.toContain('data-theme')
  expect(member('night')).toContain('<html lang="en" data-theme="night">')
})

test('a form that came back says so first, in the title', () => {
  expect(String(<Page title="Make a referral" assets={assets} hasErrors />)).toContain(
    '<title>Error: Make a referral | Causeway</title>',
  )
})

test('the tab of this page is marked, and a count is read with its meaning', () => {
  const nav = [
    { href: '/field', label: 'Home', icon: 'home' },
    { href: '/referrals', label: 'Referrals', icon: 'hands', count: 1 },
  ] as const
  const html = String(<Page title="Home" assets={assets} nav={nav} current="/field" />)
  expect(html).toMatch(/href="\/field" aria-current="page"/)
  expect(html.replace(/<[^>]+>/g, '')).toContain('Referrals, 1 waiting')
})

test('a theme cookie that nobody set here follows the device', () => {
  expect(readTheme('night')).toBe('night')
  expect(readTheme('"><script>')).toBe('none')
  expect(readTheme(undefined)).toBe('none')
})

test('initials are of the names, not of the rank or the particles', () => {
  expect(initials('Officer T. Reyes')).toBe('TR')
  expect(initials('Dana Whitfield')).toBe('DW')
  expect(initials('María de la Cruz')).toBe('MC')
  expect(initials('Cher')).toBe('C')
})
