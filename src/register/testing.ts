import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { addDays } from "#kernel/calendar.ts";
import { writeWorkbook, type CellValue } from "#platform/files/index.ts";
import { checkCharacterOf } from "./model/identity/check-resident-id.ts";
import { encodeGb18030 } from "./testing/encode-gb18030.ts";
import { aPick, type Pick } from "./testing/pick.ts";

/** The figures a careful clerk would find in a made-up register. */
export interface RegisterTruth {
  distinctPersons: number;
  homebound: number;
  idCheckDigitWrong: number;
  idTurnedIntoNumber: number;
  rowsRepeatingAPerson: number;
  rowsWithoutName: number;
  dataRows: number;
}

export interface RegisterShape {
  readonly format: "xlsx" | "csv" | "csv-gb18030";
  /** `clean`: one header line and no faults, for measuring. */
  readonly clean?: boolean;
  /** Where to begin, from 0 by default: the rest of a register that is too long for one file. */
  readonly from?: number;
}

const SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛阎段雷龙黎史陶贺毛郝顾龚邵万";
const GIVEN = "芳娟敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰红建文斌雪梅琴峰云凤俊浩宇轩梓涵欣怡思佳";
const COMMUNITIES = ["金沙", "北市", "水岸", "青松", "席子营", "云波", "白云路", "严家地"];
const LANES = ["一巷", "二巷", "三巷", "东里", "西里", "新村"];
const TYPES = ["视力", "听力", "言语", "肢体", "智力", "精神", "多重"];
const GRADES = [["一级", "壹级", "1"], ["二级", "贰级", "2"], ["三级", "叁级", "3"], ["四级", "肆级", "4"]];
const DIVISIONS = ["530102", "530103", "530111", "530128", "530326", "532128"];
const HEADER = ["序号", "姓名", "性别", "民族", "身份证号", "残疾证号", "残疾类别", "残疾等级", "出生日期", "联系电话", "户籍地址", "现居住地址", "所属社区", "姓名", "关系", "电话", "就业状况", "是否长期居家", "备注"];
const GROUPS = ["基本信息", "", "", "", "", "", "", "", "", "", "住址", "", "", "监护人", "", "", "生活状况", "", ""];
const FIRST_BIRTH = "1935-01-01";
const BIRTH_DAYS = 29_000;

/**
 * Writes a made-up register of any length to a file, row by row, with the
 * faults of real ones, and gives the figures it should come to. The same seed
 * gives the same file.
 */
export async function writeRegister(path: string, rows: number, seed: number, shape: RegisterShape): Promise<RegisterTruth> {
  const truth: RegisterTruth = { distinctPersons: 0, homebound: 0, idCheckDigitWrong: 0, idTurnedIntoNumber: 0, rowsRepeatingAPerson: 0, rowsWithoutName: 0, dataRows: 0 };
  const lines = registerLines({ from: shape.from ?? 0, rows }, seed, shape.clean ?? false, truth);
  const to = createWriteStream(path);
  if (shape.format === "xlsx") await writeWorkbook([{ name: "名册", columns: HEADER.map(() => ({})), rows: lines }], to);
  else {
    for (const line of lines) if (!to.write(encode(csvLine(line), shape.format))) await new Promise((resolve) => to.once("drain", () => resolve(null)));
    to.end();
  }
  await finished(to);
  return truth;
}

function encode(text: string, format: "csv" | "csv-gb18030"): Buffer {
  return format === "csv" ? Buffer.from(text, "utf8") : encodeGb18030(text);
}

function csvLine(line: readonly CellValue[]): string {
  return `${line.map((value) => {
    const text = value === null ? "" : typeof value === "object" ? value.day.replaceAll("-", "/") : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }).join(",")}\r\n`;
}

function* registerLines({ from, rows }: { from: number; rows: number }, seed: number, clean: boolean, truth: RegisterTruth): Generator<CellValue[]> {
  if (!clean) {
    yield ["残疾人基本信息名册（虚构）"];
    yield ["填表单位：某街道          填表日期：2021年6月"];
    yield GROUPS;
  }
  yield HEADER;
  for (let row = from; row < from + rows; row++) {
    yield aRow(row, seed, clean ? "plain" : faultOf(row), clean, truth);
    if (!clean && row % 300 === 299) yield ["", "小计"];
  }
  if (!clean) {
    yield ["合计", rows];
    yield ["审核人：", "", "", "填表人："];
  }
}

type RowFault = "plain" | "repeat" | "nameless" | "check_digit" | "number";

