import { bookOf } from '../../src/capabilities/training/course-book.ts'
import { readCourse } from '../../src/capabilities/training/read-course.ts'

const course = `---
title: Overdose
version: 1.2.0
minutes: 40
about: Recognise it, give breaths, stay.
reviewed-on: 2026-11-24
review-by: 2027-05-24
objective: tell an overdose from sleep
practice: Called 911
practice: Gave breaths
attitude: A1 | Naloxone saves lives.
attitude: A2 | It only makes things worse. | reversed
slot: kit | Where the kits are
---
# what-you-see: ★ What you see
Blue lips. The kits are {{kit}}.

Sources: known

## Check
How do breaths sound?
- [x] Slow, or like snoring
- [ ] Quick
- [ ] They sing
Why: The brain forgets to breathe.

# what-you-do: What you do
Breaths first.

## Scenario
### start
They wake up and want to leave.
- Let them walk → gone
- Offer to stay with them → stays
### gone
They are found again an hour later.
### stays
You sit on the curb together.
`

/** Twenty questions whose right answer is “Right”. */
const questions = Array.from(
  { length: 20 },
  (_, at) => `# q${at + 1} what-you-see
Question ${at + 1}?
- [ ] Wrong
- [x] Right
- [ ] Neither
Why: Because of ${at + 1}.
`,
).join('\n')

/** One invented course, read from Markdown as those of the program are. */
export const inventedBook = bookOf(
  [readCourse({ slug: 'overdose', course, questions })],
  [{ id: 'known', title: 'A paper', publisher: 'A journal', year: 2024, url: 'https://example.org/paper' }],
)
