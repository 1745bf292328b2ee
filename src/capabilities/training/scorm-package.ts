import { strToU8, zipSync } from 'fflate'
import type { Course } from './course.ts'
import { SCORM_SCRIPT } from './scorm-script.ts'

const STYLE = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;margin:0;color:#0f262c;background:#fff}
main{max-width:44rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;line-height:1.25}
a{color:#0b5963}
nav{display:flex;gap:1rem;justify-content:space-between;margin:2rem 0}
nav a,button{display:inline-block;min-height:44px;padding:.6rem 1.2rem;box-sizing:border-box;font:inherit;border:2px solid #0b5963;border-radius:6px;background:#0b5963;color:#fff;text-decoration:none;cursor:pointer}
nav a[rel=prev]{background:none;color:#0b5963}
fieldset{border:1px solid #d5e0e1;border-radius:6px;margin:1rem 0}
label{display:block;padding:.5rem 0;min-height:44px;box-sizing:border-box}
table{border-collapse:collapse}td,th{border:1px solid #d5e0e1;padding:.3rem .6rem;text-align:left}
img,svg{max-width:100%;height:auto}
@media (prefers-color-scheme:dark){body{color:#e1ebec;background:#0a1316}a,nav a[rel=prev]{color:#82d2d3}}
`

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The manifest of SCORM 1.2 (Content Aggregation Model, section 2.3): one organization, one item, one SCO. */
const manifestOf = (
  { slug, title, version }: Course,
  passMark: number,
): string => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="causeway.${slug}" version="${escaped(version)}"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="causeway">
    <organization identifier="causeway">
      <title>${escaped(title)}</title>
      <item identifier="item" identifierref="sco">
        <title>${escaped(title)}</title>
        <adlcp:masteryscore>${passMark}</adlcp:masteryscore>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="sco" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/><file href="course.css"/><file href="course.js"/>
    </resource>
  </resources>
</manifest>
`

const screenOf = (course: Course, at: number, words: (html: string) => string): string => {
  const screen = course.screens[at]
  if (!screen) return ''
  const [before, next] = [course.screens[at - 1]?.slug, course.screens[at + 1]?.slug ?? 'test']
  const scenario = (screen.scenario ?? []).map(
    ({ html, choices }) =>
      `<details><summary>${choices.length > 0 ? 'What do you do?' : 'What came of it'}</summary>${words(html)}<ul>${choices
        .map(({ text }) => `<li>${escaped(text)}</li>`)
        .join('')}</ul></details>`,
  )
  return `<section id="${screen.slug}" hidden><h1 tabindex="-1">${escaped(screen.title)}</h1>${words(screen.html)}${scenario.join('')}
<nav aria-label="Screens">${before ? `<a rel="prev" href="#${before}">Back</a>` : '<span></span>'}<a href="#${next}">${next === 'test' ? 'To the test' : 'Next'}</a></nav></section>`
}

const pageOf = (course: Course, passMark: number, words: (html: string) => string): string => {
  const data = JSON.stringify({ passMark, bank: course.bank }).replaceAll('<', '\\u003c')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(course.title)}</title><link rel="stylesheet" href="course.css"></head>
<body><main>
${course.screens.map((_, at) => screenOf(course, at, words)).join('\n')}
<section id="test" hidden><h1 tabindex="-1">Test</h1><form id="test-form"></form><div id="result" tabindex="-1" role="status"></div></section>
</main><script type="application/json" id="course">${data}</script><script src="course.js"></script></body></html>
`
}

/**
 * A course as a SCORM 1.2 package, to be run by the learning system that an agency has: its screens, its scenarios to read,
 * and its test. It tells that system where somebody is, what they scored, and whether they passed.
 *
 * @param passMark percent that must be right
 * @param words puts the agency's own words into the text of a screen
 */
export const scormPackage = (
  course: Course,
  passMark: number,
  words: (html: string) => string,
): Uint8Array => {
  const files = {
    'imsmanifest.xml': manifestOf(course, passMark),
    'index.html': pageOf(course, passMark, words),
    'course.css': STYLE,
    'course.js': SCORM_SCRIPT,
  }
  // One moment for all files, so that the same course is the same package.
  const mtime = new Date('2026-01-01T12:00:00')
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, [strToU8(text), { mtime }] as const]),
    ),
  )
}