function faultOf(row: number): RowFault {
  if (row % 450 === 100) return "nameless";
  if (row % 155 === 12) return "check_digit";
  if (row % 230 === 17) return "number";
  return row > 60 && row % 60 === 59 && faultOf(row - 31) === "plain" ? "repeat" : "plain";
}

function aRow(row: number, seed: number, fault: RowFault, clean: boolean, truth: RegisterTruth): CellValue[] {
  const person = fault === "repeat" ? row - 31 : row;
  const line = aPerson(person, seed, clean, aPick(seed, row));
  line[0] = row + 1;
  truth.dataRows++;
  if (fault === "repeat") truth.rowsRepeatingAPerson++;
  else if (fault === "nameless") truth.rowsWithoutName++;
  else {
    truth.distinctPersons++;
    if (isAtHome(row)) truth.homebound++;
  }
  if (fault === "nameless") line[1] = "";
  if (fault === "check_digit") {
    truth.idCheckDigitWrong++;
    const id = String(residentId(row));
    line[4] = id.slice(0, 17) + (id.endsWith("1") ? "2" : "1");
    line[5] = `${line[4]}${String(line[5]).slice(18)}`;
  }
  if (fault === "number") {
    truth.idTurnedIntoNumber++;
    line[4] = Number(`${residentId(row).slice(0, 15)}000`);
  }
  return line;
}

/** `style` changes how the row is written, not who it is: a repeated row has other spellings and another telephone. */
function aPerson(person: number, seed: number, clean: boolean, style: Pick): CellValue[] {
  const pick = aPick(seed ^ 0x5bd1, person);
  // People born on one day have different surnames, so that only a repeated row is a repeated person.
  const surname = SURNAMES[Math.floor(person / BIRTH_DAYS) % SURNAMES.length]!;
  const name = surname + pick.of(GIVEN) + (pick.chance(0.7) ? pick.of(GIVEN) : "");
  const type = pick.below(7);
  const grade = pick.below(4);
  const community = pick.of(COMMUNITIES);
  const home = `${pick.of(LANES)}${pick.below(60) + 1}号${pick.below(6) + 1}单元${pick.below(600) + 101}`;
  const id = residentId(person);
  const atHome = isAtHome(person);
  const onlyInRemarks = atHome && person % 5 === 0 && !clean;
  return [
    0, clean ? name : style.chance(0.03) ? `${name[0]} ${name.slice(1)}` : name, Number(id[16]) % 2 === 1 ? "男" : "女", style.of(["汉", "汉族", "白", "彝", "回族"]),
    clean ? id : style.of([id, id, id, id, ` ${id}`, fullWidth(id), id.toLowerCase()]), `${id}${type + 1}${grade + 1}`,
    style.of([TYPES[type]!, `${TYPES[type]}残疾`, String(type + 1)]), style.of(GRADES[grade]!), birthCell(birthOf(person), clean, style),
    `${style.of(["138", "139", "150", "188"])}${String(style.below(100_000_000)).padStart(8, "0")}${style.chance(0.05) ? "/0871-65548529" : ""}`,
    `昆明市盘龙区${home}`, `${community}社区${home}`, style.of([community, `${community}社区`, `${community}社区居委会`]), "", "", "",
    pick.of(["在业", "未就业", "退休", "在校", ""]), onlyInRemarks ? "" : atHome ? style.of(["是", "√", "Y", "是 "]) : style.of(["否", "×", ""]), onlyInRemarks ? "长期居家，不出门" : "",
  ];
}

function isAtHome(person: number): boolean {
  return person % 13 === 5;
}

/** A different number for each of a hundred million persons. */
function residentId(person: number): string {
  const birth = birthOf(person).replaceAll("-", "");
  const sequence = Math.floor(person / BIRTH_DAYS) % 999 + 1;
  const first17 = `${DIVISIONS[person % DIVISIONS.length]}${birth}${String(sequence).padStart(3, "0")}`;
  return first17 + checkCharacterOf(first17);
}

function birthOf(person: number): string {
  return addDays(FIRST_BIRTH, (person * 7919) % BIRTH_DAYS);
}

function birthCell(on: string, clean: boolean, style: Pick): CellValue {
  if (clean) return on;
  const [year, month, day] = on.split("-").map(Number) as [number, number, number];
  return style.of<CellValue>([{ day: on }, `${year}年${month}月${day}日`, `${year}.${month}.${day}`, on.replaceAll("-", ""), fullWidth(`${year}-${month}-${day}`)]);
}

function fullWidth(text: string): string {
  return text.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}
