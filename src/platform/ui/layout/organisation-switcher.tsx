import { Building2, ChevronsUpDown } from "lucide-react";
import { Form } from "react-router";
import { useKitText } from "../messages/texts.ts";
import { Menu } from "../overlay/menu.tsx";

export interface OrganisationSwitcherProps {
  current: string;
  /** The other organisations this account belongs to. */
  others: readonly { readonly id: string; readonly name: string }[];
  /** Where the choice is posted, as `orgId`. */
  action?: string;
}

/** The organisation acted for. With one membership it is only a name; with several, a menu. */
export function OrganisationSwitcher({ current, others, action = "/organisation" }: OrganisationSwitcherProps) {
  const t = useKitText();
  if (others.length === 0) return <p className="small soft">{current}</p>;
  const summary = (
    <><Building2 className="icon" aria-hidden="true" /><span><span className="sr-only">{t.organisation} </span>{current}</span><ChevronsUpDown className="icon" aria-hidden="true" /></>
  );
  return (
    <Menu summaryClass="who-button" panelClass="menu-panel down" summary={summary}>
      <p className="small soft">{t.switchTo}</p>
      {others.map((other) => (
        <Form method="post" action={action} key={other.id}>
          <button className="nav-link" name="orgId" value={other.id}>{other.name}</button>
        </Form>
      ))}
    </Menu>
  );
}
