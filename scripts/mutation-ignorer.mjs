import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

export const shownNotJudged = "shown-not-judged";

/**
 * Leaves out what a limit shows to readers of docs/limits.md and judges nothing with: its statement, its source, its usual
 * remedy, the rows of the catalogue that it stands for, the chapter that it is in. test/docs compares that page as a whole, and is no
 * part of the mutation run. Who settles a limit is left out, too, unless that decides whether a team can turn it off. All other
 * texts count: ids, what was got, what is wanted, and remedies that depend on the values.
 */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, shownNotJudged, {
    /** @param {any} path the node in the syntax tree of Babel */
    shouldIgnore: (path) =>
      isShown(path) ? "It is shown in docs/limits.md, which test/docs compares." : undefined,
  }),
];

const shown = ["statement", "source", "rows", "fix"];

function isShown(path) {
  const { parentPath: parent, node } = path;
  if (path.isObjectProperty()) {
    return isText(parent.node) && (shown.includes(node.key.name) || isAuthorityOfNoEffect(node));
  }
  return (
    path.key === 0 && path.listKey === "arguments" && parent.get("callee").isIdentifier({ name: "limitsOn" })
  );
}

/** The documented part of a limit. */
function isText(object) {
  return object.properties.some((property) => property.key?.name === "statement");
}

function isAuthorityOfNoEffect({ key, value }) {
  return key.name === "authority" && !["service", "manual"].includes(value.value);
}
