import { examples as alert } from './components/alert/alert.examples.tsx'
import { examples as bigAction } from './components/big-action/big-action.examples.tsx'
import { examples as button } from './components/button/button.examples.tsx'
import { examples as card } from './components/card/card.examples.tsx'
import { examples as checkboxTiles } from './components/checkbox-tiles/checkbox-tiles.examples.tsx'
import { examples as chips } from './components/chips/chips.examples.tsx'
import { examples as choiceGrid } from './components/choice-grid/choice-grid.examples.tsx'
import { examples as clock } from './components/clock/clock.examples.tsx'
import { examples as dataTable } from './components/data-table/data-table.examples.tsx'
import { examples as dateField } from './components/date-field/date-field.examples.tsx'
import { examples as definitionList } from './components/definition-list/definition-list.examples.tsx'
import { examples as draftForm } from './components/draft-form/draft-form.examples.tsx'
import { examples as emptyState } from './components/empty-state/empty-state.examples.tsx'
import { examples as errorSummary } from './components/error-summary/error-summary.examples.tsx'
import { examples as exactWords } from './components/exact-words/exact-words.examples.tsx'
import { examples as facet } from './components/facet/facet.examples.tsx'
import { examples as fileField } from './components/file-field/file-field.examples.tsx'
import { examples as flowChart } from './components/flow-chart/flow-chart.examples.tsx'
import { examples as footer } from './components/footer/footer.examples.tsx'
import { examples as freshPart } from './components/fresh-part/fresh-part.examples.tsx'
import { examples as glyph } from './components/glyph/glyph.examples.tsx'
import { frames as hero } from './components/hero/hero.examples.tsx'
import { examples as history } from './components/history/history.examples.tsx'
import { examples as icon } from './components/icon/icon.examples.tsx'
import { examples as languageLink } from './components/language-link/language-link.examples.tsx'
import { examples as loadBar } from './components/load-bar/load-bar.examples.tsx'
import { examples as more } from './components/more/more.examples.tsx'
import { examples as nearMe } from './components/near-me/near-me.examples.tsx'
import { examples as outcomeDots } from './components/outcome-dots/outcome-dots.examples.tsx'
import { frames as page } from './components/page/page.examples.tsx'
import { frames as pageHeading } from './components/page-heading/page-heading.examples.tsx'
import { examples as pagination } from './components/pagination/pagination.examples.tsx'
import { examples as passkeyForm } from './components/passkey-form/passkey-form.examples.tsx'
import { examples as peek } from './components/peek/peek.examples.tsx'
import { examples as personMenu } from './components/person-menu/person-menu.examples.tsx'
import { examples as printCard } from './components/print-card/print-card.examples.tsx'
import { examples as progress } from './components/progress/progress.examples.tsx'
import { examples as radioTiles } from './components/radio-tiles/radio-tiles.examples.tsx'
import { examples as readAloud } from './components/read-aloud/read-aloud.examples.tsx'
import { examples as reasons } from './components/reasons/reasons.examples.tsx'
import { examples as releaseNotice } from './components/release-notice/release-notice.examples.tsx'
import { examples as roleNav } from './components/role-nav/role-nav.examples.tsx'
import { examples as rows } from './components/rows/rows.examples.tsx'
import { examples as said } from './components/said/said.examples.tsx'
import { examples as section } from './components/section/section.examples.tsx'
import { examples as selectField } from './components/select-field/select-field.examples.tsx'
import { examples as sendBar } from './components/send-bar/send-bar.examples.tsx'
import { examples as shareBar } from './components/share-bar/share-bar.examples.tsx'
import { examples as signLines } from './components/sign-lines/sign-lines.examples.tsx'
import { examples as signaturePad } from './components/signature-pad/signature-pad.examples.tsx'
import { examples as state } from './components/state/state.examples.tsx'
import { examples as stateMap } from './components/state-map/state-map.examples.tsx'
import { examples as stepIndicator } from './components/step-indicator/step-indicator.examples.tsx'
import { examples as steps } from './components/steps/steps.examples.tsx'
import { examples as strength } from './components/strength/strength.examples.tsx'
import { examples as tag } from './components/tag/tag.examples.tsx'
import { examples as textArea } from './components/text-area/text-area.examples.tsx'
import { examples as textField } from './components/text-field/text-field.examples.tsx'
import { examples as themeSwitch } from './components/theme-switch/theme-switch.examples.tsx'
import { examples as timeField } from './components/time-field/time-field.examples.tsx'
import { examples as timeline } from './components/timeline/timeline.examples.tsx'
import { examples as toast } from './components/toast/toast.examples.tsx'
import { examples as urgentStrip } from './components/urgent-strip/urgent-strip.examples.tsx'
import { examples as weekField } from './components/week-field/week-field.examples.tsx'
import { examples as weekPicture } from './components/week-picture/week-picture.examples.tsx'
import { examples as when } from './components/when/when.examples.tsx'
import { examples as whoCanSee } from './components/who-can-see/who-can-see.examples.tsx'
import { examples as wordsWarning } from './components/words-warning/words-warning.examples.tsx'
import { examples as yearBars } from './components/year-bars/year-bars.examples.tsx'
import type { Example, FrameExample } from './example.ts'

