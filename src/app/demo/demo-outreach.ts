import { PersonId } from "../../kernel/ids.ts";
import { addDays } from "../../kernel/calendar.ts";
import { assignMembers, createRound, homeboundYouth, keepInterview, logAttempt, saveSegment, AssignChoice, AttemptInput, Interview, NewRound, SegmentToSave } from "../../outreach/index.ts";
import { personIdsOf } from "../../people/index.ts";
import type { Cast } from "./demo-cast.ts";

/** How many of the 105 were reached, and how many of these would like a friend. */
const REACHED = 88;
const WISHING = 16;
/** What residents said, in turn. */
const WORDS = ["想出门打球", "想有人一起下棋", "想去看电影", "想学做饭", "想拍照片", "想去菜场逛逛", "想有人说说话", "想听音乐会"];
const CODES = ["company.friend", "outing.company", "community.sport", "company.talk", "work.job", "community.activity"];
const OUTCOMES = ["no_answer", "wrong_number", "refused_for_now", "busy"] as const;

/** The segment of the 105, a round of calls and visits, and what was heard. The persons who would like a friend come back. */
export async function seedOutreach(cast: Cast): Promise<{ wishing: readonly string[] }> {
  const manager = await cast.as("worker", 70);
  const criteria = homeboundYouth("2021-06-30");
  const { id: segmentId } = await saveSegment(manager, SegmentToSave.parse({ name: "长期居家青年（16–45 岁）", criteria }));
  const { id: roundId } = await createRound(manager, NewRound.parse({ name: "长期居家青年首轮走访", segmentId, mode: "phone", opensOn: manager.today, dueOn: addDays(manager.today, 60) }));
  await assignMembers(manager, AssignChoice.parse({ roundId, how: "evenly", workerIds: [cast.accounts.worker, cast.accounts.supervisor] }));
  const members = await manager.read((tx) => personIdsOf(tx, manager.actor.orgId, { longAtHome: "yes", ageFrom: 16, ageTo: 45 }, "2021-06-30"));
  const wishing: string[] = [];
  for (const [index, id] of members.entries()) {
    const worker = await cast.as("worker", Math.max(31, 66 - Math.floor(index / 3)));
    const personId = PersonId.parse(id);
    if (index >= REACHED) {
      if (index < REACHED + 12) await logAttempt(worker, AttemptInput.parse({ roundId, personId, mode: "phone", outcome: OUTCOMES[index % 4], onDay: worker.today, note: "", nextDueOn: addDays(worker.today, 30 + (index % 9)) }));
      continue;
    }
    const wants = wishing.length < WISHING && index % 5 === 0;
    if (wants) wishing.push(id);
    await keepInterview(worker, interviewOf(roundId, personId, index, worker.today, wants));
  }
  return { wishing };
}

function interviewOf(roundId: string, personId: string, index: number, heldOn: string, wants: boolean): Interview {
  const withCarer = index % 4 === 0;
  return Interview.parse({
    roundId, personId, heldOn, mode: index % 3 === 0 ? "visit" : "phone", minutes: 20 + (index % 5) * 10, present: withCarer ? ["client", "carer"] : ["client"], understanding: "with_support",
    consent: { capacity: "self", answers: { contact: "given", keep_data: "given", photograph: index % 3 === 0 ? "given" : "refused", ...(wants && { be_matched: "given" }) } },
    needs: [{ code: wants ? "company.friend" : CODES[index % CODES.length], priority: index % 7 === 0 ? "soon" : "later", source: "client", words: WORDS[index % WORDS.length] }],
    ...(withCarer && { carer: { name: `${"李王张刘陈杨"[index % 6]}${["秀兰", "桂英", "建国", "玉珍"][index % 4]}`, relation: "母亲", needs: [{ code: "relief.hours", priority: index % 8 === 0 ? "urgent" : "soon", source: "carer", words: "想有人替我半天，好去买菜、看病" }] } }),
    summary: "", language: "zh",
  });
}
