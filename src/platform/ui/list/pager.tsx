import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import { useKitText } from "../messages/texts.ts";
import { cursorHref } from "./search-params.ts";

export interface PagerProps {
  /** Keyset cursor of the first row shown; nothing on the first page. */
  before?: string | null;
  /** Keyset cursor of the last row shown; nothing on the last page. */
  after?: string | null;
  /** What is shown, in words. */
  children?: ReactNode;
}

/** Back and forth through a list by keyset: `before=` and `after=` in the address, filters kept. */
export function Pager({ before, after, children }: PagerProps) {
  const t = useKitText();
  const [params] = useSearchParams();
  if (!before && !after && !children) return null;
  return (
    <nav className="pager" aria-label={t.pages}>
      <p>{children}</p>
      <div className="cluster">
        {before ? <Link className="button" to={cursorHref(params, "before", before)} rel="prev"><ChevronLeft className="icon" aria-hidden="true" />{t.previous}</Link> : null}
        {after ? <Link className="button" to={cursorHref(params, "after", after)} rel="next">{t.next}<ChevronRight className="icon" aria-hidden="true" /></Link> : null}
      </div>
    </nav>
  );
}
