import { readFileSync } from "node:fs";

/** Which slice may enter which, through its index.ts. Acyclic; a new pair is a decision, taken in slices.json. */
const allowed = JSON.parse(readFileSync(new URL("slices.json", import.meta.url), "utf8"));
const slices = Object.keys(allowed);
const anySlice = `^src/(?:${slices.join("|")})/`;

/** Tests, and the builders tests share, may look behind the scenes. */
const TESTS = "\\.test\\.tsx?$|(^|[/-])testing(\\.ts$|/)|/testing-|/fixtures/";
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** Kernel ← platform ← slices ← app. */
const house = [
  forbid("kernel-stands-alone", "the kernel imports nothing of ours and does no I/O", { path: "^src/kernel/", pathNot: TESTS }, { path: "^(src/(?!kernel/)|node:)" }),
  forbid("platform-knows-no-domain", "machinery may be used by every slice, so it knows none", { path: "^src/platform/", pathNot: TESTS }, { path: `${anySlice}|^src/app/` }),
  forbid("nobody-imports-app", "the composition root is the end", { path: "^src/(?!app/)", pathNot: TESTS }, { path: "^src/app/" }),
  forbid("app-enters-by-the-door", "also the composition root enters a slice through its index.ts, pages, api, cli, jobs, messages or routes", { path: "^src/app/", pathNot: TESTS }, { path: `${anySlice}(store|model|service)/` }),
];

/** Inside a slice: model ← store ← service ← faces. */
const layers = [
  forbid("model-is-pure", "a model imports the kernel, its own model, and the words of access (pure as well)", { path: "^src/([^/]+)/model/", pathNot: TESTS }, { path: "^src/", pathNot: "^src/(kernel|$1/model|platform/access)/" }),
  forbid("model-does-no-io", "a model touches no disk, network or process", { path: "^src/[^/]+/model/", pathNot: TESTS }, { path: "^(?:node:)?(fs|net|http|https|child_process|worker_threads|dns|os|process|timers)(/|$)|^node_modules/(pg|kysely|hono|react|exceljs)/" }),
  forbid("store-below-service", "a store answers to its services", { path: "^src/([^/]+)/store/", pathNot: TESTS }, { path: "^src/$1/(service|pages|api|cli|jobs)/" }),
  forbid("service-below-faces", "a service does not know who asks", { path: "^src/([^/]+)/service/", pathNot: TESTS }, { path: "^src/$1/(pages|api|cli|jobs)/" }),
  forbid("faces-go-through-services", "no page, endpoint, command or job can skip authorisation", { path: `${anySlice}(pages|api|cli|jobs)/`, pathNot: TESTS }, { path: `${anySlice}store/` }),
];

/** Between slices: by index.ts, along the allowed pairs. */
const neighbours = [
  forbid("through-the-door", "another slice is entered through its index.ts (tests: also testing.ts)", { path: "^src/([^/]+)/", pathNot: "^src/app/" }, { path: `${anySlice}`, pathNot: "^src/($1/|[^/]+/(index|testing)\\.tsx?$)" }),
  ...slices.map((slice) => forbid(
    `${slice}-enters-allowed-slices`, "see slices.json; a new direction is a decision",
    { path: `^src/${slice}/`, pathNot: TESTS }, { path: anySlice, pathNot: `^src/(?:${[slice, ...allowed[slice]].join("|")})/` })),
];

const general = [
  forbid("no-circular", "two files that need each other at work are one; types may refer back", {}, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }),
  forbid("no-tests-in-product", "what runs does not lean on tests", { path: "^src/", pathNot: TESTS }, { path: TESTS }),
  forbid("resolvable", "every import can be found", { path: "^(src|bin|e2e|bench)/" }, { couldNotResolve: true, pathNot: "\\?url$|^virtual:|\\+types/" }),
  forbid("no-undeclared-package", "what is imported stands in package.json", { path: "^(src|bin|e2e|bench)/" }, { dependencyTypes: ["npm-no-pkg", "npm-unknown"] }),
  forbid("no-dev-package-in-product", "what runs is installed for running", { path: "^src/(?!platform/testing/)", pathNot: `${TESTS}|^src/app/routes\\.ts$` }, { dependencyTypes: ["npm-dev"], pathNot: "^node_modules/@types/" }),
];

export default {
  forbidden: [...house, ...layers, ...neighbours, ...general],
  options: {
    // TypeScript 7 has no parser to borrow; swc reads type imports as well.
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^build/" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"], exportsFields: ["exports"], conditionNames: ["import", "node", "default"], mainFields: ["module", "main"] },
    tsConfig: { fileName: "tsconfig.json" },
  },
};
