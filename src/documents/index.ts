/** The door of documents: standard forms made of a case. */
export { documentsPanel } from "./service/documents-panel.ts";
export { SHIPPED } from "./model/shipped/index.ts";
export { makeDocument } from "./service/make-document.ts";
export { changeTemplate } from "./service/change-template.ts";
