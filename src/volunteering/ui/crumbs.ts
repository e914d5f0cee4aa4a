import type { Crumb } from "#platform/ui/layout/page-header.tsx";
import type { VolunteerPage } from "../service/volunteers/show-volunteer.ts";

/** The way back from a step about one volunteer. */
export function crumbsOf({ volunteer, card, programme }: Pick<VolunteerPage, "volunteer" | "card" | "programme">, list: string): Crumb[] {
  return [{ label: list, to: `/volunteers?programme=${programme.id}` }, { label: card.preferredName ?? card.name, to: `/volunteers/${volunteer.id}` }];
}
