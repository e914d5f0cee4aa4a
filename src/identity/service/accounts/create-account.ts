import { randomUUID } from "node:crypto";
import { Refusal } from "../../../kernel/refusal.ts";
import type { Db } from "../../../platform/db/connect.ts";
import { isLogin, normalizeLogin } from "../../model/login.ts";
import { insertAccount } from "../../store/accounts.ts";
import { choosePassword } from "./choose-password.ts";

export interface NewAccount {
  readonly id?: string;
  readonly login: string;
  readonly name: string;
  /** Absent for those who come by passkey, OIDC or the demo list only. */
  readonly password?: string;
  /** Made-up people, offered on the sign-in page of a demo installation. */
  readonly isDemo?: boolean;
  /** Words that must not be the password, e.g. the organisation's name. */
  readonly about?: readonly string[];
}

/** Adds an account and answers its id. It can do nothing until it is a member somewhere. */
export async function createAccount(db: Db, { id = randomUUID(), login, name, password, isDemo = false, about = [] }: NewAccount): Promise<string> {
  const plain = normalizeLogin(login);
  if (!isLogin(plain)) throw new Refusal("invalid_input", "identity.login_form", { fields: [{ field: "login", reason: "identity.login_form" }] });
  const passwordHash = password === undefined ? null : await choosePassword(password, [plain, name, ...about]);
  const added = await insertAccount(db, { id, login: plain, name: name.trim(), passwordHash, isDemo });
  if (!added) throw new Refusal("conflict", "identity.login_taken", { fields: [{ field: "login", reason: "identity.login_taken" }] });
  return added;
}
