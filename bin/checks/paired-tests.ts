import { dirname, join } from "node:path/posix";
import { isTest, productSources, type Finding, type Rule, type SourceFile } from "./repo.ts";

const EXPORTS_A_FUNCTION = /^export (?:async )?function |^export const \w+(?:: [^=]+)? = (?:async )?(?:<[^>]+>)?\(.*\)(?:: .+)? =>/m;
const IMPORT = /from "(\.{1,2}\/[^"]+|#[^"]+)"/g;

/**
 * Every verb that a face or another slice calls (a service file that exports the function it is named after) is imported by a test of its slice; everything else
 * that a model or a service computes is at least reached from such a test.
 */
export const pairedTests: Rule = {
  name: "a test for every verb",
  check(files) {
    const graph = new Map(files.filter(({ path }) => path.startsWith("src/")).map((file) => [file.path, importsOf(file)]));
    return productSources(files).filter(isBehaviour).flatMap((file): Finding[] => {
      const direct = testsOf(file, files).flatMap(({ path }) => graph.get(path) ?? []);
      const tested = isVerb(file) && isCalled(file, graph) ? direct.includes(file.path) : reach(direct, graph).has(file.path);
      return tested ? [] : [{ path: file.path, message: isVerb(file) && isCalled(file, graph) ? "no test of its slice imports this verb" : "no test of its slice reaches it" }];
    });
  },
};

function isBehaviour({ path, text }: SourceFile): boolean {
  return /^src\/[^/]+\/(model|service)\/.*\.ts$/.test(path) && EXPORTS_A_FUNCTION.test(text);
}

/** `service/advance-case.ts` that exports `advanceCase`. */
function isVerb({ path, text }: SourceFile): boolean {
  const name = /\/service\/(?:.*\/)?([a-z0-9]+(?:-[a-z0-9]+)+)\.ts$/.exec(path)?.[1]?.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return name !== undefined && new RegExp(`^export (?:async )?(?:function|const) ${name}\\b`, "m").test(text);
}

/** Called from outside the services: by a face, or by another slice through the door. What only other services use is reached by their tests. */
function isCalled({ path }: SourceFile, graph: ReadonlyMap<string, readonly string[]>): boolean {
  const slice = path.split("/").slice(0, 2).join("/");
  return [...graph].some(([from, to]) => !isTest(from) && to.includes(path) && (from === `${slice}/index.ts` || new RegExp(`^${slice}/(pages|api|cli|jobs)/`).test(from)));
}

function testsOf({ path }: SourceFile, files: readonly SourceFile[]): SourceFile[] {
  const slice = path.split("/").slice(0, 2).join("/");
  return files.filter((file) => file.path.startsWith(`${slice}/`) && isTest(file.path));
}

function importsOf({ path, text }: SourceFile): string[] {
  return [...text.matchAll(IMPORT)].map(([, to = ""]) => (to.startsWith("#") ? `src/${to.slice(1)}` : join(dirname(path), to)));
}

function reach(from: readonly string[], graph: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set<string>();
  const next = [...from];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    next.push(...(graph.get(path) ?? []));
  }
  return seen;
}
