import { personIdsOf } from "../../../people/index.ts";
import type { Installation } from "../../../platform/web/context.ts";
import { carryMessage, chooseOptOut, releaseMessage, writeMessage } from "../../../messaging/index.ts";
import { listProgrammes } from "../../../volunteering/index.ts";
import type { Cast } from "../demo-cast.ts";

/** A greeting to the service team a week ago, carried by a gateway that keeps nothing, and a message that is only written; somebody wants no more greetings. */
export async function seedMessages(cast: Cast, { systemSession, origin }: Installation): Promise<void> {
  const past = await cast.as("coordinator", 7);
  const [programme] = await listProgrammes(past);
  const [quiet] = await past.read((tx) => personIdsOf(tx, cast.orgId, { role: "volunteer" }, past.today));
  if (quiet) await chooseOptOut(past, quiet, { kind: "greetings", choice: "out" });
  const audience = { of: "programme", id: programme!.id, standing: "service_team" } as const;
  const audienceWords = `志愿者项目：${programme!.name} · 服务队`;
  const { id: thanks } = await writeMessage(past, { kind: "greetings", audience, audienceWords, words: "重阳节快到了，谢谢各位老友这一年的陪伴。周六上午十点，社工站有茶点，欢迎来坐坐。", easyWords: "谢谢您。周六上午十点，来社工站喝茶。" });
  const { recipientIds } = await releaseMessage(past, thanks);
  const postman = systemSession(cast.orgId, { name: "Linli", role: "system", capabilities: ["messages.carry"] });
  const channel = { kind: "sms" as const, send: async () => {} };
  await carryMessage(postman, { messageId: thanks, recipientIds }, { channel, origin, slug: "qingyun" });
  const now = await cast.as("coordinator");
  await writeMessage(now, { kind: "services", audience: { ...audience, standing: "all" }, audienceWords: `志愿者项目：${programme!.name} · 全部志愿者`, words: "下个月起，社工站每周四晚上开放到八点，有事可以来找我们。", easyWords: "周四晚上，社工站开到八点。" });
}
