import type { PanelSource } from "#platform/web/panels.ts";
import { messagingText } from "../messages/index.ts";
import { SEND } from "../model/policy.ts";
import { standingOptOuts } from "../store/opt-outs.ts";

/** On a person's page: what they want no more of; what they were written stands one page further. */
export const messagesPanel: PanelSource<{ readonly personId: string }> = async ({ actor, read }, { personId }, language) => {
  if (!actor.capabilities.has(SEND) || !actor.strong) return null;
  const t = messagingText[language];
  const out = await read((tx) => standingOptOuts(tx, actor.orgId, personId));
  return {
    title: t.panel.title, empty: t.panel.empty, action: { label: t.panel.open, to: `/messages/people/${personId}` },
    lines: out.map((kind) => ({ key: kind, text: t.panel.out(t.optOutKinds[kind]), chip: { label: t.panel.optedOut, tone: "due" as const } })),
  };
};
