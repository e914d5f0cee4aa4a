/** The part of the design system without markup: for loaders, actions and code that runs without a bundler. */
export { visibleNav, type NavItem } from "./layout/nav.ts";
export { DEFAULT_PREFERENCES, PREFERENCES, readPreferences, rootAttributes, type PreferenceName, type Preferences } from "./layout/preferences.ts";
export { readSort, type Sort } from "./list/search-params.ts";
export { explain, fieldId, type FormResult, type RefusalTexts, type RefusalView } from "./form/refusal-view.ts";
export { FACES, type Face } from "./form/faces.ts";
export { DAY_PARTS, readWeeklyHours, type DayPart, type HoursFault, type WeeklyHours } from "./form/weekly-hours.ts";
export { DRAFT_DONE_COOKIE } from "./draft/done-cookie.ts";
export type { Command, SearchAnswer, SearchHit } from "./overlay/palette-search.ts";
export type { Place } from "./picture/place.ts";
export type { ChartContent } from "./picture/chart-option.ts";
export { fill } from "./messages/fill.ts";
export type { Tone } from "./show/tone.ts";
