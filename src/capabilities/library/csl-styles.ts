// MLA and Chicago for what a record holds. APA comes with the citation library; the others do not.

const style = (
  title: string,
  id: string,
  macros: string,
  bibliography: string,
): string => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" demote-non-dropping-particle="sort-only">
<info><title>${title}</title><id>urn:causeway:csl:${id}</id><updated>2026-11-24T00:00:00+00:00</updated></info>
${macros}
<macro name="title"><choose><if type="article-journal webpage chapter paper-conference article-newspaper document" match="any">
<text variable="title" text-case="title" quotes="true"/></if><else><text variable="title" text-case="title" font-style="italic"/></else></choose></macro>
<macro name="access"><choose><if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if><else><text variable="URL"/></else></choose></macro>
<citation><layout><text macro="title"/></layout></citation>
${bibliography}
</style>`

/** MLA Handbook, 9th edition: one author, “and” another, or “et al.”; containers in order, with commas. */
export const MLA = style(
  'MLA, 9th edition',
  'mla',
  `<macro name="author"><names variable="author"><name name-as-sort-order="first" and="text" delimiter=", "
    delimiter-precedes-last="always" delimiter-precedes-et-al="always"/></names></macro>
<macro name="date"><date variable="issued"><date-part name="day" suffix=" "/><date-part name="month" form="short" suffix=" "/><date-part name="year"/></date></macro>`,
  `<bibliography et-al-min="3" et-al-use-first="1"><layout suffix="."><group delimiter=". "><text macro="author"/><text macro="title"/>
    <group delimiter=", "><text variable="container-title" font-style="italic"/><text variable="publisher"/><text macro="date"/><text macro="access"/></group>
  </group></layout></bibliography>`,
)

/** Chicago Manual of Style, 17th edition, author and date: up to ten authors, of more the first seven. */
export const CHICAGO = style(
  'Chicago, 17th edition, author and date',
  'chicago',
  `<macro name="author"><names variable="author"><name name-as-sort-order="first" and="text" delimiter=", "
    delimiter-precedes-last="always"/><substitute><text variable="publisher"/></substitute></names></macro>
<macro name="date"><choose><if variable="issued"><date variable="issued"><date-part name="year"/></date></if><else><text term="no date" form="short"/></else></choose></macro>`,
  `<bibliography et-al-min="11" et-al-use-first="7"><layout suffix="."><group delimiter=". "><text macro="author"/><text macro="date"/><text macro="title"/>
    <text variable="container-title" font-style="italic"/><text variable="publisher"/><text macro="access"/></group></layout></bibliography>`,
)
