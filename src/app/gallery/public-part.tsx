import { HandHeart } from "lucide-react";
import { Form } from "react-router";
import { ButtonLink, Card, DEFAULT_PREFERENCES, FormActions, PageHeader, PublicShell, SubmitButton, TextArea, TextField, Tiles } from "#platform/ui/index.ts";

/** A public page: no account, whole without script. */
export function PublicPart() {
  return (
    <PublicShell preferences={DEFAULT_PREFERENCES} links={[{ to: "/ask", label: "求助" }, { to: "/join", label: "做志愿者" }]} signInTo="/sign-in" footer={<p>青云街道 · 社区老友 · 电话 0000-1234567</p>}>
      <PageHeader title="有什么可以帮您" lead="说给我们听。三天之内，社工会给您回电话。不留姓名也可以。" />
      <Form method="post" className="form">
        <TextArea name="words" label="您遇到了什么难处" hint="想到什么写什么" />
        <TextField name="callback" label="怎么找到您" hint="电话或者微信" optional />
        <FormActions><SubmitButton icon={<HandHeart className="icon" aria-hidden="true" />}>提出求助</SubmitButton></FormActions>
      </Form>
      <Tiles>
        <Card title="帮别人问"><p className="soft">邻居、家人有难处，也可以替他说一声。</p><ButtonLink to="/ask?for=other" tone="quiet">替人求助</ButtonLink></Card>
        <Card title="来做老友"><p className="soft">每周一次，陪一位年轻人出门。</p><ButtonLink to="/join" tone="quiet">我想参加</ButtonLink></Card>
      </Tiles>
    </PublicShell>
  );
}
