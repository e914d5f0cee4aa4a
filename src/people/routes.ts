import { needs, signedIn } from "../platform/access/policy.ts";
import { page } from "../platform/web/page-route.ts";

/** Pages of people. All hold personal files, so all want a second factor. */
export const pages = [
  page("people", "people/pages/list-people.tsx", needs("people.read")),
  page("people/map", "people/pages/map-people.tsx", needs("people.read")),
  page("people/new", "people/pages/new-person.tsx", needs("people.write")),
  page("people/export", "people/pages/export-people.tsx", needs("people.read")),
  page("people/export.xlsx", "people/pages/download-people.ts", needs("people.read")),
  page("people/birthdays", "people/pages/birthdays/list-birthdays.tsx", needs("people.read")),
  page("people/duties", "people/pages/consents/list-duties.tsx", needs("people.read")),
  page("people/:personId", "people/pages/show-person.tsx", needs("people.read")),
  page("people/:personId/edit", "people/pages/edit-person.tsx", needs("people.write")),
  page("people/:personId/facts", "people/pages/person-facts.tsx", needs("people.write")),
  page("people/:personId/birthday", "people/pages/birthdays/person-birthday.tsx", needs("people.write")),
  page("people/:personId/consents", "people/pages/consents/person-consents.tsx", needs("people.write")),
  page("people/:personId/relations", "people/pages/person-relations.tsx", needs("people.write")),
  page("people/:personId/family", "people/pages/person-family.tsx", needs("people.read")),
  page("people/:personId/merge", "people/pages/merge-person.tsx", needs("people.write")),
  page("people/:personId/answer", "people/pages/access/answer-sheet.tsx", needs("people.write")),
  page("people/:personId/readings", "people/pages/access/person-readings.tsx", needs("people.read")),
  page("my-file", "people/pages/access/my-file.tsx", signedIn()),
];
