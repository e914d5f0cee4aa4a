/** Runs the rules no ready-made tool knows: node bin/checks/run-checks.ts */
import { fileURLToPath } from "node:url";
import { chineseInPages } from "./chinese-in-pages.ts";
import { fileSize } from "./file-size.ts";
import { lockfile } from "./lockfile.ts";
import { completeMessages } from "./messages.ts";
import { migrations } from "./migrations.ts";
import { pairedTests } from "./paired-tests.ts";
import { readRepo, type Finding, type Rule } from "./repo.ts";
import { sqlPlaces } from "./sql-places.ts";
import { wording } from "./wording.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rules: readonly Rule[] = [fileSize, pairedTests, completeMessages(root), chineseInPages, sqlPlaces, migrations, lockfile, wording];

const files = readRepo(root);
let grave = 0;
for (const rule of rules) {
  const findings = await rule.check(files);
  for (const finding of findings) console.log(`${finding.mild ? "warning" : "error"}  ${placeOf(finding)}  ${finding.message}  [${rule.name}]`);
  grave += findings.filter(({ mild }) => !mild).length;
}
console.log(`${rules.length} rules over ${files.length} files, ${grave} broken`);
process.exitCode = grave > 0 ? 1 : 0;

function placeOf({ path, line }: Finding): string {
  return line === undefined ? path : `${path}:${line}`;
}
