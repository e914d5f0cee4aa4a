import { squeeze } from "./text.ts";

/** How the guardian is related, in the words registers use. Anything else is kept as written. */
const RELATIONS = /^(父亲?|母亲?|父母|爸爸?|妈妈?|配偶|丈夫|妻子?|夫妻|夫|老公|老婆|儿子?|子|女儿?|子女|父子|父女|母子|母女|兄弟?|弟弟?|哥哥?|姐姐?|妹妹?|姐妹|姐弟|兄妹|兄弟姐妹|祖父|祖母|爷爷|奶奶|外公|外婆|外祖父母?|孙子?|孙女|祖孙|儿媳|女婿|媳妇|叔叔?|伯父|姑姑?|舅舅?|姨妈?|侄子?|侄女|外甥女?|亲戚|亲属|朋友|邻居|监护人|本人|其他|社区|居委会|单位|father|mother|parent|spouse|husband|wife|son|daughter|brother|sister|sibling|grandparent|grandfather|grandmother|uncle|aunt|relative|friend|neighbour|self|other)$/i;

/** True for a word that says how two people are related. */
export function isRelation(text: string): boolean {
  return RELATIONS.test(squeeze(text));
}
