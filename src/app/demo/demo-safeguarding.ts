import { personIdsOf } from "../../people/index.ts";
import { Raised, raiseIncident, takeStep } from "../../safeguarding/index.ts";
import type { Cast } from "./demo-cast.ts";

/** Two made-up incidents: a fall that is dealt with and closed, and a young man of whom nobody knows since yesterday. */
export async function seedSafeguarding(cast: Cast): Promise<void> {
  const worker = await cast.as("worker", 12);
  const [fallen, missing] = await worker.read((tx) => personIdsOf(tx, cast.orgId, { longAtHome: "yes", ageFrom: 16, ageTo: 45 }, worker.today));
  const fall = await raiseIncident(worker, fallen!, Raised.parse({
    standing: "adult", kind: "accident", severity: "low", words: "上午在卫生间滑倒，右手腕肿。本人说不想去医院，经劝说同意。", heardFrom: "family", placeWords: "家里卫生间", actedWords: "陪同到社区卫生服务中心拍片，没有骨折，已冷敷固定。",
  }));
  const lead = await cast.as("supervisor", 11);
  const step = { toName: "", reference: "" };
  await takeStep(lead, fall.id, { ...step, step: "reviewed", words: "处置及时。请同住的母亲装扶手，纳入居家改造申请。" });
  await takeStep(await cast.as("supervisor", 5), fall.id, { ...step, step: "closed", words: "手腕已消肿，扶手已装好，社工下月回访时再看。" });
  await raiseIncident(await cast.as("worker", 0), missing!, Raised.parse({
    standing: "dependent_adult", kind: "neglect", severity: "serious", words: "母亲住院三天，家里没有人做饭，冰箱是空的。他说「饿了两天，不敢告诉别人」。", heardFrom: "seen", placeWords: "本人家中", actedWords: "已买来午饭和三天的食物，邻居答应每晚送一次饭。",
  }));
}
