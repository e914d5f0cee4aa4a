import { squeeze } from "./text.ts";

/** The 56 ethnic groups without 族, in the order of their codes 01–56. Source: GB/T 3304-1991. */
const GROUPS = ("汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺").split(" ");
const KNOWN = new Set(GROUPS);
const ENGLISH: Readonly<Record<string, string>> = { han: "汉", hui: "回", bai: "白", yi: "彝", mongol: "蒙古", tibetan: "藏", uyghur: "维吾尔", miao: "苗", zhuang: "壮", dai: "傣", hani: "哈尼", naxi: "纳西", lisu: "傈僳", manchu: "满", dong: "侗", yao: "瑶", wa: "佤", lahu: "拉祜", korean: "朝鲜" };

/** 白 → 白族, 01 → 汉族, Han → 汉族; null when it is none of the 56. */
export function normaliseEthnicity(text: string): string | null {
  const squeezed = squeeze(text);
  const numbered = /^\d{1,2}$/.test(squeezed) ? GROUPS[Number(squeezed) - 1] : undefined;
  const bare = numbered ?? ENGLISH[squeezed.toLowerCase()] ?? squeezed.replace(/族$/, "");
  return KNOWN.has(bare) ? `${bare}族` : null;
}
