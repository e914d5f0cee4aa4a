import { resetSecondFactorCommand } from "../identity/index.ts";
import { registerPreviewCommand } from "../register/cli/index.ts";
import { onInstallation } from "./on-installation.ts";
import { auditVerifyCommand } from "./operate/audit-verify.ts";
import { backupCommand, restoreCommand } from "./operate/backup-commands.ts";
import { doctorCommand } from "./operate/doctor.ts";
import { startCommand } from "./start.ts";

/** One command of the terminal. */
export interface Command {
  readonly name: readonly string[];
  readonly usage: string;
  run(args: readonly string[]): Promise<void>;
}

/** Every command; a slice's own live in its `cli` folder. */
export const commands: readonly Command[] = [startCommand, backupCommand, restoreCommand, doctorCommand, auditVerifyCommand, resetSecondFactorCommand(onInstallation), registerPreviewCommand];
