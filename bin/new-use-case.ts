/**
 * Writes the files of a new use case, with a test that fails until it is done:
 *   bin/new-use-case visits/log-visit
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const NAME = /^([a-z]+)\/([a-z]+(?:-[a-z0-9]+)+)$/;

/** Writes service and test of `slice/verb-noun` under `root`; answers the paths. Never overwrites. */
export function writeUseCase(root: string, name: string): string[] {
  const [, slice, verb] = NAME.exec(name) ?? [];
  if (!slice || !verb) throw new Error(`"${name}" is not slice/verb-noun, such as visits/log-visit`);
  if (!existsSync(join(root, "src", slice))) throw new Error(`There is no slice src/${slice}. Make the folder (and its line in slices.json) first.`);
  const files = { [`src/${slice}/service/${verb}.ts`]: service(slice, verb), [`src/${slice}/service/${verb}.test.ts`]: test(slice, verb) };
  for (const path of Object.keys(files)) {
    if (existsSync(join(root, path))) throw new Error(`${path} is there already`);
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return Object.keys(files);
}

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string): string => camel(`-${name}`);

function service(slice: string, verb: string): string {
  return `import { z } from "zod";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";

/** What is asked for. Form, endpoint and command share this schema. */
export const ${pascal(verb)} = z.object({ id: z.uuid() });
export type ${pascal(verb)} = z.output<typeof ${pascal(verb)}>;

/** Load, authorise, decide, save, audit, in one transaction. */
export async function ${camel(verb)}(session: Session, input: ${pascal(verb)}): Promise<{ id: string }> {
  requireCapability(session.actor, "${slice}.manage");
  return session.write("${slice}.${verb}", input, async (tx) => {
    await recordAudit(tx, session.actor, { action: "${slice}.${verb}", subjectKind: "${slice}", subjectId: input.id });
    return { id: input.id };
  });
}
`;
}

function test(slice: string, verb: string): string {
  const name = camel(verb);
  return `import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { ${name} } from "./${verb}.ts";

const t = testDatabase();
const id = randomUUID();

test("${name} does what it promises", async () => {
  const worker = anActor({ capabilities: ["${slice}.manage"] });
  const answer = await ${name}(sessionOf(worker, t), { id });
  expect.fail(\`say in a line of test what has changed, then make it so: \${JSON.stringify(answer)}\`);
});

test("without the right to it, ${name} does nothing", async () => {
  const stranger = anActor();
  await expect(${name}(sessionOf(stranger, t), { id })).rejects.toMatchObject({ kind: "forbidden" });
});
`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const paths = writeUseCase(fileURLToPath(new URL("..", import.meta.url)), process.argv[2] ?? "");
    console.log(`${paths.join("\n")}\nNow: npx vitest ${paths[1]}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
