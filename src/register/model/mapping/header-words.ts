import type { Field } from "../fields.ts";
import { tidy } from "../normalise/text.ts";

/** Whole headers, and pieces found inside longer ones, that name a field. */
interface Words {
  readonly whole: RegExp;
  readonly part?: RegExp;
  /** Never this field, whatever else matches. */
  readonly not?: RegExp;
}

const WORDS: Readonly<Record<Field, Words>> = {
  serial: { whole: /^(序号|编号|序列|序列号|no\.?|number|s\/?n|serial(no\.?|number)?|#|项次|行号)$/i },
  name: { whole: /^(姓名|名字|名称|本人姓名|残疾人姓名|残疾人|服务对象|服务对象姓名|居民姓名|居民|对象姓名|人员姓名|户主姓名|学员姓名|称呼|name|fullname|personname|residentname|clientname)$/i, part: /姓名|姓\/?名|\bname\b/i, not: /监护|家属|联系人|紧急|照顾|父|母|配偶|银行|开户|社区|单位|用户名|曾用/ },
  sex: { whole: /^(性别|男女|男\/女|sex|gender)$/i, part: /性别|gender/i },
  ethnicity: { whole: /^(民族|族别|族|ethnicity|ethnicgroup|nationality|ethnic)$/i, part: /民族|ethnic/i },
  birthOn: { whole: /^(出生日期|出生年月日?|生日|出生|出生时间|dateofbirth|birthdate|birthday|dob|born)$/i, part: /出生|birth/i, not: /出生地|birthplace|placeofbirth/i },
  age: { whole: /^(年龄|周岁|实足年龄|岁数|age)$/i, part: /年龄/ },
  residentId: { whole: /^(身份证号码?|身份证|公民身份号码|公民身份证号码?|证件号码?|身份号码?|身份证件号码?|居民身份证号?码?|有效证件号码?|id|idno\.?|idnumber|idcard(no\.?|number)?|residentid(no\.?|number)?|identity(no\.?|number)|nationalid(no\.?|number)?|citizenid(no\.?|number)?)$/i, part: /身份证|身份号|证件号|id(?:card)?(?:no|number)|identi/i, not: /残疾人?证|残联|监护|家属|联系人|disab/i },
  certificateNumber: { whole: /^(残疾证号码?|残疾人证号码?|残疾证|残疾人证|残联证号|持证号码?|证号|残疾证编号|disability(certificate|card|cert\.?)(no\.?|number)?|certificate(no\.?|number)|certno\.?)$/i, part: /残疾(人)?证|disab.*(cert|card)|certificate/i, not: /日期|时间|有效|发证|date|valid/i },
  disabilityType: { whole: /^(残疾类别|残疾类型|残疾种类|类别|残类|残疾类别(及|和|\/|、)?等级|残疾情况|残别|类型|残疾|typeofdisability|disabilitytype|disability(category|kind)?|category)$/i, part: /残疾.{0,2}(类|种)|类别|disab.*(type|categ)/i, not: /困难|救助|人员类别|户口|保障/ },
  disabilityGrade: { whole: /^(残疾等级|等级|残疾级别|级别|残疾程度|残级|程度|grade|level|disability(grade|level)|gradeofdisability|severity)$/i, part: /残疾.{0,3}(等级|级别|程度)|等级|disab.*(grade|level)/i, not: /类别|类型|文化|学历/ },
  phone: { whole: /^(联系电话|电话|电话号码|手机|手机号码?|联系方式|本人电话|移动电话|固定电话|座机|联系号码|常用电话|phone(no\.?|number)?|tel(ephone)?\.?(no\.?|number)?|mobile(no\.?|number|phone)?|contact(no\.?|number)?|cell(phone)?)$/i, part: /电话|手机|联系方式|phone|mobile|tel\b/i, not: /监护|家属|联系人|紧急|照顾|亲属|父|母|配偶/ },
  registeredAddress: { whole: /^(户籍地址?|户口所在地|户籍所在地|户籍住址|户口地址|户籍地详址|户籍|户口地|身份证地址|registeredaddress|hukou(address)?|permanentaddress|householdregistration(address)?|address(on)?id)$/i, part: /户籍|户口|hukou|registered/i, not: /性质|类型|类别|户口本|type/i },
  currentAddress: { whole: /^(现居住地址?|现住址|居住地址?|住址|地址|家庭住址|家庭地址|常住地址?|现居地址?|现住地址?|现居住地|实际居住地址?|联系地址|居住地|详细地址|通讯地址|address|currentaddress|homeaddress|residence|residentialaddress|livesat|presentaddress)$/i, part: /住址|居住地|现居|地址|address/i, not: /户籍|户口|单位|邮箱|email|ip/i },
  community: { whole: /^(所属社区|社区|社区名称|所在社区|村|村居|村\/?社区|社区\/?村|居委会|社区居委会|辖区|所属村居|所属居委会|所属辖区|community|neighbou?rhood|village|residents'?committee)$/i, part: /社区|居委|村居|村委|communit|neighbou?rhood/i, not: /志愿|工作者|电话|负责|矫正|康复/ },
  lane: { whole: /^(巷|巷道|里巷|街巷|胡同|小区|小区名称|路巷|lane|alley|street)$/i },
  building: { whole: /^(楼栋|楼号|栋号|门牌|门牌号|楼栋号|building|block)$/i },
  guardianName: { whole: /^(监护人(姓名)?|家属姓名|联系人姓名?|联系人|家属|亲属姓名|紧急联系人(姓名)?|照顾者(姓名)?|照料人(姓名)?|法定监护人(姓名)?|guardian|guardian'?sname|guardianname|carer(name)?|nextofkin|contactperson|emergencycontact(name)?)$/i, part: /(监护|家属|联系人|照顾|照料|亲属|guardian|carer|kin).*(姓名|名字|name)/i },
  guardianRelation: { whole: /^(关系|与.{0,6}关系|与本人关系|与残疾人关系|监护人关系|亲属关系|relation(ship)?(to.*)?|guardianrelation(ship)?)$/i, part: /关系|relation/i, not: /劳动/ },
  guardianPhone: { whole: /^(监护人(联系)?(电话|手机)(号码)?|监护人联系方式|家属(联系)?电话|家属联系方式|联系人(联系)?(电话|手机)(号码)?|联系人联系方式|紧急联系(人)?电话|照顾者电话|亲属电话|guardian'?s?(phone|tel|mobile|contact).*|carer'?s?(phone|tel|mobile).*|emergency(contact)?(phone|tel|number))$/i, part: /(监护|家属|联系人|照顾|照料|亲属|guardian|carer|kin|emergency).*(电话|手机|方式|phone|tel|mobile|号码)/i },
  guardianId: { whole: /^(监护人(身份)?证件?号码?|家属身份证号?码?|guardianid(no\.?|number)?)$/i, part: /(监护|家属|联系人|guardian|carer).*(身份证|证件|id)/i },
  employment: { whole: /^(就业状况|就业情况|是否就业|就业|工作情况|工作状况|劳动就业|职业|职业状况|从业状况|employment(status)?|occupation|job|work(status)?)$/i, part: /就业|职业|employ|occupation/i, not: /意愿|培训|需求/ },
  longAtHome: { whole: /^(是否长期居家|长期居家|是否居家|居家情况|居家|长期在家|是否长期在家|是否足不出户|居家状况|出行情况|外出情况|是否(经常)?外出|能否外出|能否出门|home-?bound|house-?bound|longathome|staysathome|long-?termathome|athome|goesout)$/i, part: /居家|在家|足不出户|不出门|不外出|能否?外出|能否?出门|出行|home-?bound|house-?bound|athome|goesout|leaves?(the)?home|stay(s|ing)?(at)?home/i, not: /养老|康复|托养|改造|照护|服务/ },
  remarks: { whole: /^(备注|备考|说明|其他|其它|附注|备注说明|其他情况|特殊情况|remarks?|notes?|comments?|memo|other)$/i, part: /备注|说明|remark|note|comment/i },
};

/** Group headers over the columns of someone who is not the person of the row. */
const OTHER_PERSON = /监护|家属|联系人|照顾|照料|亲属|家长|父母|guardian|carer|caregiver|next\s*of\s*kin|emergency|contact\s*person/i;
const TO_GUARDIAN: Partial<Record<Field, Field>> = { name: "guardianName", phone: "guardianPhone", residentId: "guardianId" };
/** The question is put the other way round: yes means that the person goes out. */
const ASKED_OTHERWISE = /(能否?|是否|可否|会)(经常|能)?(外出|出门|下楼)|^goes?out$/i;

/** How well a header names a field: 1 the whole header, less when only a piece of it. */
export interface HeaderHit {
  readonly field: Field;
  readonly score: number;
  readonly inverted: boolean;
}

/** One spelling of a header: no spaces, no stars, no bracketed remark, no colon, no trailing number. */
function plainHeader(text: string): string {
  return tidy(text).replace(/\s/g, "").replace(/[([【].*?[)\]】]/g, "").replace(/[*:：?？。、_]+/g, "").replace(/(?<=\D)[1-9一二]$/, (digit) => (/[一二]/.test(digit) ? digit : ""));
}

/** Fields a header path (group › header) may name, best first. */
export function readHeader(path: readonly string[]): HeaderHit[] {
  const leaf = plainHeader(path.at(-1) ?? "");
  const groups = path.slice(0, -1).map(plainHeader).join("");
  if (leaf === "") return [];
  if (/^(是|否|yes|no)$/i.test(leaf)) return readHeader(path.slice(0, -1)).map((hit) => ({ ...hit, inverted: hit.inverted !== /^(否|no)$/i.test(leaf) }));
  const own = hitsOf(leaf);
  const hits = OTHER_PERSON.test(groups) ? own.map((hit) => ({ ...hit, field: TO_GUARDIAN[hit.field] ?? hit.field })) : own;
  const joined = groups === "" ? [] : hitsOf(groups + leaf).map((hit) => ({ ...hit, score: hit.score * 0.9 }));
  const best = new Map<Field, HeaderHit>();
  for (const hit of [...hits, ...joined]) if ((best.get(hit.field)?.score ?? 0) < hit.score) best.set(hit.field, hit);
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** True when a text is a header's word, whatever the field. */
export function isHeaderWord(text: string): boolean {
  const plain = plainHeader(text);
  return plain !== "" && plain.length <= 24 && (hitsOf(plain).length > 0 || OTHER_WORDS.test(plain));
}

/** Headers registers also have, which no field here takes. */
const OTHER_WORDS = /^(基本信息|基本情况|个人信息|住址|监护人|家属|生活状况|家庭情况|联系信息|学历|文化程度|婚姻状况|政治面貌|户口性质|低保|是否低保|发证日期|有效期|街道|网格|网格员|微信|邮编|健康状况|收入|补贴|education|marital.*|grid|income|details|personal.*|contact.*|address.*|guardian.*)$/i;

function hitsOf(plain: string): HeaderHit[] {
  const hits: HeaderHit[] = [];
  for (const field of Object.keys(WORDS) as Field[]) {
    const { whole, part, not } = WORDS[field];
    if (not?.test(plain)) continue;
    const score = whole.test(plain) ? 1 : part?.test(plain) ? 0.7 : 0;
    if (score > 0) hits.push({ field, score, inverted: field === "longAtHome" && ASKED_OTHERWISE.test(plain) });
  }
  return hits;
}
