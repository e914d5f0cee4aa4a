import { z } from "zod";
import { ASKED, type AskedStep } from "./steps.ts";

const Lines = z.array(z.string().trim().min(1).max(200)).max(12);

/** What a step needs, and what support there is for whoever takes it. */
const StepOfPath = z.object({
  needs: Lines,
  support: Lines,
  /** On so many different days on the step below somebody may be asked. */
  afterTimes: z.number().int().min(0).max(200),
});

export const PathContent = z.object({
  steps: z.object({ helping: StepOfPath, organising: StepOfPath, leading: StepOfPath }),
  /** After "not now" nobody asks again before so many days, unless the person named a day. */
  askAgainDays: z.number().int().min(7).max(730),
  /** What somebody who is still served does not get to see while they help. */
  limits: Lines,
});
export type PathContent = z.output<typeof PathContent>;

export interface PathVersion {
  readonly version: number;
  readonly fromOn: string;
  readonly content: PathContent;
  /** When somebody compared it with what the organisation agreed on; null: 未核实. */
  readonly verified: string | null;
}

/** The house's own path, until an organisation writes its own. Source: the programme's practice and MENTOR, Elements of Effective Practice (4th ed.); not a rule of law. */
export const HOUSE_PATH: PathVersion = {
  version: 0, fromOn: "2000-01-01", verified: null,
  content: {
    steps: {
      helping: { needs: ["自己愿意，随时可以停", "来过几次，熟悉这里的人", "说好做什么、做多久"], support: ["第一次有人陪着一起做", "每次结束聊五分钟", "路费和误餐按规定报销"], afterTimes: 3 },
      organising: { needs: ["帮过几次忙", "愿意提前准备、事后收拾", "上过一次组织小活动的课"], support: ["一位社工一起排日程", "有现成的清单和模板", "出了问题有人接电话"], afterTimes: 4 },
      leading: { needs: ["组织过几次活动", "组员愿意由他（她）带", "懂得保密，知道有事找谁"], support: ["每月一次督导谈话", "有一位搭档", "需要休息时有人顶上"], afterTimes: 3 },
    },
    askAgainDays: 90,
    limits: ["别人的档案和个案记录", "自己小组以外的名单、电话和住址", "社工之间关于他（她）自己的讨论"],
  },
};

/** The path in force on a day: the organisation's latest that has begun, or the house's own. */
export function pathOn(versions: readonly PathVersion[], day: string): PathVersion {
  return versions.filter(({ fromOn }) => fromOn <= day).toSorted((a, b) => a.version - b.version).at(-1) ?? HOUSE_PATH;
}

const linesIn = (name: string) => ({ [name]: z.string().max(2600).default("").transform((text) => text.split("\n").map((line) => line.trim()).filter(Boolean)).pipe(Lines) });
const ofStep = (step: AskedStep) => ({ ...linesIn(`${step}Needs`), ...linesIn(`${step}Support`), [`${step}After`]: z.coerce.number().int().min(0).max(200) });

/** The path as its form sends it, one line each. */
export const PathForm = z.object({
  version: z.coerce.number().int().min(0), note: z.string().max(500).default(""), askAgainDays: z.coerce.number().int().min(7).max(730),
  ...linesIn("limits"), ...ofStep("helping"), ...ofStep("organising"), ...ofStep("leading"),
}).transform(({ version, note, askAgainDays, ...rest }) => {
  const given = rest as Record<string, unknown>;
  const steps = Object.fromEntries(ASKED.map((step) => [step, { needs: given[`${step}Needs`], support: given[`${step}Support`], afterTimes: given[`${step}After`] }]));
  return { version, note, content: PathContent.parse({ steps, askAgainDays, limits: given.limits }) };
});
