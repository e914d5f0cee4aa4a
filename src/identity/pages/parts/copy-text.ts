/** Words of the copy button. */
export const copyText = { zh: { copy: "复制", copied: "已复制" }, en: { copy: "Copy", copied: "Copied" } };
