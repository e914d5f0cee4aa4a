import { createTransport, type Transporter } from "nodemailer";
import type { Letter } from "../outbox/post-letter.ts";
import type { Carrier } from "../outbox/deliver-letter.ts";
import type { NoticeLetter } from "./notices.ts";

/** Where mail goes out. */
export interface MailSettings {
  /** `LINLI_SMTP_URL`, e.g. `smtps://user:password@mail.example.org`. */
  readonly url: string;
  /** `LINLI_MAIL_FROM`, e.g. `邻里 <linli@example.org>`. */
  readonly from: string;
}

/** The settings of the environment; undefined where no mail server is named. */
export function readMailSettings(env: NodeJS.ProcessEnv): MailSettings | undefined {
  return env.LINLI_SMTP_URL ? { url: env.LINLI_SMTP_URL, from: env.LINLI_MAIL_FROM ?? "邻里 Linli <linli@localhost>" } : undefined;
}

/**
 * Tells people by mail that something waits for them. A mail passes machines nobody here keeps: it says where to look and
 * nothing else, and whoever follows the link still has to sign in.
 *
 * @param addressesOf the mail addresses of accounts that have one and may still act for the organisation
 */
export function noticeMailer(settings: MailSettings | undefined, origin: () => string, addressesOf: (orgId: string, accountIds: readonly string[]) => Promise<string[]>): Carrier {
  const transport: Transporter | undefined = settings && createTransport(settings.url);
  return async ({ id, orgId, payload }: Letter) => {
    if (!transport) return;
    const { accountIds, link } = payload as NoticeLetter;
    for (const [index, to] of (await addressesOf(orgId, accountIds)).entries()) {
      await transport.sendMail({
        from: settings!.from, to, messageId: `<${id}.${index}@linli>`,
        subject: "邻里：有一件事请您看一下 · Linli: something for you to look at",
        text: `请登录后查看：\nPlease sign in to see it:\n\n${origin()}${link}\n`,
      });
    }
  };
}
