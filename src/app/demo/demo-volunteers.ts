import { readFile } from "node:fs/promises";
import { acceptSignUps, createProgramme, listEligibleHelpers, publishAgreement, signAgreement, uploadSignUps, type HelperOffer } from "../../volunteering/index.ts";
import { BEGAN_DAYS_AGO, type Cast } from "./demo-cast.ts";

const SHEET = new URL("../../volunteering/fixtures/community-friend-volunteers.xlsx", import.meta.url);
const AGREEMENT = "我愿意每周陪伴一位老友一到两个小时；守时，去不了提前说；不收礼、不借钱；不把老友的事告诉别人；有担心的事马上告诉社工。社工站为我买保险、做培训、每月谈一次。";
const CONSENT = "我知道社工站会保存我的姓名、电话和服务记录，用来安排结对、买保险和证明服务时间；不会公开，也不会转给别人，除非我另外同意。我可以随时退出。";

/** The programme, its 46 sign-ups, and the service team's agreements. */
export async function seedVolunteers(cast: Cast): Promise<{ programmeId: string; team: readonly HelperOffer[] }> {
  const coordinator = await cast.as("coordinator", BEGAN_DAYS_AGO - 2);
  const { id: programmeId } = await createProgramme(coordinator, {
    slug: "community-friends", name: "社区老友", summary: "一位同龄的老友，每周陪长期居家的残疾青年一两个小时：聊天、打球、逛菜场，慢慢走出家门。",
    nextSteps: "协调员会在一周内打电话给您，约您参加三次培训和一次面谈。", contact: "青云协同社工站 0871-65500000", signUpFrom: coordinator.today, signUpUntil: null,
    lookedFor: "有耐心、愿意听人慢慢说话的人；会下棋、会手语、会说本地话的特别欢迎。", timeWords: "每周一次，每次一到两个小时，希望至少能坚持半年。", places: null, whenFull: "wait", waitingOrder: "arrival",
  });
  const { importId } = await uploadSignUps(coordinator, { programmeId, fileName: "社区老友志愿者报名表.xlsx", content: await readFile(SHEET) });
  await acceptSignUps(coordinator, importId);
  const agreement = await publishAgreement(coordinator, { programmeId, requirement: "agreement", title: "社区老友志愿服务协议", body: AGREEMENT });
  const consent = await publishAgreement(coordinator, { programmeId, requirement: "consent", title: "个人信息知情同意书", body: CONSENT });
  const helpers = await listEligibleHelpers(coordinator, programmeId, coordinator.today);
  const team = helpers.filter(({ placement }) => placement === "service_team");
  for (const { volunteerId, name } of team) {
    for (const template of [agreement, consent]) {
      await signAgreement(coordinator, { volunteerId, templateId: template.id, signerName: name, signerCapacity: "volunteer", guardianRelation: "", manner: "on_screen", answer: "signed", signedOn: coordinator.today });
    }
  }
  return { programmeId, team };
}
