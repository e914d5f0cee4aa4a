import { needs } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";

/** Pages of documents. What is made of a case or of a group asks for a second factor like its own page. */
export const pages = [
  page("documents", "documents/pages/list-forms.tsx", needs("cases.work", { strong: false })),
  page("documents/case/:caseId", "documents/pages/case-documents.tsx", needs("cases.work")),
  page("documents/case/:caseId/make", "documents/pages/make-document.ts", needs("cases.work")),
  page("documents/group/:groupId", "documents/pages/group-documents.tsx", needs("groups.work")),
  page("documents/group/:groupId/make", "documents/pages/make-group-document.ts", needs("groups.work")),
  page("documents/:form", "documents/pages/edit-template.tsx", needs("cases.work", { strong: false })),
  page("documents/:form/preview", "documents/pages/preview-template.ts", needs("cases.work", { strong: false })),
];
