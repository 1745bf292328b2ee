export { classNames } from './class-names.ts'
export { Alert, type AlertProps } from './components/alert/alert.tsx'
export { BigAction, type BigActionProps } from './components/big-action/big-action.tsx'
export { Button, ButtonLink, type ButtonLinkProps, type ButtonProps } from './components/button/button.tsx'
export { Card, type CardProps } from './components/card/card.tsx'
export {
  CheckboxTile,
  type CheckboxTileProps,
  CheckboxTiles,
  type CheckboxTilesProps,
} from './components/checkbox-tiles/checkbox-tiles.tsx'
export {
  ChipLinks,
  type ChipLinksProps,
  type ChipOption,
  Chips,
  type ChipsProps,
  ChosenChips,
  type ChosenChipsProps,
} from './components/chips/chips.tsx'
export {
  ChoiceGrid,
  type ChoiceGridProps,
  type ChoiceGridRow,
} from './components/choice-grid/choice-grid.tsx'
export { Clock, type ClockProps, ClockRing } from './components/clock/clock.tsx'
export { type ClockFace, type ClockTimes, clockFace } from './components/clock/clock-face.ts'
export { ClockRow, type ClockRowProps } from './components/clock/clock-row.tsx'
export { type Column, DataTable, type DataTableProps } from './components/data-table/data-table.tsx'
export { DateField, type DateFieldProps, type TypedDate } from './components/date-field/date-field.tsx'
export { DefinitionList, type DefinitionListProps } from './components/definition-list/definition-list.tsx'
export { DraftForm, type DraftFormProps } from './components/draft-form/draft-form.tsx'
export { EmptyState, type EmptyStateProps } from './components/empty-state/empty-state.tsx'
export {
  ErrorSummary,
  type ErrorSummaryProps,
  type FormError,
} from './components/error-summary/error-summary.tsx'
export { ExactWords, type ExactWordsProps, isHeadingLine } from './components/exact-words/exact-words.tsx'
export { Facet, type FacetOption, type FacetProps } from './components/facet/facet.tsx'
export { Field, FieldGroup, type FieldGroupProps, type FieldProps } from './components/field/field.tsx'
export { FileField, type FileFieldProps } from './components/file-field/file-field.tsx'
export { FlowChart, type FlowChartProps } from './components/flow-chart/flow-chart.tsx'
export { type FlowAnswer, type FlowStep, TO_END } from './components/flow-chart/flow-layout.ts'
export { Footer, type FooterProps } from './components/footer/footer.tsx'
export { FreshPart, type FreshPartProps } from './components/fresh-part/fresh-part.tsx'
export { Glyph, type GlyphProps } from './components/glyph/glyph.tsx'
export { Hero, type HeroProps } from './components/hero/hero.tsx'
export { History, type HistoryItem, type HistoryProps } from './components/history/history.tsx'
export { Icon, type IconProps } from './components/icon/icon.tsx'
export type { IconName } from './components/icon/icon-paths.ts'
export { LanguageLink, type LanguageLinkProps } from './components/language-link/language-link.tsx'
export { LoadBar, type LoadBarProps } from './components/load-bar/load-bar.tsx'
export { More, type MoreProps } from './components/more/more.tsx'
export { NearMe, type NearMeProps } from './components/near-me/near-me.tsx'
export {
  type OutcomeDot,
  OutcomeDots,
  type OutcomeDotsProps,
} from './components/outcome-dots/outcome-dots.tsx'
export {
  type Assets,
  type MemberFrame,
  Page,
  type PageProps,
  type PublicFrame,
} from './components/page/page.tsx'
export { PageHeading, type PageHeadingProps } from './components/page-heading/page-heading.tsx'
export { Pagination, type PaginationProps } from './components/pagination/pagination.tsx'
export { PasskeyForm, type PasskeyFormProps } from './components/passkey-form/passkey-form.tsx'
export { Peek, type PeekProps } from './components/peek/peek.tsx'
export { Face, PersonMenu, type PersonMenuProps } from './components/person-menu/person-menu.tsx'
export { PrintCard, type PrintCardProps, ScreenOnly } from './components/print-card/print-card.tsx'
export { LiveProgress, type LiveProgressProps } from './components/progress/live-progress.tsx'
export { Progress, type ProgressProps } from './components/progress/progress.tsx'
export { RadioTiles, type RadioTilesProps, type TileOption } from './components/radio-tiles/radio-tiles.tsx'
export { ReadAloud, type ReadAloudProps } from './components/read-aloud/read-aloud.tsx'
export { type Reason, Reasons, type ReasonsProps } from './components/reasons/reasons.tsx'
export { ReleaseNotice, type ReleaseNoticeProps } from './components/release-notice/release-notice.tsx'
export { type NavItem, RoleNav, type RoleNavProps } from './components/role-nav/role-nav.tsx'
export { Row, type RowProps, Rows, type RowsProps } from './components/rows/rows.tsx'
export { Said, type SaidProps } from './components/said/said.tsx'
export { Section, type SectionProps } from './components/section/section.tsx'
export { SelectField, type SelectFieldProps } from './components/select-field/select-field.tsx'
export { SendBar, type SendBarProps } from './components/send-bar/send-bar.tsx'
export { type Share, ShareBar, type ShareBarProps } from './components/share-bar/share-bar.tsx'
export { SignLines, type SignLinesProps } from './components/sign-lines/sign-lines.tsx'
export {
  DrawnSignature,
  SignaturePad,
  type SignaturePadProps,
} from './components/signature-pad/signature-pad.tsx'
export { State, type StateProps } from './components/state/state.tsx'
export { StateMap, type StateMapProps } from './components/state-map/state-map.tsx'
export {
  type CountyShape,
  type StateShape,
  stateAt,
  stateShape,
} from './components/state-map/state-shapes.ts'
export { StepIndicator, type StepIndicatorProps } from './components/step-indicator/step-indicator.tsx'
export { type Step, Steps, type StepsProps } from './components/steps/steps.tsx'
export { Strength, type StrengthProps } from './components/strength/strength.tsx'
export { type Kind, Tag, TagList, type TagListProps, type TagProps } from './components/tag/tag.tsx'
export { TextArea, type TextAreaProps } from './components/text-area/text-area.tsx'
export { TextField, type TextFieldProps } from './components/text-field/text-field.tsx'
export {
  readTheme,
  type Theme,
  ThemeSwitch,
  type ThemeSwitchProps,
} from './components/theme-switch/theme-switch.tsx'
export { TimeField, type TimeFieldProps } from './components/time-field/time-field.tsx'
export { Timeline, type TimelineBar, type TimelineProps } from './components/timeline/timeline.tsx'
export { Toast, type ToastProps } from './components/toast/toast.tsx'
export { UrgentStrip, type UrgentStripProps } from './components/urgent-strip/urgent-strip.tsx'
export { type TypedSpan, WeekField, type WeekFieldProps } from './components/week-field/week-field.tsx'
export {
  type DayStretch,
  WeekPicture,
  type WeekPictureProps,
} from './components/week-picture/week-picture.tsx'
export { When, type WhenProps } from './components/when/when.tsx'
export { WhoCanSee, type WhoCanSeeProps } from './components/who-can-see/who-can-see.tsx'
export {
  AS_IT_IS,
  type FieldFindings,
  keepsWords,
  WordsWarning,
  type WordsWarningProps,
} from './components/words-warning/words-warning.tsx'
export { YearBars, type YearBarsProps } from './components/year-bars/year-bars.tsx'
export {
  calendarDay,
  capital,
  clockTime,
  dayName,
  daysApart,
  deadline,
  due,
  exactTime,
  type Reader,
  relativeTime,
  spanWords,
  stamp,
} from './time.ts'
export type { Lang } from './words.ts'
