/** The door of documents: standard forms made of a case or of a group. */
export { documentsPanel } from "./service/documents-panel.ts";
export { SHIPPED } from "./model/shipped/index.ts";
export { makeDocument } from "./service/make-document.ts";
export { makeGroupDocument } from "./service/make-group-document.ts";
export { changeTemplate } from "./service/change-template.ts";
