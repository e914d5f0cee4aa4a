import { choosePeople, listBadges, printBadges, sourceChoices, withdrawBadge } from "../../../badges/index.ts";
import { addDays } from "../../../kernel/calendar.ts";
import type { Cast } from "../demo-cast.ts";

/** Badges of whoever serves in each programme and team, printed a week ago; one was lost since. */
export async function seedBadges(cast: Cast): Promise<void> {
  const day = await cast.as("coordinator", 7);
  for (const of of await sourceChoices(day)) {
    const { people } = await choosePeople(day, of);
    if (people.length > 0) await printBadges(day, { of, person: people.slice(0, 4).map(({ personId }) => personId), validUntil: addDays(day.today, 365) });
  }
  const now = await cast.as("coordinator");
  const { rows: [badge] } = await listBadges(now);
  if (badge) await withdrawBadge(now, { badgeId: badge.id, reason: "lost" });
}
