import { Refusal } from "../../../kernel/refusal.ts";
import { judgePassword, PASSWORD_MIN_LENGTH } from "../../model/password-rule.ts";
import { hashPassword } from "./hash-password.ts";

/** Judges a new password and hashes it. */
export async function choosePassword(password: string, about: readonly string[]): Promise<string> {
  const fault = judgePassword(password, about);
  if (fault) {
    const params = { min: PASSWORD_MIN_LENGTH };
    throw new Refusal("invalid_input", fault, { params, fields: [{ field: "password", reason: fault, params }] });
  }
  return hashPassword(password);
}
