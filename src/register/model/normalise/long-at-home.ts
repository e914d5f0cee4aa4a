import { tidy } from "./text.ts";
import { normaliseYesNo } from "./yes-no.ts";

/** Whether someone stays at home for long (长期居家). `unclear`: the words speak of it but say both, so a person must decide. */
export type LongAtHome = "yes" | "no" | "unclear";

const AT_HOME = /(?:长期|常年|长年|一直|终日|整天|整日|多年|基本|几乎)(?:都)?(?:居家|在家|待在家|呆在家|卧床|宅家|不出门|不外出|不下楼|未出门|未外出)|居家不(?:出|外出)|足不出户|闭门不出|(?:从|极少|很少|甚少)不?(?:出门|外出|下楼)|(?:不|不能|无法|不愿|不敢|不肯|不想)(?:出门|外出|下楼)|home-?bound|house-?bound|(?:stays?|remains?) (?:at )?home|never (?:goes|leaves)|confined to (?:home|bed)|bed-?ridden/gi;
const GOES_OUT = /(?:偶尔|有时|经常|常常|时常|每天|每周|定期|可以?|能够?|可自行|能自行|会|已|正常|自己)(?:自行|独立|独自|正常|自己)?(?:可以|能)?(?:外出|出门|下楼)|在外(?:工作|务工|地)|外出(?:务工|工作|打工)|(?:goes|going|gets) out/gi;
/** Directly before the words, these turn them round: 不居家, 非长期居家, 没有长期在家. */
const DENIED_AT_HOME = /(?:不是|并非|并不|不再|没有|未|非|无|不|否)(?:再)?(?:长期|常年|长年|一直)?(?:居家|在家|卧床|宅家)|not (?:home-?bound|house-?bound|(?:at|stay\w* at) home)|no longer (?:home|house)-?bound/gi;
const DENIED_GOES_OUT = /(?:不|没有|未|无法|很少|极少|从不?)(?:能|会|可|再|经常|怎么|曾)?(?:外出|出门|下楼)|(?:never|does not|doesn't|cannot) (?:go|goes|get) out/gi;
/** It was so once: 曾长期居家, 以前不出门. */
const IN_THE_PAST = /(?:曾经?|以前|之前|过去|原先?|原来)[^,;。]*$/;

/** Reads a column that asks the question itself: a tick, a word, or a phrase (长期居家 / 偶尔外出). Null when blank or unreadable. */
export function readLongAtHome(text: string): LongAtHome | null {
  const answer = normaliseYesNo(text);
  if (answer !== null) return answer ? "yes" : "no";
  const bare = tidy(text).replace(/\s/g, "");
  if (/^(居家|在家|宅家|卧床)$/.test(bare)) return "yes";
  return readLongAtHomeInRemarks(text);
}

/**
 * Reads what remarks say of it: 长期居家，不出门 → yes; 不居家, 偶尔外出 → no;
 * 长期居家，偶尔外出 → unclear; 曾长期居家 alone tells nothing of today. Null when
 * the remarks do not speak of it.
 */
export function readLongAtHomeInRemarks(text: string): LongAtHome | null {
  const remark = tidy(text);
  if (remark === "") return null;
  const denied = DENIED_AT_HOME.test(remark);
  DENIED_AT_HOME.lastIndex = 0;
  const asserting = remark.replace(DENIED_AT_HOME, " ");
  const atHome = currentMatches(asserting, AT_HOME);
  const goesOut = currentMatches(asserting.replace(DENIED_GOES_OUT, " "), GOES_OUT) || denied;
  if (atHome && goesOut) return "unclear";
  if (atHome) return "yes";
  return goesOut ? "no" : null;
}

function currentMatches(text: string, words: RegExp): boolean {
  return [...text.matchAll(words)].some(({ index }) => !IN_THE_PAST.test(text.slice(0, index)));
}
