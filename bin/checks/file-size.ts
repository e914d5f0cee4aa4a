import { dirname } from "node:path";
import { isTest, type Finding, type Rule, type SourceFile } from "./repo.ts";

const WARN_LINES = 250;
const MOST_LINES = 400;
const MOST_FILES_A_FOLDER = 15;
const CODE = /\.(tsx?|mjs|css)$/;
/** Words only. */
const EXEMPT = /\/messages\/|\/fixtures\/|package-lock\.json$/;
/** Written by a program: nobody aims, but a file too long for one is too long. */
const GENERATED = /\.generated\.ts$/;

export const fileSize: Rule = {
  name: "file and folder size",
  check: (files) => [...longFiles(files), ...fullFolders(files)],
};

function* longFiles(files: readonly SourceFile[]): Generator<Finding> {
  for (const { path, text } of files) {
    if (!CODE.test(path) || EXEMPT.test(path)) continue;
    const lines = text.split("\n").length - 1;
    if (lines > (GENERATED.test(path) ? MOST_LINES : WARN_LINES)) yield { path, message: `${lines} lines (at most ${MOST_LINES}, aim below ${WARN_LINES})`, mild: lines <= MOST_LINES };
  }
}

function* fullFolders(files: readonly SourceFile[]): Generator<Finding> {
  const inFolder = new Map<string, number>();
  for (const { path } of files) {
    if (!CODE.test(path) || isTest(path) || EXEMPT.test(path) || GENERATED.test(path)) continue;
    inFolder.set(dirname(path), (inFolder.get(dirname(path)) ?? 0) + 1);
  }
  for (const [path, count] of inFolder) {
    if (count > MOST_FILES_A_FOLDER) yield { path, message: `${count} files (at most ${MOST_FILES_A_FOLDER}, tests not counted)` };
  }
}
