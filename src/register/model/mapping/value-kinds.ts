import type { Cell } from "../table.ts";
import { checkResidentId } from "../identity/check-resident-id.ts";
import { normaliseDisabilityGrade, normaliseDisabilityType } from "../normalise/disability.ts";
import { normaliseEthnicity } from "../normalise/ethnicity.ts";
import { readDate } from "../normalise/date.ts";
import { readLongAtHome } from "../normalise/long-at-home.ts";
import { readPhones } from "../normalise/phone.ts";
import { isRelation } from "../normalise/relation.ts";
import { normaliseSex } from "../normalise/sex.ts";
import { code, squeeze, tidy } from "../normalise/text.ts";

/** The surnames of about 97 % of people in China, and the common double ones. */
const SURNAMES = new Set("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪季樊梅庄葛倪邢翟祁芦左鲁申岳齐欧路牛兰管柴蒙鲍华聂章包柳耿温霍凌柯解关焦宁游甘简单阮尚成翁詹盛梁纪舒屈项祝涂谷阳裴米井骆辛安蓝刀普者和木车桂童费路邬靳裘缪干应宗宣丁贲邓郁杭洪包诸左石崔吉钮".split(""));
const DOUBLE_SURNAMES = /^(欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|百里|东郭|南宫|长孙|宇文|轩辕)/;
const EMPLOYMENT = /^(在业|就业|已就业|未就业|失业|无业|待业|退休|离退休|在校|在读|学生|上学|灵活就业|务农|个体|自由职业|全职|兼职|打工|务工|employed|unemployed|retired|student|self-employed)$/i;

export type ValueKind = "residentId" | "certificate" | "mobile" | "phone" | "date" | "name" | "sex" | "ethnicity" | "type" | "grade" | "yesNo" | "address" | "community" | "relation" | "employment" | "counter" | "age" | "sentence" | "bareDigit" | "words";

/** The kinds of value one cell may be; a `1` may be several. */
export function valueKindsOf(cell: Cell, previous: Cell | undefined): ValueKind[] {
  const text = tidy(cell.text);
  const kinds: ValueKind[] = [];
  const add = (kind: ValueKind, is: boolean) => is && kinds.push(kind);
  const identifier = code(text);
  const numbers = /\d/.test(text);
  add("certificate", /^\d{17}[\dX]\d{2}(B\d{0,2})?$/.test(identifier) || /^\d\.\d+E\+19$/i.test(text));
  add("residentId", !kinds.includes("certificate") && looksLikeResidentId(text, identifier));
  if (numbers && kinds.length === 0) {
    const { phones } = readPhones(text);
    add("mobile", phones.some(({ kind }) => kind === "mobile"));
    add("phone", phones.length > 0 && /\d{7}/.test(identifier));
    add("date", cell.kind === "date" || (readDate(text) !== null && !/^\d{1,5}$/.test(text)));
    add("counter", /^\d{1,7}$/.test(text) && previous !== undefined && Number(text) - Number(previous.text) === 1);
    add("age", /^(1[01]\d|\d{1,2})(岁|周岁)?$/.test(text));
  }
  add("bareDigit", /^\d$/.test(text));
  add("address", /[\p{Script=Han}].*\d.*(号|室|栋|幢|单元|楼|户|组|弄)|(路|街|巷|村|里|胡同)\d+/u.test(text) && text.length >= 6);
  if (!kinds.includes("date")) addWordKinds(text, add);
  add("words", kinds.length === 0 && /\p{L}/u.test(text));
  return kinds;
}

function addWordKinds(text: string, add: (kind: ValueKind, is: boolean) => unknown): void {
  const word = squeeze(text);
  add("sex", normaliseSex(word) !== null && !/^\d$/.test(word));
  add("ethnicity", normaliseEthnicity(word) !== null && !/^\d+$/.test(word));
  add("type", normaliseDisabilityType(word) !== null && word.length <= 12);
  add("grade", normaliseDisabilityGrade(word) !== null && word.length <= 8);
  add("yesNo", word.length <= 12 && readLongAtHome(word) !== null && !/^\d$/.test(word));
  add("relation", isRelation(word));
  add("employment", EMPLOYMENT.test(word));
  add("community", /^[\p{Script=Han}\w]{2,14}(社区|村|居委会|村委会|社区居民委员会)$/u.test(word));
  add("name", looksLikeName(word));
  add("sentence", word.length > 12 && !/\d{3}/.test(word));
}

function looksLikeResidentId(text: string, identifier: string): boolean {
  if (/^\d(\.\d+)?E\+?17$/i.test(text)) return true;
  if (/^\d{15}$/.test(identifier)) return checkResidentId(identifier, false, "2100-01-01").birthOn !== null;
  return /^\d{17}[\dX]$/.test(identifier) && Number(identifier.slice(6, 8)) >= 18 && Number(identifier.slice(6, 8)) <= 20;
}

/** Two to four characters with a common surname, or a longer name with a dot. */
function looksLikeName(word: string): boolean {
  if (/^\p{Script=Han}{1,6}[·•]\p{Script=Han}{1,8}([·•]\p{Script=Han}{1,8})?$/u.test(word)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(word) || /(社区|街道|残疾|村|族|电话|姓名|性别|小计|合计)$/.test(word)) return false;
  return DOUBLE_SURNAMES.test(word) || (word.length <= 3 && SURNAMES.has(word[0]!));
}
