/** The part of the design system without markup: for loaders, actions and code that runs without a bundler. */
export type { NavItem } from "./layout/nav.ts";
export { DEFAULT_PREFERENCES, readPreferences, type Preferences } from "./layout/preferences.ts";
;
export type { FormResult,  RefusalView } from "./form/refusal-view.ts";
export { FACES,  } from "./form/faces.ts";
export { readWeeklyHours,   } from "./form/weekly-hours.ts";
export type { SearchAnswer,  } from "./overlay/palette-search.ts";
export type { Place } from "./picture/place.ts";
export { fill } from "./messages/fill.ts";
export type { Tone } from "./show/tone.ts";