/** Every component that stands inside a page, with its examples, in the order of the alphabet. */
export const catalog: readonly { name: string; examples: readonly Example[] }[] = [
  { name: 'alert', examples: alert },
  { name: 'big-action', examples: bigAction },
  { name: 'button', examples: button },
  { name: 'card', examples: card },
  { name: 'checkbox-tiles', examples: checkboxTiles },
  { name: 'chips', examples: chips },
  { name: 'choice-grid', examples: choiceGrid },
  { name: 'clock', examples: clock },
  { name: 'data-table', examples: dataTable },
  { name: 'date-field', examples: dateField },
  { name: 'definition-list', examples: definitionList },
  { name: 'draft-form', examples: draftForm },
  { name: 'empty-state', examples: emptyState },
  { name: 'error-summary', examples: errorSummary },
  { name: 'exact-words', examples: exactWords },
  { name: 'facet', examples: facet },
  { name: 'file-field', examples: fileField },
  { name: 'flow-chart', examples: flowChart },
  { name: 'footer', examples: footer },
  { name: 'fresh-part', examples: freshPart },
  { name: 'glyph', examples: glyph },
  { name: 'icon', examples: icon },
  { name: 'language-link', examples: languageLink },
  { name: 'more', examples: more },
  { name: 'near-me', examples: nearMe },
  { name: 'outcome-dots', examples: outcomeDots },
  { name: 'pagination', examples: pagination },
  { name: 'passkey-form', examples: passkeyForm },
  { name: 'peek', examples: peek },
  { name: 'person-menu', examples: personMenu },
  { name: 'print-card', examples: printCard },
  { name: 'progress', examples: progress },
  { name: 'radio-tiles', examples: radioTiles },
  { name: 'read-aloud', examples: readAloud },
  { name: 'reasons', examples: reasons },
  { name: 'release-notice', examples: releaseNotice },
  { name: 'role-nav', examples: roleNav },
  { name: 'rows', examples: rows },
  { name: 'said', examples: said },
  { name: 'section', examples: section },
  { name: 'select-field', examples: selectField },
  { name: 'send-bar', examples: sendBar },
  { name: 'share-bar', examples: shareBar },
  { name: 'sign-lines', examples: signLines },
  { name: 'signature-pad', examples: signaturePad },
  { name: 'state', examples: state },
  { name: 'state-map', examples: stateMap },
  { name: 'step-indicator', examples: stepIndicator },
  { name: 'steps', examples: steps },
  { name: 'strength', examples: strength },
  { name: 'history', examples: history },
  { name: 'load-bar', examples: loadBar },
  { name: 'tag', examples: tag },
  { name: 'text-area', examples: textArea },
  { name: 'text-field', examples: textField },
  { name: 'theme-switch', examples: themeSwitch },
  { name: 'time-field', examples: timeField },
  { name: 'timeline', examples: timeline },
  { name: 'toast', examples: toast },
  { name: 'urgent-strip', examples: urgentStrip },
  { name: 'week-field', examples: weekField },
  { name: 'week-picture', examples: weekPicture },
  { name: 'when', examples: when },
  { name: 'who-can-see', examples: whoCanSee },
  { name: 'words-warning', examples: wordsWarning },
  { name: 'year-bars', examples: yearBars },
]

/** Whole pages, for what only a page can show: the frame, its heading, its opening. */
export const frameCatalog: readonly FrameExample[] = [...hero, ...page, ...pageHeading]
