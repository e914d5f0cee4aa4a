import { useText } from "#platform/i18n/use-text.ts";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { volunteeringText } from "../messages/index.ts";
import type { ProgrammeFile } from "../service/programmes/show-programme.ts";
import { requirementName } from "./words.ts";

/** One version of a policy: what it asks, what age changes, what it does to those approved before. */
export function PolicyView({ policy }: { policy: ProgrammeFile["policies"][number] }) {
  const t = useText(volunteeringText);
  const { grandfathering } = policy;
  return (
    <div className="stack">
      <DataList caption={t.policy.requirements} rows={policy.requirements} rowKey={({ key }) => key} empty={null} columns={[
        { key: "name", label: t.policy.requirement, render: (one) => requirementName(one, t.kind, one.key) },
        { key: "stage", label: t.policy.stage, render: (one) => t.stage[one.stage] },
        { key: "needed", label: t.policy.needed, end: true, render: (one) => one.needed },
        { key: "valid", label: t.policy.validDays, end: true, render: (one) => (one.validDays === null ? t.policy.forever : t.policy.days(one.validDays)) },
        { key: "exempt", label: t.policy.exemptable, render: (one) => (one.exemptable ? "✓" : "—") },
      ]} />
      <DataList caption={t.policy.ages} rows={policy.ageBands} rowKey={({ fromAge }) => String(fromAge)} empty={null} columns={[
        { key: "age", label: t.policy.ages, render: (band) => t.policy.ageBand(band.fromAge, band.toAge) },
        { key: "rule", label: t.evidence.result, render: (band) => t.joined(t.policy.ageRule[band.rule], band.accompanied && band.rule !== "forbidden" ? t.policy.accompanied : "") },
        { key: "source", label: t.policy.source, render: (band) => <span className="cluster"><span className="small">{band.source}</span>{band.verified ? null : <Chip tone="due">{t.unverified}</Chip>}</span> },
      ]} />
      <p className="soft">{t.labelled(t.policy.unknownAge, t.policy.unknownAges[policy.unknownAge])}</p>
      <p className="soft">{t.labelled(t.policy.grandfathering, grandfathering.rule === "grace" ? t.noted(t.policy.rules.grace, t.policy.days(grandfathering.days)) : t.policy.rules[grandfathering.rule])}</p>
    </div>
  );
}
