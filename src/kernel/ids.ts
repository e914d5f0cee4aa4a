import { z } from "zod";

/** Organisation: the owner of every row that is not part of the installation itself. */
export const OrgId = z.uuid().brand<"OrgId">();
export type OrgId = z.infer<typeof OrgId>;

/** A sign-in (账号), one per human being, whatever the number of organisations. */
export const AccountId = z.uuid().brand<"AccountId">();
export type AccountId = z.infer<typeof AccountId>;

/** A person (服务对象、志愿者、照顾者 …) as one organisation knows them. */
export const PersonId = z.uuid().brand<"PersonId">();
export type PersonId = z.infer<typeof PersonId>;
