import { ACTIVITY_TOPIC } from "../../activities/index.ts";
import { mailAddressesOf, personsOfAccounts } from "../../identity/index.ts";
import { MESSAGE_TOPIC } from "../../messaging/index.ts";
import { whoAllows } from "../../people/index.ts";
import { noticeMailer, type MailSettings } from "../../platform/notify/mail-notice.ts";
import { NOTICE_TOPIC } from "../../platform/notify/notices.ts";
import type { TextChannel } from "../../platform/notify/text-channels.ts";
import type { Carrier } from "../../platform/outbox/deliver-letter.ts";
import type { Installation } from "../../platform/web/context.ts";
import { APPLICATION_TOPIC } from "../../volunteering/index.ts";
import { carryActivity } from "./carry-activity.ts";
import { carryApplicant } from "./carry-applicant.ts";
import { carryMessages } from "./carry-message.ts";

/** How letters leave. */
interface WaysOut {
  readonly origin: () => string;
  readonly mail: MailSettings | undefined;
  readonly channels: readonly TextChannel[];
}

/** Who takes each kind of letter outside. Whom a letter may still reach is asked as it leaves, not when it was written. */
export function carriersOf(installation: Installation, { origin, mail, channels }: WaysOut): ReadonlyMap<string, Carrier> {
  return new Map([
    [ACTIVITY_TOPIC, carryActivity(installation, channels)],
    [APPLICATION_TOPIC, carryApplicant(installation, channels)],
    [MESSAGE_TOPIC, carryMessages(installation, channels)],
    [NOTICE_TOPIC, noticeMailer(mail, origin, (orgId, accountIds) => reachableBy(installation, orgId, accountIds))],
  ]);
}

/** Mail addresses of those who may still act here and, where they are people of the register too, let themselves be contacted and their data be kept. */
async function reachableBy(installation: Installation, orgId: string, accountIds: readonly string[]): Promise<string[]> {
  const session = installation.systemSession(orgId, { name: "Linli", role: "system" });
  return session.read(async (tx) => {
    const persons = await personsOfAccounts(tx, orgId, accountIds);
    const reachable = await whoAllows(tx, orgId, [...await whoAllows(tx, orgId, [...new Set(persons.values())], "contact", session.today)], "keep_data", session.today);
    return mailAddressesOf(tx, orgId, accountIds.filter((id) => !persons.has(id) || reachable.has(persons.get(id)!)));
  });
}
