/** The one door to the design system for pages. Code that runs without a bundler enters by `plain.ts`. */
export { Shell, type ShellProps } from "./layout/shell.tsx";
export { PublicShell, type PublicShellProps } from "./layout/public-shell.tsx";
export { OrganisationSwitcher, type OrganisationSwitcherProps } from "./layout/organisation-switcher.tsx";
export type { ShellAccount } from "./layout/account-menu.tsx";
export { ModeSwitches } from "./layout/mode-switches.tsx";
export { PageHeader, type Crumb, type PageHeaderProps } from "./layout/page-header.tsx";
export { Card, type CardProps } from "./layout/card.tsx";
export { Columns, Facing, Stack, Tiles, type FacingProps } from "./layout/columns.tsx";

export { Avatar, type AvatarProps } from "./show/avatar.tsx";
export { Chip, type ChipProps } from "./show/chip.tsx";
export { EmptyState, type EmptyStateProps } from "./show/empty-state.tsx";
export { CheckAnswers, Facts, type Fact } from "./show/facts.tsx";
export { Figure, type FigureProps } from "./show/figure.tsx";
export { Notice, type NoticeProps } from "./show/notice.tsx";
export { PanelCard } from "./layout/panel-card.tsx";
export { ProgressBar, type JobState, type ProgressBarProps } from "./show/progress-bar.tsx";
export { ReadAloud } from "./show/read-aloud.tsx";
export { Stat, StatRow, type StatProps, type StatRowProps } from "./show/stat.tsx";
export { Tabs, type Tab } from "./layout/tabs.tsx";
export { Task, TaskList, type TaskProps } from "./show/task-list.tsx";
export { Timeline, type TimelineItem, type TimelineProps } from "./show/timeline.tsx";

export { DataList, type Column, type DataListProps } from "./list/data-list.tsx";
export { FilterBar, type ActiveFilter, type FilterBarProps } from "./list/filter-bar.tsx";
export { Pager, type PagerProps } from "./list/pager.tsx";
export { SearchBox, type SearchBoxProps } from "./list/search-box.tsx";

export { Button, ButtonLink, FormActions, SubmitButton, type ButtonLook, type ButtonProps } from "./form/button.tsx";
export { Checkbox, CheckboxGroup, RadioCards, type CheckboxGroupProps, type CheckboxProps, type Choice, type RadioCardsProps } from "./form/choices.tsx";
export { DayField, DayRangeField, type DayFieldProps, type DayRangeFieldProps } from "./form/day-field.tsx";
export { FaceDrawing, FacesField, type FacesFieldProps } from "./form/faces-field.tsx";
export { Field, FieldGroup, type ControlAttributes, type FieldProps } from "./form/field.tsx";
export { FileField, type FileFieldProps } from "./form/file-field.tsx";
export { FormScope, type FormScopeProps } from "./form/form-scope.tsx";
export { HoursGrid, type HoursGridProps } from "./form/hours-grid.tsx";
export { ErrorSummary, RefusalNote, type ErrorSummaryProps, type RefusalNoteProps } from "./form/refusal-note.tsx";
export { Select, type Option, type SelectProps } from "./form/select.tsx";
export { TextArea, TextField, type TextAreaProps, type TextFieldProps } from "./form/text-field.tsx";

export { ConfirmForm, type ConfirmFormProps } from "./overlay/confirm-form.tsx";
export { Dialog, type DialogProps } from "./overlay/dialog.tsx";
export { Toast, type ToastProps } from "./overlay/toast.tsx";

export { BarLine, type BarLineProps } from "./picture/bar-line.tsx";
export { Chart, type ChartProps } from "./picture/chart.tsx";
export { MapView, type MapViewProps } from "./picture/map-view.tsx";
export { Schematic, type PictureOfPlacesProps } from "./picture/schematic.tsx";
export type { PlaceShapes } from "./picture/map-canvas.ts";

export { DraftProvider } from "./draft/draft-key.tsx";
export { DraftForm, type DraftFormProps } from "./draft/draft-form.tsx";
export { DraftNote } from "./draft/draft-note.tsx";
export { useDraft, type DraftOptions, type KeptDraft } from "./draft/use-draft.ts";
export * from "./plain.ts";
