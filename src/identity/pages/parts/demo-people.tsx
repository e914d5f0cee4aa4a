import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, SubmitButton, Task, TaskList } from "#platform/ui/index.ts";
import { identityText } from "../../messages/index.ts";
import type { DemoPerson } from "../../service/sessions/list-demo-people.ts";
import { FormFrame } from "./form-frame.tsx";

/** The made-up people of a demonstration, each with one button. */
export function DemoPeople({ people, next, result }: { people: readonly DemoPerson[]; next: string; result: unknown }) {
  const t = useText(identityText);
  const language = useLanguage();
  return (
    <Card>
      <TaskList>
        {people.map((person) => {
          const role = language === "zh" ? person.roleNameZh : person.roleNameEn;
          return (
            <Task key={person.accountId} name={person.name} title={role} action={
              <FormFrame intent="demo" result={result}>
                <input type="hidden" name="next" value={next} />
                <SubmitButton tone="plain" name="accountId" value={person.accountId}>{t.enter.demoEnter.replace("{name}", person.name)}</SubmitButton>
              </FormFrame>
            }>{person.organization}</Task>
          );
        })}
      </TaskList>
    </Card>
  );
}
