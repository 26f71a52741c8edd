import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

export const shownNotJudged = "shown-not-judged";

/**
 * Leaves out what a limit shows to readers of docs/limits.md and judges nothing with: its statement, its source, the rows of the
 * catalogue that it stands for, the chapter it is in. test/docs compares that page as a whole, and is no part of the mutation run.
 * All other texts count: ids, what was got, what is wanted, how to mend it.
 */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, shownNotJudged, {
    /** @param {any} path the node in the syntax tree of Babel */
    shouldIgnore: (path) =>
      isShown(path) ? "It is shown in docs/limits.md, which test/docs compares." : undefined,
  }),
];

const shown = ["statement", "source", "rows"];

function isShown(path) {
  const { parentPath: parent } = path;
  if (path.isObjectProperty()) return shown.includes(path.node.key.name) && isText(parent.node);
  return (
    path.key === 0 && path.listKey === "arguments" && parent.get("callee").isIdentifier({ name: "limitsOn" })
  );
}

function isText(object) {
  return object.properties.some((property) => property.key?.name === "statement");
}
