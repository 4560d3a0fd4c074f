import { shell } from "./shell.mjs";

export function render({ title, content, pagination }) {
  const root = pagination.pageNumber ? "../../" : "../";
  return shell({ title, description: title, kind: "articles", root, content });
}
