import { matches, productSources, withoutComments, type Finding, type Rule, type SourceFile } from "./repo.ts";

/** Insights reads the views other slices publish; nobody else may look into another's schema. */
const READS_VIEWS = "insights";
const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
const QUERY = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/g;

/** SQL stands in a store and names its own slice's schema only. */
export const sqlPlaces: Rule = {
  name: "SQL in its own store",
  check(files) {
    const sources = productSources(files).filter(({ path }) => !path.endsWith(".generated.ts"));
    const slices = [...new Set(sources.map(({ path }) => sliceOf(path)))].filter((slice) => !["kernel", "platform", "app"].includes(slice));
    return sources.filter(({ path }) => slices.includes(sliceOf(path))).flatMap((file) => [...foreignSchemas(file, slices), ...strayQueries(file)]);
  },
};

const sliceOf = (path: string): string => path.split("/")[1] ?? "";

function* foreignSchemas({ path, text }: SourceFile, slices: readonly string[]): Generator<Finding> {
  const own = sliceOf(path);
  if (!path.startsWith(`src/${own}/store/`) || own === READS_VIEWS) return;
  const foreign = new RegExp(`(?<![\\w./#-])(${slices.filter((slice) => slice !== own).join("|")})\\.[a-z_]+`, "g");
  for (const { line, match } of matches(withoutComments(text), STRING)) {
    // What stands in ${…} is code, not SQL.
    for (const [named] of match[0].replace(/\$\{[^}]*\}/g, "").matchAll(foreign)) {
      yield { path, line, message: `${named} belongs to another slice; ask its service through index.ts` };
    }
  }
}

function* strayQueries({ path, text }: SourceFile): Generator<Finding> {
  if (path.includes("/store/")) return;
  for (const { line, match } of matches(withoutComments(text), QUERY)) yield { path, line, message: `${match[1]} outside the slice's store` };
}
