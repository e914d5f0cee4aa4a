import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { matches, productSources, withoutComments, type Finding, type Rule, type SourceFile } from "./repo.ts";

/** A tree of words: sentences, or functions that make one. */
type Words = { readonly [key: string]: Words | string | ((...values: never[]) => string) };
interface Bundle {
  readonly path: string;
  readonly zh: Words;
  readonly en: Words;
}

/** A reason given outright, or for a field; a permission granted has a reason too, but no sentence. */
const REASON = /new Refusal\(\s*"\w+",\s*"([\w.]+)"|(?<!allow: true.*)\breason: "(\w+\.\w+)"/g;
/** A reason put together from a decider's answer: its slice, and what stands before the answer. */
const BUILT_REASON = /`(\w+\.\w*)\$\{/g;

/** Every reason for a refusal has a sentence in both languages, and both languages say the same things. */
export function completeMessages(root: string): Rule {
  return {
    name: "messages in Chinese and English",
    async check(files) {
      const bundles = await readBundles(root, files);
      return [...bundles.flatMap(({ path, zh, en }) => [...differences(path, zh, en)]), ...missingRefusals(files, bundles)];
    },
  };
}

async function readBundles(root: string, files: readonly SourceFile[]): Promise<Bundle[]> {
  const paths = files.map(({ path }) => path).filter((path) => /^src\/[^/]+\/messages\/zh\.ts$/.test(path));
  return Promise.all(paths.map(async (path) => {
    const load = async (language: string) => (await import(pathToFileURL(join(root, path.replace("zh.ts", `${language}.ts`))).href))[language] as Words;
    return { path, zh: await load("zh"), en: await load("en") };
  }));
}

/** Where the two languages differ in shape: a key only one has, a sentence against a function, an empty sentence. */
export function* differences(path: string, zh: Words, en: Words, at = ""): Generator<Finding> {
  for (const key of new Set([...Object.keys(zh), ...Object.keys(en)])) {
    const [chinese, english, name] = [zh[key], en[key], `${at}${key}`];
    if (chinese === undefined || english === undefined) yield { path, message: `${name} stands only in ${english === undefined ? "Chinese" : "English"}` };
    else if (typeof chinese !== typeof english) yield { path, message: `${name} is a ${typeof chinese} in Chinese, a ${typeof english} in English` };
    else if (typeof chinese === "object" && typeof english === "object") yield* differences(path, chinese, english, `${name}.`);
    else if (chinese === "" || english === "") yield { path, message: `${name} is empty` };
  }
}

/** Reasons in the code without a sentence, and sentences for reasons that no code gives any more. */
export function missingRefusals(files: readonly SourceFile[], bundles: readonly Bundle[]): Finding[] {
  const sentences = new Map(bundles.flatMap(({ path, zh }) => Object.keys((zh["refusals"] as Words | undefined) ?? {}).map((reason) => [reason, path])));
  const findings: Finding[] = [];
  const sources = productSources(files).filter(({ path }) => !path.includes("/messages/") && !path.startsWith("src/app/gallery/"));
  for (const { path, text } of sources) {
    const lacking = new Map<string, number>();
    for (const { line, match } of matches(withoutComments(text), REASON)) {
      const reason = match[1] ?? match[2] ?? "";
      if (!sentences.has(reason) && !lacking.has(reason)) lacking.set(reason, line);
    }
    for (const [reason, line] of lacking) findings.push({ path, line, message: `"${reason}" has no sentence in messages/*.ts under refusals` });
  }
  const all = sources.map(({ text }) => text).join("\n");
  const built = [...new Set([...all.matchAll(BUILT_REASON)].map(([, prefix]) => prefix!))];
  const isBuilt = (reason: string) => built.some((prefix) => reason.startsWith(prefix) && all.includes(`"${reason.slice(prefix.length)}"`));
  for (const [reason, path] of sentences) {
    if (!all.includes(`"${reason}"`) && !isBuilt(reason)) findings.push({ path, message: `refusals["${reason}"] is given by no code` });
  }
  return findings;
}
