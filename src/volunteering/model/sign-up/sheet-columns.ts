/** A cell as the file reader gives it; dates as `YYYY-MM-DD`, with ` HH:MM:SS` where the cell had a time. */
export interface SheetCell {
  readonly kind: "blank" | "text" | "number" | "date" | "boolean" | "error";
  readonly text: string;
}

/** One row of a sheet, numbered as the person sees it. */
export interface SheetLine {
  readonly rowNumber: number;
  readonly cells: readonly SheetCell[];
}

/** What a sign-up sheet may say about somebody. */
export const SHEET_FIELDS = [
  "submittedAt", "name", "sex", "birth", "affiliation", "subject", "phone", "availability", "area", "interests", "skills", "languages",
  "screening", "training", "appraisal", "emergencyContact", "guardian",
] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];

/** Which column, from 0, holds which field. */
export type SheetColumns = Partial<Record<SheetField, number>>;

interface ColumnRule {
  readonly header: RegExp;
  /** How a header that looks right gives away that it is something else. */
  readonly unless?: RegExp;
  /** What most values look like; tells a column without a usable header. */
  readonly value?: RegExp;
}

const OF_ANOTHER = /紧急|监护|家长|家属|父|母|emergency|guardian/i;

const RULES: Record<SheetField, ColumnRule> = {
  submittedAt: { header: /(提交|填写|报名|登记).*(时间|日期)|时间戳|submitted|timestamp/i },
  name: { header: /姓名|名字|^name|称呼/i, unless: OF_ANOTHER },
  sex: { header: /性别|^sex|gender/i, value: /^[男女]$/ },
  birth: { header: /出生|生日|birth/i },
  affiliation: { header: /学校|单位|院校|职业|school|employer|organi[sz]ation/i },
  subject: { header: /专业|院系|major|subject/i, unless: /技能|特长/ },
  phone: { header: /手机|电话|联系方式|phone|mobile/i, unless: OF_ANOTHER, value: /^1[3-9]\d{9}$/ },
  availability: { header: /(可|能|方便).*时间|服务时间|空闲|时间段|availab/i, value: /周[一二三四五六日末]|工作日|均可/ },
  area: { header: /居住|住址|地址|社区|小区|address|live/i, unless: OF_ANOTHER },
  interests: { header: /兴趣|爱好|interest|hobb/i },
  skills: { header: /特长|技能|专长|skill/i },
  languages: { header: /方言|语言|language|dialect/i },
  screening: { header: /犯罪|背景|筛查|审查|screening|record check/i, value: /^(已提交|办理中|未提交)$/ },
  training: { header: /培训|training/i },
  appraisal: { header: /面试|面谈|考核|评审|interview|apprais/i, value: /^(通过|储备|不适合)$/ },
  emergencyContact: { header: /紧急|emergency/i },
  guardian: { header: /监护|家长|guardian|parent/i },
};

/** A column proposed for a field, and whether the header or only its values say so. */
export interface ColumnProposal {
  readonly columns: SheetColumns;
  readonly byValues: readonly SheetField[];
}

const LINES_LOOKED_AT = 20;

/** The place of the header among the first lines: the line most of whose cells are known headers; undefined when none is. */
export function findHeader(lines: readonly SheetLine[]): number | undefined {
  const known = lines.slice(0, LINES_LOOKED_AT).map((line) => line.cells.filter((cell) => cell.kind === "text" && fieldsOf(cell.text).length > 0).length);
  const most = Math.max(0, ...known);
  return most >= 2 ? known.indexOf(most) : undefined;
}

/** Columns proposed from the header first, and from what the values look like where the header says nothing. */
export function proposeColumns(header: SheetLine, sample: readonly SheetLine[]): ColumnProposal {
  const columns: SheetColumns = {};
  const taken = new Set<number>();
  header.cells.forEach((cell, at) => {
    const field = fieldsOf(cell.text).find((candidate) => columns[candidate] === undefined);
    if (field === undefined) return;
    columns[field] = at;
    taken.add(at);
  });
  const byValues = SHEET_FIELDS.filter((field) => {
    const at = columns[field] === undefined ? columnByValues(RULES[field].value, sample, taken) : undefined;
    if (at === undefined) return false;
    columns[field] = at;
    taken.add(at);
    return true;
  });
  return { columns, byValues };
}

function fieldsOf(header: string): SheetField[] {
  const text = header.normalize("NFKC").replace(/\s/g, "");
  return SHEET_FIELDS.filter((field) => RULES[field].header.test(text) && !RULES[field].unless?.test(text));
}

/** The first free column most of whose values look right. */
function columnByValues(value: RegExp | undefined, sample: readonly SheetLine[], taken: ReadonlySet<number>): number | undefined {
  if (!value || sample.length === 0) return undefined;
  const width = Math.max(...sample.map(({ cells }) => cells.length));
  for (let at = 0; at < width; at += 1) {
    if (taken.has(at)) continue;
    const filled = sample.map(({ cells }) => cells[at]?.text.normalize("NFKC").trim() ?? "").filter((text) => text !== "");
    if (filled.length > 0 && filled.filter((text) => value.test(text)).length >= filled.length * 0.8) return at;
  }
  return undefined;
}
