import type { FrameExample } from '../../example.ts'
import { BigAction } from '../big-action/big-action.tsx'
import { Button } from '../button/button.tsx'
import { Chips } from '../chips/chips.tsx'
import { NearMe } from '../near-me/near-me.tsx'
import { Page } from '../page/page.tsx'
import { RadioTiles } from '../radio-tiles/radio-tiles.tsx'
import { Section } from '../section/section.tsx'
import { TextField } from '../text-field/text-field.tsx'
import { WhoCanSee } from '../who-can-see/who-can-see.tsx'
import { Hero } from './hero.tsx'

const option = (label: string) => ({ value: label, label })

const Search = () => (
  <form method="get" action="/design">
    <div class="cw-card">
      <TextField
        name="where"
        label="Where are you?"
        hint="A town, an address or a ZIP code"
        value="Pierpoint"
        autocomplete="postal-code"
      />
      <NearMe />
      <RadioTiles
        name="need"
        legend="What would help most?"
        columns={3}
        value="medicine"
        options={[
          {
            value: 'medicine',
            label: 'Medicine that helps',
            hint: 'Methadone or buprenorphine, so you don’t feel sick',
          },
          {
            value: 'place',
            label: 'A place to go',
            hint: 'Detox, a bed for tonight, or a station where you can walk in',
          },
          {
            value: 'safer',
            label: 'Staying safer',
            hint: 'Naloxone, new syringes, test strips, wound care',
          },
        ]}
      />
      <Chips
        name="only"
        legend="Show only places that"
        choose="any"
        values={['Can help today']}
        options={['Are open now', 'Can help today', 'Take Medicaid', 'Speak Spanish'].map(option)}
      />
      <p class="cw-ask">
        <Button big>Show places</Button>
      </p>
    </div>
  </form>
)

export const frames: readonly FrameExample[] = [
  {
    slug: 'public',
    title: 'A public page',
    render: ({ assets, theme }) => (
      <Page
        public
        title="Find help now"
        official="A public service of Harbor County"
        assets={assets}
        theme={theme}
        place={['Harbor County']}
        language={{ href: '/design/frame/public-es', lang: 'es' }}
        exitTo="https://www.weather.gov/"
        footer={{
          name: 'Causeway',
          run: 'Run by Harbor County Public Health.',
          links: [
            { href: '#privacy', label: 'Privacy' },
            { href: '#sign-in', label: 'For members: sign in' },
          ],
        }}
      >
        <Hero title="Find help now">
          For you, or for somebody you care about. No account. No name. We don’t save what you type.
        </Hero>
        <Search />
        <Section id="also" title="Also near you">
          <div class="grid">
            <BigAction href="#also" icon="spray" title="Get naloxone" note="6 places, 3 are open now" />
            <BigAction href="#also" icon="door" title="Walk-in stations" note="2 stations, any hour" />
          </div>
        </Section>
        <div class="cw-sec">
          <WhoCanSee>
            <b>Nobody is told that you looked.</b> This page sets no cookies and keeps no search.
          </WhoCanSee>
        </div>
      </Page>
    ),
  },
  {
    slug: 'public-es',
    title: 'A public page in Spanish',
    render: ({ assets, theme }) => (
      <Page
        public
        lang="es"
        title="Encuentre ayuda ahora"
        official="Un servicio público del condado de Harbor"
        assets={assets}
        theme={theme}
        place={['Condado de Harbor']}
        language={{ href: '/design/frame/public', lang: 'en' }}
        exitTo="https://www.weather.gov/"
        narrow
      >
        <Hero title="Encuentre ayuda ahora">
          Para usted o para alguien que le importa. Sin cuenta. Sin nombre. No guardamos lo que escribe.
        </Hero>
        <form class="cw-card" method="get" action="/design">
          <TextField
            name="where"
            label="¿Dónde está?"
            hint="Un pueblo o un código postal"
            optional
            lang="es"
          />
          <NearMe lang="es" />
        </form>
      </Page>
    ),
  },
]
