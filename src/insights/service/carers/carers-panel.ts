import { personCards } from "#people/index.ts";
import type { PanelSource } from "#platform/web/panels.ts";
import { formatNumber } from "#platform/i18n/numbers.ts";
import { insightsText } from "../../messages/index.ts";
import { carersNear, mayReadCarers } from "./near-carers.ts";

const TONES = { many: "late", some: "due", few: "ok" } as const;

/** On a case: those who care for them, how it stands with each, and what they had; in a carer's own case the same of themselves. */
export const carersPanel: PanelSource = async (session, { personId }, language) => {
  if (!mayReadCarers(session)) return null;
  const { actor: { orgId }, today } = session;
  const { carers: t } = insightsText[language];
  return session.read(async (tx) => {
    const near = await carersNear(tx, orgId, today, [personId]);
    if (near.length === 0) return null;
    const cards = await personCards(tx, orgId, near.map(({ carerId }) => carerId));
    return {
      title: t.panel,
      lines: near.filter(({ carerId }) => cards.get(carerId)?.withheldOn === null).map(({ carerId, points, band, relief }) => ({
        key: carerId, text: cards.get(carerId)!.preferredName ?? cards.get(carerId)!.name, to: `/carers/${carerId}`, note: t.had(formatNumber(relief.minutes / 60, language, 1), relief.talks, relief.groups),
        chip: band === null ? { label: t.unasked, tone: "plain" as const } : { label: t.strainNow(points.at(-1)!.total, t.bands[band] ?? band), tone: TONES[band as keyof typeof TONES] ?? ("plain" as const) },
      })),
    };
  });
};
