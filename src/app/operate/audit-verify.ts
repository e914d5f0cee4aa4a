import { openDatabase } from "../server/database.ts";
import { readSettings } from "../server/settings.ts";
import { examineTrails } from "./doctor.ts";

/** `linli audit verify`: recomputes every organisation's chain. Keep the printed heads somewhere else to compare later. */
export const auditVerifyCommand = {
  name: ["audit", "verify"],
  usage: "audit verify",
  async run(args: readonly string[]): Promise<void> {
    const settings = readSettings(process.env, args);
    const database = await openDatabase(settings, "command");
    try {
      const findings = await examineTrails(settings, database);
      for (const { ok, what, remedy } of findings) console.log(`${ok ? "✓" : "✗"} ${what}${remedy ? `\n    → ${remedy}` : ""}`);
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
    } finally {
      await database.stop();
    }
  },
};
