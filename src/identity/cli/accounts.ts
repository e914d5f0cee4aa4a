import { Refusal } from "../../kernel/refusal.ts";
import { resetSecondFactor } from "../service/factors/reset-second-factor.ts";
import type { Ground } from "../service/ground.ts";

/** Runs work on the installation of this machine and closes it again. */
export type OnInstallation = <T>(work: (ground: Ground) => Promise<T>) => Promise<T>;

/** `linli accounts reset-second-factor LOGIN`: for the operator, when somebody lost phone and recovery codes. */
export const resetSecondFactorCommand = (onInstallation: OnInstallation) => ({
  name: ["accounts", "reset-second-factor"],
  usage: "accounts reset-second-factor LOGIN",
  async run([login]: readonly string[]): Promise<void> {
    if (!login) throw new Refusal("invalid_input", "identity.no_such_login");
    const { name, organizations } = await onInstallation((ground) => resetSecondFactor(ground, login));
    console.log(`${name}：已移除第二步验证，所有登录都已结束；下次登录时重新设置。已记入 ${organizations} 个机构的操作记录。`);
    console.log(`${name}: second factors removed and every session ended; a new one is set up at the next sign-in. Noted in the audit trail of ${organizations} organisation(s).`);
  },
});
