import { matches, productSources, withoutComments, type Finding, type Rule } from "./repo.ts";

const HAN = /[\p{Script=Han}，。；：？！（）“”]+/gu;
/** A language is called by its own name in every language. */
const OWN_NAMES = new Set(["中文"]);
/** Pages whose Chinese is not wording: the gallery shows made-up people in every state. */
const ALLOWED = [/^src\/app\/gallery\//];

/** A page takes its words from messages, so that both languages and every later change of wording reach it. */
export const chineseInPages: Rule = {
  name: "no wording in pages",
  check: (files) => productSources(files)
    .filter(({ path }) => path.endsWith(".tsx") && !ALLOWED.some((allowed) => allowed.test(path)))
    .flatMap(({ path, text }) => [...matches(withoutComments(text), HAN)]
      .filter(({ match }) => !OWN_NAMES.has(match[0]))
      .map(({ line, match }): Finding => ({ path, line, message: `"${match[0]}" belongs into messages/zh.ts` }))),
};
