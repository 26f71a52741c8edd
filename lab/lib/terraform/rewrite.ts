import { LabError } from "./errors";
import { stateName, type Json, type JsonObject } from "./state-place";

/** Where the stack is, and where the lab keeps states. */
export interface Surroundings {
  readonly folder: string;
  /** Puts the path and the folder of the workspaces of a state together. */
  readonly localState: (name: string) => JsonObject;
}

export interface Rewritten {
  readonly content: JsonObject;
  readonly hasBackend: boolean;
}

/**
 * A configuration with every state in the lab: whichever backend it has becomes a local one, and so does every
 * `terraform_remote_state`.
 */
export function rewriteStates(content: JsonObject, where: Surroundings): Rewritten {
  let hasBackend = false;
  const backend = (kind: string, config: Json): JsonObject => {
    hasBackend = true;
    return { local: where.localState(stateName(kind, object(config), where.folder)) };
  };
  const settings = mapBlocks(content["terraform"], (block) => {
    const { backend: backends, cloud, ...others } = block;
    const [[kind, config] = []] = blocks(backends).flatMap((one) => Object.entries(one));
    if (kind !== undefined) return { ...others, backend: backend(kind, config ?? null) };
    if (cloud !== undefined && cloud !== null) return { ...others, backend: backend("cloud", cloud) };
    return block;
  });
  const data = mapBlocks(content["data"], (block) => {
    const { terraform_remote_state: states, ...others } = block;
    if (states === undefined) return block;
    return { ...others, terraform_remote_state: mapBlocks(states, (named) => readers(named, where)) };
  });
  return {
    content: {
      ...content,
      ...(content["terraform"] !== undefined && { terraform: settings }),
      ...(content["data"] !== undefined && { data }),
    },
    hasBackend,
  };
}

function readers(named: JsonObject, where: Surroundings): JsonObject {
  return Object.fromEntries(
    Object.entries(named).map(([name, block]) => {
      // A comment of the JSON syntax.
      if (name === "//") return [name, block];
      try {
        return [name, mapBlocks(block, (one) => reader(one, where))];
      } catch (failure) {
        if (!(failure instanceof LabError)) throw failure;
        throw new LabError(`data.terraform_remote_state.${name}: ${failure.message}`);
      }
    }),
  );
}

function reader(block: JsonObject, where: Surroundings): JsonObject {
  const kind = block["backend"];
  if (typeof kind !== "string") throw new LabError("it names no backend");
  const config = block["config"];
  if (typeof config === "string") throw new LabError(`the place of the state is an expression: ${config}`);
  const name = stateName(kind, object(config ?? null), where.folder);
  return { ...block, backend: "local", config: where.localState(name) };
}

/** A block of the JSON syntax stands alone or in a list. */
function blocks(value: Json | undefined): JsonObject[] {
  if (value === undefined || value === null) return [];
  if (isList(value)) return value.flatMap(blocks);
  return typeof value === "object" ? [value] : [];
}

function mapBlocks(value: Json | undefined, change: (block: JsonObject) => JsonObject): Json {
  if (value === undefined || value === null) return null;
  if (isList(value)) return value.map((item) => mapBlocks(item, change));
  return typeof value === "object" ? change(value) : value;
}

function object(value: Json): JsonObject {
  return blocks(value)[0] ?? {};
}

/** As the type guard of the language does not see that lists may be read-only. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
