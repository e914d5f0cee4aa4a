import { z } from "zod";
import { Day } from "./person.ts";
import { type Sex } from "./terms.ts";

export const NewRelationship = z.object({
  personId: z.uuid(),
  /** A person of their own … */
  otherId: z.uuid().nullish(),
  /** … or somebody known by name only. */
  otherName: z.string().trim().min(1).max(80).nullish(), otherPhone: z.string().trim().min(1).max(40).nullish(),
  /** What the other is to the person: 母亲. */
  relation: z.string().trim().min(1).max(40),
  inverse: z.string().trim().min(1).max(40).nullish(),
  isGuardian: z.boolean().optional(), isCarer: z.boolean().optional(),
  contactRule: z.enum(["may", "must_not", "unknown"]).optional(),
  fromOn: Day.nullish(), untilOn: Day.nullish(),
});
export type NewRelationship = z.infer<typeof NewRelationship>;

/** Word → what the person is to the other, for a female and a male person; one word when the sex makes no difference. */
const INVERSES: readonly (readonly [words: RegExp, female: string, male: string, either: string])[] = [
  [/^(父亲?|母亲?|爸爸?|妈妈?|父母|继父|继母|养父|养母)$/, "女儿", "儿子", "子女"],
  [/^(儿子?|女儿?|子女|儿媳妇?|女婿)$/, "母亲", "父亲", "父母"],
  [/^(丈夫|老公|夫)$/, "妻子", "丈夫", "配偶"],
  [/^(妻子?|老婆)$/, "妻子", "丈夫", "配偶"],
  [/^(配偶|爱人|夫妻)$/, "配偶", "配偶", "配偶"],
  [/^(哥哥?|姐姐?|兄|兄长)$/, "妹妹", "弟弟", "弟妹"],
  [/^(弟弟?|妹妹?)$/, "姐姐", "哥哥", "兄姐"],
  [/^(兄弟|姐妹|姐弟|兄妹|兄弟姐妹)$/, "姐妹", "兄弟", "兄弟姐妹"],
  [/^(爷爷|奶奶|祖父|祖母|祖父母)$/, "孙女", "孙子", "孙辈"],
  [/^(外公|外婆|外祖父|外祖母|外祖父母)$/, "外孙女", "外孙", "外孙辈"],
  [/^(孙子?|孙女)$/, "奶奶", "爷爷", "祖父母"],
  [/^(叔叔?|伯父|姑姑?|舅舅?|姨妈?)$/, "侄女", "侄子", "晚辈"],
  [/^(侄子?|侄女|外甥女?)$/, "长辈", "长辈", "长辈"],
  [/^(邻居|朋友|亲戚|亲属|同事|同学)$/, "", "", ""],
  [/^(监护人)$/, "被监护人", "被监护人", "被监护人"],
];

/** The same relation read the other way round, as a proposal; null when the word says too little. */
export function inverseOf(relation: string, sexOfPerson: Sex | null): string | null {
  const row = INVERSES.find(([words]) => words.test(relation.trim()));
  if (!row) return null;
  const [, female, male, either] = row;
  return (sexOfPerson === "female" ? female : sexOfPerson === "male" ? male : either) || relation.trim();
}
