import { Link } from "react-router";
import { useKitText } from "../messages/texts.ts";

/** The sign of two neighbours, and the name. */
export function Brand({ to = "/" }: { to?: string }) {
  const t = useKitText();
  return (
    <Link className="brand" to={to}>
      <svg className="brand-mark" viewBox="0 0 28 28" aria-hidden="true">
        <rect width="28" height="28" rx="9" fill="currentColor" />
        <circle cx="9.5" cy="11.5" r="4.5" />
        <circle cx="18.5" cy="16.5" r="4.5" opacity=".75" />
      </svg>
      {t.brand}
    </Link>
  );
}
