import type { Sex } from "../terms.ts";

/** What a word of kinship (亲属称谓) says of the other: how they are related, and their sex where the word tells it. */
export interface Kin {
  readonly kind: "parent" | "child" | "spouse" | "former_spouse" | "sibling" | "grandparent" | "grandchild" | "older" | "younger" | "same";
  readonly sex: Sex | null;
}

/** Generations down from the person: a parent is one up. */
export const GENERATION: Readonly<Record<Kin["kind"], number>> = { grandparent: -2, parent: -1, older: -1, spouse: 0, former_spouse: 0, sibling: 0, same: 0, child: 1, younger: 1, grandchild: 2 };

const WORDS: readonly (readonly [words: RegExp, kind: Kin["kind"], sex: Sex | null])[] = [
  [/^(继|养)?(父亲?|爸爸?)$/, "parent", "male"], [/^(继|养)?(母亲?|妈妈?)$/, "parent", "female"], [/^(养|继)?父母$/, "parent", null],
  // As registers write of a guardian: 母子, what the two are to each other; the guardian is the parent.
  [/^父(子|女)$/, "parent", "male"], [/^母(子|女)$/, "parent", "female"],
  [/^(继|养)?儿子?$/, "child", "male"], [/^(继|养)?女儿?$/, "child", "female"], [/^子女$/, "child", null],
  [/^(丈夫|老公|夫)$/, "spouse", "male"], [/^(妻子?|老婆)$/, "spouse", "female"], [/^(配偶|爱人|夫妻)$/, "spouse", null],
  [/^前夫$/, "former_spouse", "male"], [/^前妻$/, "former_spouse", "female"], [/^前配偶$/, "former_spouse", null],
  [/^(哥哥?|弟弟?|兄|兄长|兄弟)$/, "sibling", "male"], [/^(姐姐?|妹妹?|姐妹)$/, "sibling", "female"], [/^(姐弟|兄妹|兄弟姐妹|弟妹|兄姐)$/, "sibling", null],
  [/^(爷爷|祖父|外公|外祖父|姥爷)$/, "grandparent", "male"], [/^(奶奶|祖母|外婆|外祖母|姥姥)$/, "grandparent", "female"], [/^(外?祖父母)$/, "grandparent", null],
  [/^(外?孙子?)$/, "grandchild", "male"], [/^(外?孙女)$/, "grandchild", "female"], [/^(外?孙辈)$/, "grandchild", null],
  [/^(叔叔?|伯父|伯伯|舅舅?|姑父|姨父|公公|岳父)$/, "older", "male"], [/^(姑姑?|姨妈?|婶婶?|伯母|舅妈|婆婆|岳母)$/, "older", "female"], [/^长辈$/, "older", null],
  [/^(侄子?|外甥|女婿)$/, "younger", "male"], [/^(侄女|外甥女|儿媳妇?)$/, "younger", "female"], [/^晚辈$/, "younger", null],
  [/^(堂|表)(哥|弟|兄)$/, "same", "male"], [/^(堂|表)(姐|妹)$/, "same", "female"],
];

/** Reads a word of kinship; null for words that are none, such as 邻居, and for those that say too little. */
export function kinOf(relation: string): Kin | null {
  const word = relation.trim();
  const found = WORDS.find(([words]) => words.test(word));
  return found ? { kind: found[1], sex: found[2] } : null;
}
