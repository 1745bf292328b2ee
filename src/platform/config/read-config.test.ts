import { describe, expect, it } from 'vitest'
import { readConfig } from './read-config.ts'

describe('reading the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({ port: 3000, databaseUrl: undefined, mail: undefined })
  })

  it('counts an empty variable as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined })
  })

  it('says one clear sentence for each mistake, all at once', () => {
    expect(
      readConfig({ PORT: 'many', DATABASE_URL: 'mysql://x', PUBLIC_ORIGIN: 'https://a.example/path' }),
    ).toEqual({
      mistakes: [
        'PORT has to be a number, such as 3000.',
        'DATABASE_URL has to begin with postgres://',
        'PUBLIC_ORIGIN has to be an address such as https://causeway.example.gov, with nothing after the name.',
      ],
    })
  })

  it('refuses a short secret instead of stretching it', () => {
    expect(readConfig({ CAUSEWAY_SECRET: 'short' })).toHaveProperty('mistakes')
  })

  it.each([
    ['security@harbor.example.gov', 'mailto:security@harbor.example.gov'],
    ['mailto:security@harbor.example.gov', 'mailto:security@harbor.example.gov'],
    ['https://harbor.example.gov/report', 'https://harbor.example.gov/report'],
    ['tel:+1-207-555-0100', 'tel:+1-207-555-0100'],
  ])('takes %s as where to report a weakness', (given, contact) => {
    expect(readConfig({ SECURITY_CONTACT: given })).toMatchObject({ securityContact: contact })
  })

  it.each(['us', 'http://harbor.example.gov', 'a@b\nContact: c@d'])('names nobody by %j', (given) => {
    expect(readConfig({ SECURITY_CONTACT: given })).toHaveProperty('mistakes')
  })

  it('refuses mail without a sender', () => {
    expect(readConfig({ SMTP_URL: 'smtp://localhost' })).toEqual({
      mistakes: ['MAIL_FROM is missing: mail sent through SMTP_URL needs a sender.'],
    })
  })
})
