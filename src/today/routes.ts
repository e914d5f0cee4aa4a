import { needs } from "../platform/access/policy.ts";
import { page } from "../platform/web/page-route.ts";

/** The home. Names stand on it, so for roles with files it wants the second factor, which their sources ask for themselves. */
export const pages = [page("", "today/pages/home.tsx", needs("today.read", { strong: false }))];
