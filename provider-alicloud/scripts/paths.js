"use strict";

const path = require("node:path");

const root = path.resolve(__dirname, "..");

/** Where things are in this workspace. */
module.exports = {
  root,
  schema: path.join(root, "schema/provider.json"),
  list: path.join(root, "schema/resources.json"),
  /** The bindings that users import. */
  lib: path.join(root, "lib"),
  /** The same bindings as the official generator makes them. */
  unpatchedLib: path.join(root, ".gen/unpatched/lib"),
  gen: path.join(root, ".gen"),
  stamp: path.join(root, ".gen/stamp"),
};
