/** The page as the digest opens it. */
export { silentFilterOf } from "./model/silent-filter.ts";
export { showSilentPairs } from "./service/show-silent-pairs.ts";
