import { Refusal } from "../../../kernel/refusal.ts";
import { normalizeLogin } from "../../model/login.ts";
import { findAccountByLogin } from "../../store/accounts.ts";
import { verifyPassword } from "../accounts/hash-password.ts";
import type { Ground } from "../ground.ts";
import { limitAttempts } from "./limit-attempts.ts";
import { startSession, type StartedSession } from "./start-session.ts";

export interface SignIn {
  readonly login: string;
  readonly password: string;
  readonly address: string;
  readonly agent?: string;
}

/** Signs in with login and password. One answer for every failure: whether a login exists is nobody's business. */
export async function signIn(ground: Ground, { login, password, address, agent = "" }: SignIn): Promise<StartedSession> {
  const account = await provePassword(ground, { login, password, address });
  return startSession(ground, account, { by: "password", strong: false, agent });
}

/** The account whose login and password these are. */
export async function provePassword(ground: Ground, { login, password, address }: Omit<SignIn, "agent">): Promise<{ id: string; name: string }> {
  const plain = normalizeLogin(login);
  const account = await limitAttempts(ground, { kind: "password", subject: plain, address }, async () => {
    const found = await findAccountByLogin(ground.db, plain);
    const fits = await verifyPassword(found?.passwordHash ?? null, password);
    return fits && found && !found.disabledAt ? found : null;
  });
  if (!account) throw new Refusal("invalid_input", "identity.wrong_password");
  return account;
}
