import { useLanguage } from "#platform/i18n/use-text.ts";

/** A role with its names. */
export interface NamedRole {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** The name of a role in the language of this page. */
export function useRoleName(roles: readonly NamedRole[]): (key: string) => string {
  const language = useLanguage();
  return (key) => {
    const role = roles.find((known) => known.key === key);
    return (language === "zh" ? role?.nameZh : role?.nameEn) ?? key;
  };
}
