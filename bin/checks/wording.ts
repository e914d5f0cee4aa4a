import { matches, type Finding, type Rule, type SourceFile } from "./repo.ts";

/** Files that must be able to name what they forbid. */
const OWN = /^bin\/checks\/wording(\.test)?\.ts$/;

const FORBIDDEN: readonly { readonly pattern: RegExp; readonly why: string; readonly where?: RegExp }[] = [
  { pattern: /\b(?:TODO|FIXME|XXX)\b|[Cc]oming soon|[Ll]orem ipsum|敬请期待/g, why: "unfinished work is not landed" },
  { pattern: /(?<![\w.:/-])\/(work|root|home\/\w+|Users\/\w+)\/[\w.-]+/g, why: "a path of one machine", where: /\.(tsx?|mjs|json|css|sql)$/ },
  { pattern: /registry\.[a-z]+[a-z.]*\.(org|com|cn|net)/g, why: "no registry is named; everyone uses their own" },
  { pattern: /\b(test|it|describe)\.(skip|only|todo|fails)\b/g, why: "every test runs", where: /\.test\.tsx?$/ },
  { pattern: /@ts-(nocheck|ignore)|(eslint|oxlint)-disable(?!-(next-)?line)/g, why: "no switch for a whole file", where: /\.(tsx?|mjs)$/ },
];

const VAGUE_NAME = /(^|\/)(utils?|helpers?|common|misc|managers?|data)(\.[\w.]+)?(\/|$)/;

/** Words, switches and names the house does without. */
export const wording: Rule = {
  name: "words, switches and names",
  check: (files) => [...files.flatMap((file) => [...forbiddenIn(file)]), ...files.filter(({ path }) => VAGUE_NAME.test(path)).map(vague)],
};

function* forbiddenIn({ path, text }: SourceFile): Generator<Finding> {
  if (OWN.test(path) || path === "package-lock.json") return;
  for (const { pattern, why, where } of FORBIDDEN) {
    if (where && !where.test(path)) continue;
    for (const { line, match } of matches(text, pattern)) yield { path, line, message: `"${match[0]}": ${why}` };
  }
}

const vague = ({ path }: SourceFile): Finding => ({ path, message: "a name that says nothing; name what it holds" });
