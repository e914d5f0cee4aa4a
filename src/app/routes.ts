import { route, type RouteConfig } from "@react-router/dev/routes";
import { routeId } from "../platform/web/page-route.ts";
import { pages } from "./pages.ts";

export default pages.map((page) => (page.path === ""
  ? { id: routeId(page), index: true, file: `../${page.file}` }
  : route(page.path, `../${page.file}`, { id: routeId(page) }))) satisfies RouteConfig;
