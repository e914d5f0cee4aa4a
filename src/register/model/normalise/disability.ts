import { tidy } from "./text.ts";

/** Code of the type of disability in the certificate's 19th place, 1–7. Source: GB/T 26341-2010 and the certificate's numbering. */
export type DisabilityType = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** 1 is the severest. Source: GB/T 26341-2010. */
export type DisabilityGrade = 1 | 2 | 3 | 4;

const TYPES: readonly (readonly [RegExp, DisabilityType])[] = [
  [/多重|综合|multiple/i, 7],
  [/视力|视障|盲|visual|vision|sight|blind/i, 1],
  [/听力|听障|聋|hearing|deaf/i, 2],
  [/言语|语言|哑|speech|language/i, 3],
  [/肢体|肢残|physical|limb|mobility|motor/i, 4],
  [/智力|智障|智残|intellectual|learning/i, 5],
  [/精神|mental|psych/i, 6],
];
const GRADE_DIGITS: Readonly<Record<string, DisabilityGrade>> = {
  一: 1, 壹: 1, 二: 2, 贰: 2, 貳: 2, 两: 2, 三: 3, 叁: 3, 參: 3, 四: 4, 肆: 4,
  "1": 1, "2": 2, "3": 3, "4": 4, Ⅰ: 1, Ⅱ: 2, Ⅲ: 3, Ⅳ: 4, I: 1, II: 2, III: 3, IV: 4,
};
const SEVERITIES: readonly (readonly [RegExp, DisabilityGrade])[] = [[/^极重度?$|^profound$/i, 1], [/^重度?$|^severe$/i, 2], [/^中度?$|^moderate$/i, 3], [/^轻度?$|^mild$/i, 4]];

/** 肢体, 肢体残疾, 肢残, 4, 04, 视力二级 → code. Two types named in one cell make a multiple disability (7). */
export function normaliseDisabilityType(text: string): DisabilityType | null {
  const tidied = tidy(text);
  const digit = /^0?([1-7])(?:\D|$)/.exec(tidied);
  const named = TYPES.filter(([words]) => words.test(tidied)).map(([, type]) => type);
  if (named.length === 0) return digit && !/级|grade|level/i.test(tidied) ? (Number(digit[1]) as DisabilityType) : null;
  return named.length === 1 ? named[0]! : 7;
}

/** 一级, 壹级, 1, 1级, I级, 肢体一级, 重度 → grade. Of several, the severest counts (rule for multiple disabilities). */
export function normaliseDisabilityGrade(text: string): DisabilityGrade | null {
  const tidied = tidy(text).replaceAll(" ", "");
  const found = [...tidied.matchAll(/(一|壹|二|贰|貳|两|三|叁|參|四|肆|IV|I{1,3}|[1-4])(?=级|級)/g)].map(([, digit]) => GRADE_DIGITS[digit!]!);
  if (found.length > 0) return Math.min(...found) as DisabilityGrade;
  const bare = tidied.replace(/^(grade|level|第)/i, "").replace(/级|級|等$/g, "").replace(/^0(?=[1-4]$)/, "").replace(/\.0+$/, "");
  return GRADE_DIGITS[bare] ?? GRADE_DIGITS[bare.toUpperCase()] ?? SEVERITIES.find(([word]) => word.test(bare))?.[1] ?? null;
}
