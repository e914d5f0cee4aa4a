import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, Stack, SubmitButton, Task, TaskList } from "#platform/ui/index.ts";
import { identityText } from "../../messages/index.ts";
import type { DemoPerson } from "../../service/sessions/list-demo-people.ts";
import { FormFrame } from "./form-frame.tsx";

/** The made-up people of a demonstration, each with one button. */
export function DemoPeople({ people, next, result }: { people: readonly DemoPerson[]; next: string; result: unknown }) {
  const t = useText(identityText);
  const language = useLanguage();
  return (
    <Card title={t.enter.demoTitle}>
      <Stack>
        <p className="soft">{t.enter.demoLead}</p>
        <TaskList>
          {people.map((person) => (
            <Task key={person.accountId} name={person.name} title={person.name} chip={<Chip>{language === "zh" ? person.roleNameZh : person.roleNameEn}</Chip>} action={
              <FormFrame intent="demo" result={result}>
                <input type="hidden" name="next" value={next} />
                <SubmitButton tone="plain" name="accountId" value={person.accountId}>{t.enter.demoEnter}<span className="sr-only"> {person.name}</span></SubmitButton>
              </FormFrame>
            }>{person.organization}</Task>
          ))}
        </TaskList>
      </Stack>
    </Card>
  );
}
