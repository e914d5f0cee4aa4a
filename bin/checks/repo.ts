import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";

/** One text file of the repository; `path` is relative to its top, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Something a rule of the house is broken by. Only grave findings fail the build. */
export interface Finding {
  readonly path: string;
  /** Counted from 1; absent when the whole file is meant. */
  readonly line?: number;
  readonly message: string;
  readonly mild?: boolean;
}

/** A rule of the house: what it is called, and what breaks it. */
export interface Rule {
  readonly name: string;
  check(files: readonly SourceFile[]): readonly Finding[] | Promise<readonly Finding[]>;
}

const TEXT = new Set([".ts", ".tsx", ".mjs", ".cjs", ".js", ".css", ".sql", ".md", ".json", ".html", ".svg", ".yml", ""]);
const LARGEST_TEXT_BYTES = 2_000_000;

/** Every text file that git keeps or would keep. */
export function readRepo(root: string): SourceFile[] {
  const names = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8", maxBuffer: 1e8 });
  return [...new Set(names.split("\0"))]
    .filter((path) => path !== "" && TEXT.has(extname(path)) && existsSync(join(root, path)))
    .filter((path) => statSync(join(root, path)).isFile() && statSync(join(root, path)).size < LARGEST_TEXT_BYTES)
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** Code that runs or is bundled: TypeScript under src/, tests and test builders left out. */
export function productSources(files: readonly SourceFile[]): SourceFile[] {
  return files.filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !isTest(path));
}

/** Tests, their fixtures and builders. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|[/-]testing(\.ts$|\/)|\/fixtures\//.test(path);
}

/** Every match of a pattern, with its line. */
export function* matches(text: string, pattern: RegExp): Generator<{ line: number; match: RegExpExecArray }> {
  for (const match of text.matchAll(pattern)) {
    yield { line: text.slice(0, match.index).split("\n").length, match };
  }
}

/** The text with comments blanked out, lines kept. Strings that hold `//` only lose it after a space, as house style writes it. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, " "));
}
