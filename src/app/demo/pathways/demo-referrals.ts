import { addDays } from "../../../kernel/calendar.ts";
import { recordConsents } from "../../../people/index.ts";
import { previewReferral, sendReferral, stepReferral } from "../../../referral/index.ts";
import type { Cast } from "../demo-cast.ts";

type Sending = Omit<Parameters<typeof previewReferral>[1], "personId" | "caseId">;
type Step = Parameters<typeof stepReferral>[2];

/** Made-up referrals to organisations outside: one with its outcome, one that came back, one under way, and one overdue. */
const STORIES: readonly { daysAgo: number; inDays: number; sending: Pick<Sending, "toName" | "topic" | "words" | "parts">; steps: readonly (readonly [daysAgo: number, Omit<Step, "dueOn">, inDays?: number])[] }[] = [
  { daysAgo: 40, inDays: 7, sending: { toName: "青云街道残疾人联合会", topic: "disability", words: "想办残疾人证换发，请协助预约评定。", parts: ["phones", "birth", "disability"] }, steps: [
    [36, { step: "accepted", words: "王干事接收，下周陪同去评定" }, 20], [20, { step: "completed", reason: "helped", words: "新证已经拿到" }],
  ] },
  { daysAgo: 21, inDays: 7, sending: { toName: "惠民康复中心", topic: "health", words: "手腕受伤后想做康复训练，每周可以去两次。", parts: ["phones", "birth"] }, steps: [[15, { step: "refused", reason: "no_room", words: "排到下个季度" }]] },
  { daysAgo: 12, inDays: 5, sending: { toName: "区残疾人就业服务中心", topic: "employment", words: "想找离家近、半天的工作，愿意学。请安排一次职业能力测评。", parts: ["phones", "birth", "community"] }, steps: [[9, { step: "accepted", words: "李老师电话答复" }, 20]] },
  { daysAgo: 10, inDays: 7, sending: { toName: "安心居家照护站", topic: "carer_relief", words: "母亲腰伤，想要每周一次上门替手。", parts: ["phones", "community", "address"] }, steps: [[4, { step: "asked_after", words: "前台说负责人出差，下周一再问" }]] },
];

export async function seedReferrals(cast: Cast, persons: readonly string[]): Promise<void> {
  for (const [index, { daysAgo, inDays, sending, steps }] of STORIES.entries()) {
    const worker = await cast.as("worker", daysAgo);
    const personId = persons[index]!;
    await worker.write("demo.share", personId, (tx) => recordConsents(worker, tx, [{ personId, purpose: "share", state: "given", capacity: "self", fromOn: worker.today, channel: "in_person", note: `同意把需要的资料给${sending.toName}` }]));
    const wish = { ...sending, personId, caseId: null, dueOn: addDays(worker.today, inDays) };
    const { seen } = await previewReferral(worker, wish);
    const { id } = await sendReferral(worker, { ...wish, seen });
    for (const [ago, step, due] of steps) {
      const then = await cast.as("worker", ago);
      await stepReferral(then, id, { ...step, ...(due !== undefined && { dueOn: addDays(then.today, due) }) });
    }
  }
}
