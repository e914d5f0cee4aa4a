import { meaningful } from "./text.ts";

const HAN = /\p{Script=Han}/u;

/**
 * A person's name. Spaces inside a Chinese name are layout (`王 芳`) and go;
 * between the words of another name they stay. The dot of names such as
 * 阿依古丽·买买提 is written in its several ways and becomes `·`.
 * What stands in brackets behind (`张三（曾用名张山）`, `李四(已故)`) is not the name.
 */
export function normaliseName(text: string): string | null {
  const tidied = meaningful(text.replace(/[•‧∙⋅●・．]/g, "·"))?.replace(/\s*[([【].*$/, "").replace(/[*#]+/g, "");
  if (!tidied || !/\p{L}/u.test(tidied)) return null;
  if (!HAN.test(tidied)) return tidied.trim();
  return tidied.replaceAll(" ", "").replace(/(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu, "·");
}
