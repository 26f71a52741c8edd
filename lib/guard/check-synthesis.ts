import { isObject, type Action, type ResourceChange, type Values } from "./change";
import { judge, type GuardOptions, type GuardReport } from "./check-plan";
import { withDefaults } from "./create-only";
import { knownForcingPaths } from "./forcing-paths";

/**
 * Compares two synthesized documents (cdk.tf.json) of one stack, without Terraform and without the state: for a pull
 * request. It sees what the code changes, and not what has changed in the account; references count as their text; an
 * argument that the service fills in is judged only where both documents give it; and what Terraform would replace
 * because something it refers to is replaced is followed through ids. The plan has the last word.
 *
 * @throws ValueError when an allowance has no reason
 */
export function checkSynthesis(before: unknown, after: unknown, options: GuardOptions = {}): GuardReport {
  return judge({ changes: changesBetween(before, after), isPartial: false }, options);
}

/** What the step from one synthesized document to another does with each resource that either of them has. */
export function changesBetween(before: unknown, after: unknown): readonly ResourceChange[] {
  const was = resourcesOf(before);
  const is = resourcesOf(after);
  const moves = movesOf(after);
  const changes = [...is].map(([address, resource]) => {
    const from = was.has(address) ? address : (moves.get(address) ?? address);
    const earlier = was.get(from);
    was.delete(from);
    return changeOf(address, resource, earlier);
  });
  const removed = removedFrom(after);
  const gone = [...was].map(([address, resource]) => goneOf(address, resource, removed));
  return followReferences([...changes, ...gone], is);
}

interface Resource {
  readonly type: string;
  readonly values: Values;
  readonly ignoreChanges: readonly string[];
  readonly isCreatedFirst: boolean;
}

/** What stands in a resource block and is no argument of the provider. */
const meta = new Set([
  "//",
  "connection",
  "count",
  "depends_on",
  "for_each",
  "lifecycle",
  "provider",
  "provisioner",
]);

function resourcesOf(document: unknown): Map<string, Resource> {
  const byType = entries(document, "resource");
  return new Map(
    byType.flatMap(([type, byName]) =>
      Object.entries(isObject(byName) ? byName : {}).map(([name, block]): [string, Resource] => {
        const all = Object.entries(isObject(block) ? block : {});
        const values = Object.fromEntries(all.filter(([key]) => !meta.has(key) && key !== "timeouts"));
        return [
          `${type}.${name}`,
          {
            type,
            values: withDefaults(type, values),
            ignoreChanges: ignoredIn(block),
            isCreatedFirst: lifecycleOf(block)["create_before_destroy"] === true,
          },
        ];
      }),
    ),
  );
}

function lifecycleOf(block: unknown): Values {
  const lifecycle = isObject(block) ? block["lifecycle"] : undefined;
  return isObject(lifecycle) ? lifecycle : {};
}

function ignoredIn(block: unknown): readonly string[] {
  const ignored = lifecycleOf(block)["ignore_changes"];
  if (ignored === "all") return ["all"];
  return Array.isArray(ignored) ? ignored.filter((name) => typeof name === "string") : [];
}

function changeOf(
  address: string,
  { type, values, ignoreChanges, isCreatedFirst }: Resource,
  earlier?: Resource,
): ResourceChange {
  if (earlier === undefined) return { address, type, actions: ["create"], before: null, after: values };
  const after = ignoreChanges.includes("all")
    ? earlier.values
    : keeping(values, earlier.values, ignoreChanges);
  const change = {
    address,
    type,
    actions: ["update"] as readonly Action[],
    before: earlier.values,
    after,
    configured: new Set(Object.keys(values)),
  };
  const replacePaths = knownForcingPaths(change);
  return replacePaths.length === 0 ? change : { ...change, actions: replacing(isCreatedFirst), replacePaths };
}

function replacing(isCreatedFirst: boolean): readonly Action[] {
  return isCreatedFirst ? ["create", "delete"] : ["delete", "create"];
}

/** Of `ignore_changes` the arguments as a whole; single members of them are left to the plan. */
function keeping(values: Values, earlier: Values, ignoreChanges: readonly string[]): Values {
  const kept = ignoreChanges.map((name): [string, unknown] => [name, earlier[name]]);
  return { ...values, ...Object.fromEntries(kept) };
}

function goneOf(address: string, { type, values }: Resource, removed: ReadonlySet<string>): ResourceChange {
  const actions: readonly Action[] = removed.has(address) ? ["forget"] : ["delete"];
  const reason = "delete_because_no_resource_config";
  return { address, type, actions, before: values, after: null, reason };
}

/** Replaces what names the id of a replaced resource in an argument that forces replacement, until nothing is new. */
function followReferences(
  changes: readonly ResourceChange[],
  is: ReadonlyMap<string, Resource>,
): readonly ResourceChange[] {
  const replaced = new Set(changes.filter(isReplaced).map(({ address }) => address));
  let current = changes;
  for (let found = replaced.size > 0; found;) {
    found = false;
    current = current.map((change) => {
      if (isReplaced(change) || change.before === null || change.after === null) return change;
      const names = Object.keys(change.after).filter((name) => refersToAny(change.after?.[name], replaced));
      const unknown = Object.fromEntries(names.map((name) => [name, true]));
      const replacePaths = knownForcingPaths({ ...change, afterUnknown: unknown });
      if (names.length === 0 || replacePaths.length === 0) return change;
      found = true;
      replaced.add(change.address);
      const actions = replacing(is.get(change.address)?.isCreatedFirst === true);
      return { ...change, actions, afterUnknown: unknown, replacePaths };
    });
  }
  return current;
}

function isReplaced({ actions }: ResourceChange): boolean {
  return actions.includes("delete") && actions.includes("create");
}

function refersToAny(value: unknown, addresses: ReadonlySet<string>): boolean {
  const text = JSON.stringify(value) ?? "";
  const ids = text.matchAll(/\b([a-z]\w*\.[\w-]+)\.id\b/g);
  return [...ids].some(([, address]) => addresses.has(address ?? ""));
}

function movesOf(document: unknown): ReadonlyMap<string, string> {
  const moved = isObject(document) ? document["moved"] : undefined;
  const list: readonly unknown[] = Array.isArray(moved) ? moved : [moved];
  return new Map(
    list.flatMap((move): [string, string][] =>
      isObject(move) && typeof move["to"] === "string" && typeof move["from"] === "string"
        ? [[move["to"], move["from"]]]
        : [],
    ),
  );
}

function removedFrom(document: unknown): ReadonlySet<string> {
  const removed = isObject(document) ? document["removed"] : undefined;
  const list: readonly unknown[] = Array.isArray(removed) ? removed : [removed];
  const letGo = list.filter(
    (block): block is Values =>
      isObject(block) && isObject(block["lifecycle"]) && block["lifecycle"]["destroy"] === false,
  );
  return new Set(letGo.map(({ from }) => String(from)));
}

function entries(document: unknown, key: string): [string, unknown][] {
  const value = isObject(document) ? document[key] : undefined;
  return Object.entries(isObject(value) ? value : {});
}
