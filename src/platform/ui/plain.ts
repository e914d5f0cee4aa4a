/** The part of the design system without markup: for loaders, actions and code that runs without a bundler. */
export type { NavItem } from "./layout/nav.ts";
export { DEFAULT_PREFERENCES, readPreferences, type Preferences } from "./layout/preferences.ts";
export { readSort, type Sort } from "./list/search-params.ts";
export type { FormResult, RefusalTexts, RefusalView } from "./form/refusal-view.ts";
export { FACES, type Face } from "./form/faces.ts";
export { readWeeklyHours, type HoursFault, type WeeklyHours } from "./form/weekly-hours.ts";
export type { SearchAnswer, SearchHit } from "./overlay/palette-search.ts";
export type { Place } from "./picture/place.ts";
export { fill } from "./messages/fill.ts";
export type { Tone } from "./show/tone.ts";
