/** What stands where an agency has not said its own words. Never an example number. */
export const ASK_SUPERVISOR = 'Ask your supervisor'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Puts the agency's own words into the text of a screen, where `{{name}}` stands. */
export const withLocalWords = (html: string, slots: Readonly<Record<string, string>>): string =>
  html.replace(/\{\{([a-z0-9-]+)\}\}/g, (_, name: string) => {
    const said = slots[name]
    return said ? `<strong>${escaped(said)}</strong>` : `<em>${ASK_SUPERVISOR.toLowerCase()}</em>`
  })
