import { needs } from "../platform/access/policy.ts";
import { page } from "../platform/web/page-route.ts";

/** Pages of the register import. */
export const pages = [
  page("register", "register/pages/list-imports.tsx", needs("register.import")),
  page("register/template", "register/pages/download-template.ts", needs("register.import")),
  page("register/:importId", "register/pages/show-import.tsx", needs("register.import")),
  page("register/:importId/faulty", "register/pages/download-faulty.ts", needs("register.import")),
];
