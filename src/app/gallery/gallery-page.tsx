export { default } from "./gallery.tsx";
