import { isRefusal } from "../kernel/refusal.ts";
import { commands } from "./commands.ts";
import { refusalText } from "./refusals.ts";

/** `linli <words …>`: finds the command whose words come first, the longest one winning. */
async function main(argv: readonly string[]): Promise<void> {
  const command = commands.filter(({ name }) => name.every((word, index) => argv[index] === word)).sort((a, b) => b.name.length - a.name.length)[0];
  if (!command) {
    console.error(["用法 Usage:", ...commands.map(({ usage }) => `  linli ${usage}`)].join("\n"));
    process.exitCode = 2;
    return;
  }
  await command.run(argv.slice(command.name.length));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(isRefusal(error) ? `${refusalText(error.reason, "zh")}\n${refusalText(error.reason, "en")}` : error.message);
  if (process.env.LINLI_DEBUG) console.error(error);
  process.exitCode = 1;
}
