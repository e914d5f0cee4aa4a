import type { Entry, IncidentKind, Severity, Standing, Told } from "./incident.ts";

/** A duty to tell somebody of an incident: data, since laws and local rules change and differ. */
export interface DutyRule {
  readonly key: string;
  readonly to: Told;
  readonly standings: readonly Standing[];
  readonly kinds: readonly IncidentKind[];
  /** The least severity it holds for. */
  readonly from: Severity;
  /** Within so many hours after it was learnt of; 0 is at once. */
  readonly withinHours: number;
  /** The law asks for it: nothing else comes first. */
  readonly mandatory: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly sourceZh: string;
  readonly sourceEn: string;
  /** Whether somebody has compared it with the official text; shown as 未核实 until then. */
  readonly verified: boolean;
}

const HARM: readonly IncidentKind[] = ["violence", "sexual", "neglect", "exploitation", "missing", "danger"];
const ANY: readonly IncidentKind[] = [...HARM, "self_harm", "accident"];

/** Whoever may be a child counts as one until it is known. */
const CHILD: readonly Standing[] = ["minor", "unknown"];

const DUTY_RULES: readonly DutyRule[] = [
  {
    key: "child-police", to: "police", standings: CHILD, kinds: HARM, from: "low", withinHours: 0, mandatory: true, validFrom: "2021-06-01", validTo: null,
    sourceZh: "未成年人保护法（2020 年修订）第十一条：密切接触未成年人的单位及其工作人员应当立即报告", sourceEn: "Law on the Protection of Minors (2020), art. 11: organisations in close contact with minors report at once", verified: false,
  },
  {
    key: "dependent-police", to: "police", standings: ["dependent_adult"], kinds: ["violence", "sexual", "neglect", "exploitation"], from: "low", withinHours: 24, mandatory: true, validFrom: "2016-03-01", validTo: null,
    sourceZh: "反家庭暴力法第十四条：社会工作服务机构发现无、限制民事行为能力人疑似遭受家庭暴力应当及时报案", sourceEn: "Anti-Domestic Violence Law, art. 14: social work organisations report without delay where somebody lacks legal capacity", verified: false,
  },
  {
    key: "child-civil-affairs", to: "civil_affairs", standings: CHILD, kinds: ["neglect", "exploitation", "missing"], from: "serious", withinHours: 24, mandatory: false, validFrom: "2021-06-01", validTo: null,
    sourceZh: "未成年人保护法第九十二条：需要临时监护的，由民政部门负责", sourceEn: "Law on the Protection of Minors, art. 92: temporary guardianship lies with civil affairs", verified: false,
  },
  {
    key: "lead", to: "lead", standings: ["minor", "dependent_adult", "adult", "unknown"], kinds: ANY, from: "low", withinHours: 24, mandatory: false, validFrom: "2000-01-01", validTo: null,
    sourceZh: "机构内部规定：保护负责人在一天内看过", sourceEn: "House rule: a safeguarding lead has looked at it within a day", verified: true,
  },
  {
    key: "guardian", to: "guardian", standings: ["minor", "dependent_adult"], kinds: ["accident", "missing", "self_harm"], from: "low", withinHours: 2, mandatory: false, validFrom: "2000-01-01", validTo: null,
    sourceZh: "机构内部规定：两小时内告诉监护人；告诉会带来危险时由保护负责人写明不告诉的理由", sourceEn: "House rule: tell the guardian within two hours; where telling is dangerous a lead writes down why not", verified: true,
  },
];

/** One duty as it stands for an incident. */
export interface Duty {
  readonly rule: DutyRule;
  /** ISO instant by which it is due. */
  readonly dueAt: string;
  readonly state: "open" | "late" | "done" | "waived";
}

interface Facts { readonly standing: Standing; readonly kind: IncidentKind; readonly learntAt: string }

const RANK: Readonly<Record<Severity, number>> = { low: 0, serious: 1, critical: 2 };

/** What must be told to whom: those first that the law asks for, then by when. A lead who has looked has been told. */
export function dutiesOf({ standing, kind, learntAt }: Facts, entries: readonly Entry[], now: string): Duty[] {
  const gravest = Math.max(0, ...entries.map(({ severity }) => (severity === null ? 0 : RANK[severity])));
  const day = learntAt.slice(0, 10);
  return DUTY_RULES
    .filter((rule) => rule.standings.includes(standing) && rule.kinds.includes(kind) && RANK[rule.from] <= gravest && rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo))
    .map((rule): Duty => {
      const dueAt = new Date(Date.parse(learntAt) + rule.withinHours * 3_600_000).toISOString();
      const done = entries.some((entry) => (entry.kind === "told" && entry.toWhom === rule.to) || (rule.to === "lead" && entry.kind === "reviewed"));
      const waived = entries.some((entry) => entry.kind === "not_told" && entry.toWhom === rule.to);
      return { rule, dueAt, state: done ? "done" : waived ? "waived" : Date.parse(now) > Date.parse(dueAt) ? "late" : "open" };
    })
    .sort((a, b) => Number(b.rule.mandatory) - Number(a.rule.mandatory) || Date.parse(a.dueAt) - Date.parse(b.dueAt) || (a.rule.key < b.rule.key ? -1 : 1));
}

export const isSettled = ({ state }: Duty): boolean => state === "done" || state === "waived";

/** The report the law asks for and nobody has made yet: it comes before everything else. */
export function reportFirst(duties: readonly Duty[]): Duty | null {
  return duties.find((duty) => duty.rule.mandatory && !isSettled(duty)) ?? null;
}
