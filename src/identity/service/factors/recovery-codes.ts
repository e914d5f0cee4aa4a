import { randomBytes } from "node:crypto";
import type { Db } from "../../../platform/db/connect.ts";
import { composeRecoveryCode, readRecoveryCode, RECOVERY_CODES } from "../../model/recovery-code.ts";
import { replaceRecoveryCodes } from "../../store/factors.ts";
import { attemptHash } from "../ground.ts";

/** Makes new recovery codes for an account; they are shown once, only keyed hashes stay. */
export async function makeRecoveryCodes(db: Db, masterKey: Buffer, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => composeRecoveryCode(randomBytes(48)));
  await replaceRecoveryCodes(db, accountId, codes.map((code) => hashRecoveryCode(masterKey, accountId, code)!));
  return codes;
}

/** What is stored of a code; null for a text that cannot be one. */
export function hashRecoveryCode(masterKey: Buffer, accountId: string, text: string): Buffer | null {
  const code = readRecoveryCode(text);
  return code === null ? null : attemptHash(masterKey, `recovery|${accountId}`, code);
}
