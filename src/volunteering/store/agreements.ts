import type { Tx } from "#platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** One wording of an agreement (协议文本); a change is a new version. */
export interface AgreementTemplate {
  readonly id: string;
  readonly requirement: string;
  readonly version: number;
  readonly title: string;
  readonly body: string;
  /** In short sentences; empty where there is none. */
  readonly easyBody: string;
  /** SHA-256 of the words, in hexadecimal. */
  readonly textHash: string;
}

/** What somebody answered to a wording they were shown. */
export interface Agreement {
  readonly id: string;
  readonly templateId: string;
  readonly title: string;
  readonly templateVersion: number;
  readonly textHash: string;
  readonly signerName: string;
  readonly signerCapacity: "volunteer" | "guardian";
  readonly guardianRelation: string;
  readonly manner: "on_screen" | "on_paper";
  readonly answer: "signed" | "refused";
  readonly signedOn: string;
  /** Who signed for the organisation; empty while nobody has. */
  readonly countersignedByName: string;
  /** Signed by the volunteer on their own account. */
  readonly ownAccount: boolean;
}

export type NewAgreement = Omit<Agreement, "id" | "title" | "templateVersion" | "textHash" | "ownAccount"> & { readonly volunteerId: string; readonly textHash: Buffer; readonly countersignedBy: string | null; readonly signedByAccount?: string };

const TEMPLATE = ["id", "requirement", "version", "title", "body", "easyBody", "textHash"] as const;

/** The latest wording of each agreement of a programme. */
export async function selectTemplates(tx: Tx, orgId: string, programmeId: string): Promise<AgreementTemplate[]> {
  const rows = await tx.withTables<DB>().selectFrom("volunteering.agreementTemplates").select(TEMPLATE).distinctOn("requirement")
    .where("orgId", "=", orgId).where("programmeId", "=", programmeId).orderBy("requirement").orderBy("version", "desc").execute();
  return rows.map(templateOf);
}

export async function selectTemplate(tx: Tx, orgId: string, id: string): Promise<(AgreementTemplate & { programmeId: string }) | undefined> {
  const row = await tx.withTables<DB>().selectFrom("volunteering.agreementTemplates").select([...TEMPLATE, "programmeId"])
    .where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst();
  return row && { ...templateOf(row), programmeId: row.programmeId };
}

/** Adds a wording; the version is one more than the last of its requirement. The programme's row is locked before. */
export async function insertTemplate(
  tx: Tx, orgId: string, template: { programmeId: string; requirement: string; title: string; body: string; easyBody: string; textHash: Buffer; createdBy: string },
): Promise<{ id: string; version: number }> {
  const db = tx.withTables<DB>();
  const { last } = await db.selectFrom("volunteering.agreementTemplates").select(({ fn }) => fn.max<number | null>("version").as("last"))
    .where("orgId", "=", orgId).where("programmeId", "=", template.programmeId).where("requirement", "=", template.requirement).executeTakeFirstOrThrow();
  return db.insertInto("volunteering.agreementTemplates").values({ orgId, ...template, version: (last ?? 0) + 1 }).returning(["id", "version"]).executeTakeFirstOrThrow();
}

export async function insertAgreement(tx: Tx, orgId: string, agreement: NewAgreement): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("volunteering.agreements").values({ orgId, ...agreement }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** What a volunteer and their guardian signed or refused, oldest first. */
export async function selectAgreements(tx: Tx, orgId: string, volunteerId: string): Promise<Agreement[]> {
  const rows = await tx.withTables<DB>().selectFrom("volunteering.agreements as a")
    .innerJoin("volunteering.agreementTemplates as t", (join) => join.onRef("t.orgId", "=", "a.orgId").onRef("t.id", "=", "a.templateId"))
    .leftJoin("volunteering.countersigns as c", (join) => join.onRef("c.orgId", "=", "a.orgId").onRef("c.agreementId", "=", "a.id"))
    .select(["a.id", "a.templateId", "t.title", "t.version as templateVersion", "a.textHash", "a.signerName", "a.signerCapacity", "a.guardianRelation", "a.manner", "a.answer", "a.signedOn", "a.countersignedByName", "a.signedByAccount", "c.byName as laterName"])
    .where("a.orgId", "=", orgId).where("a.volunteerId", "=", volunteerId).orderBy("a.signedOn").orderBy("a.recordedAt").execute();
  return rows.map(({ signedByAccount, laterName, ...row }) => ({
    ...row, ownAccount: signedByAccount !== null, countersignedByName: laterName ?? row.countersignedByName, textHash: row.textHash.toString("hex"), signerCapacity: row.signerCapacity as Agreement["signerCapacity"],
    manner: row.manner as Agreement["manner"], answer: row.answer as Agreement["answer"],
  }));
}

/** Signs for the organisation what a volunteer signed on their own account; false when somebody did already. */
export async function insertCountersign(tx: Tx, orgId: string, row: { agreementId: string; byAccount: string; byName: string; at: string }): Promise<boolean> {
  const done = await tx.withTables<DB>().insertInto("volunteering.countersigns").values({ orgId, ...row }).onConflict((clash) => clash.doNothing()).returning("agreementId").executeTakeFirst();
  return done !== undefined;
}

function templateOf({ textHash, ...row }: Omit<AgreementTemplate, "textHash"> & { textHash: Buffer }): AgreementTemplate {
  return { id: row.id, requirement: row.requirement, version: row.version, title: row.title, body: row.body, easyBody: row.easyBody, textHash: textHash.toString("hex") };
}
