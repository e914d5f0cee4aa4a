import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { backup } from "../../platform/backup/backup.ts";
import { restore } from "../../platform/backup/restore.ts";
import { openDatabase } from "../server/database.ts";
import { readSettings } from "../server/settings.ts";

/** `linli backup [FOLDER]`: one instant of everything, while the server goes on working. */
export const backupCommand = {
  name: ["backup"],
  usage: "backup [FOLDER]",
  async run(args: readonly string[]): Promise<void> {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { demo: { type: "boolean" } } });
    const settings = readSettings(process.env, args);
    const now = new Date();
    const folder = resolve(positionals[0] ?? join(settings.dataDir, "..", `linli-backup-${now.toISOString().slice(0, 19).replaceAll(/[:T]/g, "")}`));
    const database = await openDatabase(settings, "command");
    try {
      const { tables } = await backup(database.owner, folder, now);
      console.log(`已备份 ${tables.length} 张表、${tables.reduce((sum, table) => sum + table.rows, 0)} 行 → ${folder}`);
      console.log(`请另外保管主密钥 ${join(settings.dataDir, "master.key")}：没有它，身份证号等加密内容无法打开。Keep the master key apart.`);
    } finally {
      await database.stop();
    }
  },
};

/** `linli restore FOLDER`: into an empty installation, all or nothing. */
export const restoreCommand = {
  name: ["restore"],
  usage: "restore FOLDER",
  async run(args: readonly string[]): Promise<void> {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { demo: { type: "boolean" } } });
    const folder = positionals[0];
    if (!folder) throw new Error("Which folder? linli restore FOLDER");
    const database = await openDatabase(readSettings(process.env, args), "command");
    try {
      const { tables, takenAt } = await restore(database.owner, resolve(folder));
      console.log(`已恢复 ${takenAt} 的备份：${tables.reduce((sum, table) => sum + table.rows, 0)} 行。请把当时的主密钥放回数据文件夹。Put that installation's master key back.`);
    } finally {
      await database.stop();
    }
  },
};
