import { table } from "./table";

/** When the figures of {@link instanceType} were collected; Alibaba Cloud adds types and changes figures since. */
export const INSTANCE_TYPES_AS_OF = "2026-03";

/** What an ECS instance type offers, as far as its documentation says. */
export interface InstanceTypeFigures {
  /** For example `ecs.g7.xlarge`. */
  readonly name: string;
  /** For example `ecs.g7`; `ecs.gn6i-c4g1` has the parts of its size in the name. */
  readonly family: string;
  readonly vcpus: number;
  readonly memoryGiB: number;
  readonly architecture: "x86_64" | "arm64";
  readonly isBareMetal: boolean;
  /** Network interfaces, the primary one among them. */
  readonly enis: number | undefined;
  /** Private IPv4 addresses of each interface, its primary one among them. */
  readonly ipv4PerEni: number | undefined;
  readonly ipv6PerEni: number | undefined;
  /** Absent without a GPU. */
  readonly gpu?: {
    /** Undefined for a part of a GPU. */
    readonly count: number | undefined;
    /** Undefined where the documentation names none. */
    readonly model: string | undefined;
  };
}

type Family = Pick<InstanceTypeFigures, "family" | "architecture" | "isBareMetal"> & {
  readonly gpuModel: string | undefined;
};

const PREFIX = "ecs.";
const known = new Map<string, InstanceTypeFigures | undefined>();
let lines: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The figures of an ECS instance type.
 *
 * @param name for example `ecs.g7.xlarge`
 * @returns undefined for a type that the table does not have: it may be newer
 */
export function instanceType(name: string): InstanceTypeFigures | undefined {
  // Apps ask for few types, and for each of them thousands of times.
  if (!known.has(name)) {
    known.set(name, find(name));
  }
  return known.get(name);
}

/** The names of all types in the table, by family and size. */
export function instanceTypeNames(): string[] {
  return [...families()].flatMap(([family, ofFamily]) =>
    ofFamily.flatMap((line) => cellsOf(line).map((cell) => `${PREFIX}${family}.${sizeOf(cell)}`)),
  );
}

function find(name: string): InstanceTypeFigures | undefined {
  const dot = name.lastIndexOf(".");
  const size = name.slice(dot + 1);
  for (const line of families().get(name.slice(PREFIX.length, dot)) ?? []) {
    const cell = cellsOf(line).find((one) => sizeOf(one) === size);
    if (cell !== undefined && name.startsWith(PREFIX)) {
      return read(name, familyOf(line), cell);
    }
  }
  return undefined;
}

/** The lines of the table by family; made at the first question, not at import. */
function families(): ReadonlyMap<string, readonly string[]> {
  if (lines === undefined) {
    const byFamily = new Map<string, string[]>();
    for (const line of table.trim().split("\n")) {
      const [family = ""] = line.split(" ", 1);
      byFamily.set(family, [...(byFamily.get(family) ?? []), line]);
    }
    lines = byFamily;
  }
  return lines;
}

function cellsOf(line: string): string[] {
  return line.slice(line.indexOf("= ") + 2).split(" ");
}

function sizeOf(cell: string): string {
  return cell.slice(0, cell.indexOf(":"));
}

function familyOf(line: string): Family {
  const [name = "", gpuModel] = /^(\S+)(?:[^[=]*)(?:\[(.*)\])?/.exec(line)?.slice(1) ?? [];
  return {
    family: PREFIX + name,
    architecture: / arm64 /.test(line) ? "arm64" : "x86_64",
    isBareMetal: /^(ebm|scc)/.test(name),
    gpuModel,
  };
}

function read(name: string, { gpuModel, ...family }: Family, cell: string): InstanceTypeFigures {
  const [, vcpus, memoryGiB, network = "", gpus = ""] = cell.split(":");
  const [enis, ipv4PerEni, ipv6PerEni] = network.split(/[x/]/);
  return Object.freeze({
    name,
    ...family,
    vcpus: Number(vcpus),
    memoryGiB: Number(memoryGiB),
    enis: numberOf(enis),
    ipv4PerEni: numberOf(ipv4PerEni),
    ipv6PerEni: numberOf(ipv6PerEni),
    ...(gpus === "" ? {} : { gpu: { count: gpus === "?" ? undefined : Number(gpus), model: gpuModel } }),
  });
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined || text === "" ? undefined : Number(text);
}
