import { addDays } from "../../kernel/calendar.ts";
import { addHonour, applyForCertificate, askCorrection, decideHours, issueCertificate, listHours, stepApplication } from "../../hours/index.ts";
import type { Cast } from "./demo-cast.ts";

/** Meetings older than this are confirmed; the week's own still wait. */
const CONFIRMED_AFTER_DAYS = 7;
/** As many pages as there can be. */
const MOST_PAGES = 20;

/** Hours of the meetings: the older ones confirmed, one certificate issued and put on show, one application and one request waiting. */
export async function seedHours(cast: Cast): Promise<void> {
  const coordinator = await cast.as("coordinator");
  const until = addDays(coordinator.today, -CONFIRMED_AFTER_DAYS);
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { page: { rows } } = await listHours(coordinator, { show: "pending", until });
    if (rows.length === 0) break;
    await decideHours(coordinator, { ids: rows.map(({ id }) => id), kind: "confirmed" });
  }
  const { page: { rows: confirmed } } = await listHours(coordinator, { show: "confirmed" });
  const volunteer = await cast.as("volunteer");
  const mine = confirmed.find(({ personId }) => personId === volunteer.actor.personId);
  const other = confirmed.find(({ personId }) => personId !== volunteer.actor.personId);
  const period = { fromOn: `${coordinator.today.slice(0, 4)}-01-01`, untilOn: coordinator.today, purpose: "学校社会实践学分" };
  if (mine) {
    const { id: applicationId } = await applyForCertificate(volunteer, null, period);
    await stepApplication(coordinator, { applicationId, step: "accepted" });
    await issueCertificate(coordinator, applicationId, { head: "周敏", contact: "0871-65500000", notes: "" });
    await addHonour(coordinator, mine.personId, { kind: "thanks", title: "感谢您每周陪他出门", givenBy: "老友的家人", givenOn: coordinator.today });
    await askCorrection(volunteer, { entryId: mine.id, words: "这一次其实多陪了半小时，签到表上有。" });
  }
  if (other) await applyForCertificate(coordinator, other.personId, period);
}
