import { expect, test } from "vitest";
import { pairedTests } from "./paired-tests.ts";

const verb = { path: "src/visits/service/log-visit.ts", text: 'import { late } from "../model/late.ts";\nexport async function logVisit() {}' };
const model = { path: "src/visits/model/late.ts", text: "export const late = (days: number): boolean => days > 7;" };
const types = { path: "src/visits/model/visit.ts", text: "export interface Visit { id: string }" };
const paths = (files: { path: string; text: string }[]) => pairedTests.check(files);

test("a verb wants a test of its slice that imports it; types want none", () => {
  expect(paths([verb, types])).toMatchObject([{ path: verb.path }]);
  expect(paths([verb, types, { path: "src/visits/service/log-visit.test.ts", text: 'import { logVisit } from "./log-visit.ts";' }])).toEqual([]);
  expect(paths([verb, { path: "src/other/service/log.test.ts", text: 'import { logVisit } from "#visits/service/log-visit.ts";' }])).toHaveLength(1);
});

test("a part of the model is tested through what uses it", () => {
  const through = { path: "src/visits/service/visits.test.ts", text: 'import { logVisit } from "./log-visit.ts";' };
  expect(paths([verb, model])).toHaveLength(2);
  expect(paths([verb, model, through])).toEqual([]);
});
