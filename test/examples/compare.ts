import { isDeepStrictEqual } from "node:util";

/** The value of an argument. A reference is text: `ref:` and the address, then the attribute. */
export type ArgumentValue =
  string | number | boolean | null | readonly ArgumentValue[] | { readonly [member: string]: ArgumentValue };

export type ResourceArguments = Readonly<Record<string, ArgumentValue>>;

/** Resources and data sources by their Terraform address. */
export type Configuration = Readonly<Record<string, ResourceArguments>>;

/** The address of a resource in our stack, by its published address. */
export type Mapping = Readonly<Record<string, string>>;

/** Where two configurations differ. A side that is `undefined` does not have the resource or the argument. */
export interface Difference {
  /** Published address of the resource, followed by the argument unless the whole resource is meant. */
  readonly where: string;
  readonly published?: ArgumentValue;
  readonly ours?: ArgumentValue;
}

/** Stands for the type of a resource of ours that is of another type than the published one, as if it were an argument. */
export const TYPE = "(type)";

/** Our stack as if it had used the published names, so that both can be laid side by side. */
export function underPublishedNames(
  ours: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  mapping: Mapping,
): Configuration {
  const published = new Map(Object.entries(mapping).map(([theirName, ourName]) => [ourName, theirName]));
  if (published.size < Object.keys(mapping).length) {
    throw new Error("Two published resources are mapped to the same resource of ours");
  }
  const rename = (address: string) => published.get(address) ?? address;
  return Object.fromEntries(
    Object.entries(ours).map(([address, block]) => [
      rename(address),
      {
        ...anotherType(rename(address), address),
        ...Object.fromEntries(
          Object.entries(block).map(([argument, value]) => [
            argument,
            argument === "depends_on" ? inOrder(value, rename) : withReferences(value, rename),
          ]),
        ),
      },
    ]),
  );
}

function anotherType(published: string, ours: string): ResourceArguments {
  const { type } = placeOf(ours);
  return type === placeOf(published).type ? {} : { [TYPE]: type };
}

/**
 * Every difference, resource by resource and argument by argument, under published names. A resource that one side lacks is a
 * difference, and so is each of its arguments.
 */
export function differences(published: Configuration, ours: Configuration): Difference[] {
  return union(published, ours).flatMap((resource): Difference[] => {
    const theirs = published[resource];
    const own = ours[resource];
    return [
      ...(theirs === undefined || own === undefined ? [difference(resource, theirs && {}, own && {})] : []),
      ...argumentDifferences(resource, comparable(theirs ?? {}), comparable(own ?? {})),
    ];
  });
}

/** The parts of a `where`. */
export function placeOf(where: string): { resource: string; type: string; argument: string | undefined } {
  const match = /^(?<resource>(?:data\.)?(?<type>[^.]+)\.[^.]+)(?:\.(?<argument>.+))?$/.exec(where);
  const { resource, type, argument } = match?.groups ?? {};
  if (resource === undefined || type === undefined) {
    throw new Error(`${where} does not begin with the address of a resource`);
  }
  return { resource, type, argument };
}

/**
 * Arguments in a form in which equal means the same. An empty text is one that is not given: so the provider reads
 * it. An add-on is known by its name, not by its place in the list.
 */
export function comparable({ addons, ...others }: ResourceArguments): ResourceArguments {
  const given = Object.entries(others).filter(([, value]) => value !== "");
  return { ...Object.fromEntries(given), ...byName(addons) };
}

function byName(addons: ArgumentValue | undefined): ResourceArguments {
  if (addons === undefined) {
    return {};
  }
  if (!isList(addons)) {
    throw new Error("addons is a list of blocks");
  }
  const byName = new Map<string, ArgumentValue>();
  for (const addon of addons) {
    if (!isObject(addon) || typeof addon["name"] !== "string" || byName.has(addon["name"])) {
      throw new Error("addons have a name each, and no two have the same");
    }
    const { name, ...settings } = addon;
    byName.set(name, comparable(settings));
  }
  return Object.fromEntries([...byName].map(([name, settings]) => [`addons[${name}]`, settings]));
}

function argumentDifferences(
  resource: string,
  published: ResourceArguments,
  ours: ResourceArguments,
): Difference[] {
  return union(published, ours)
    .filter((argument) => !isDeepStrictEqual(published[argument], ours[argument]))
    .map((argument) => difference(`${resource}.${argument}`, published[argument], ours[argument]));
}

function difference(
  where: string,
  published: ArgumentValue | undefined,
  ours: ArgumentValue | undefined,
): Difference {
  return {
    where,
    ...(published === undefined ? {} : { published }),
    ...(ours === undefined ? {} : { ours }),
  };
}

function union(one: object, other: object): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
}

/** `${alicloud_vpc.x.id}` as the `ref:` of the published resource that x stands for; an expression with published names. */
function withReferences(value: unknown, rename: (address: string) => string): ArgumentValue {
  if (typeof value === "string") {
    const text = value.replaceAll(
      /\$\{(?<address>(?:data\.)?\w+\.[\w-]+)(?<attribute>[^}]*)\}/g,
      (_, address: string, attribute: string) => `ref:${rename(address)}${attribute}`,
    );
    return text.includes("${") ? text.replaceAll(/(?:data\.)?\w+\.[\w-]+/g, rename) : text;
  }
  if (Array.isArray(value)) {
    return value.map((member) => withReferences(member, rename));
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value);
    return Object.fromEntries(members.map(([name, member]) => [name, withReferences(member, rename)]));
  }
  if (typeof value === "number" || typeof value === "boolean" || value === null) {
    return value;
  }
  throw new Error(`Terraform JSON has no ${typeof value}`);
}

/** What comes first is named by its address alone. */
function inOrder(addresses: unknown, rename: (address: string) => string): ArgumentValue {
  if (!Array.isArray(addresses)) {
    throw new Error("depends_on is a list of addresses");
  }
  return addresses.map((address) => `ref:${rename(String(address))}`);
}

// Array.isArray does not narrow a readonly array away from an object.
export function isList(value: ArgumentValue): value is readonly ArgumentValue[] {
  return Array.isArray(value);
}

function isObject(value: ArgumentValue): value is { readonly [member: string]: ArgumentValue } {
  return typeof value === "object" && value !== null && !isList(value);
}
