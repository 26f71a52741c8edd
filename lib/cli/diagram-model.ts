import { isRecord } from "./synthesized";

/** A synthesized stack and what cdktf calls it. */
export interface NamedStack {
  readonly name: string;
  readonly json: Readonly<Record<string, unknown>>;
}

export type DiagramKind = "vpc" | "zone" | "vswitch" | "nat" | "cluster" | "pool" | "existing";

export interface DiagramNode {
  readonly id: string;
  readonly kind: DiagramKind;
  /** Lines of text. */
  readonly label: readonly string[];
  /** Id of the VPC or the zone that it lies in. */
  readonly inside?: string;
}

export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
}

export interface Diagram {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

type Values = Readonly<Record<string, unknown>>;

interface Resource {
  /** Name of the stack and address in it: the same address may stand in several stacks. */
  readonly key: string;
  readonly stack: NamedStack;
  readonly type: string;
  readonly values: Values;
}

const clusterTypes: Readonly<Record<string, string>> = {
  alicloud_cs_managed_kubernetes: "managed",
  alicloud_cs_kubernetes: "dedicated",
  alicloud_cs_serverless_kubernetes: "serverless",
  alicloud_cs_edge_kubernetes: "edge",
};

/** What is drawn of stacks. The order of everything is that of names, so that the same stacks give the same diagram. */
export function diagramOf(stacks: readonly NamedStack[]): Diagram {
  return new Drawing(stacks).draw();
}

class Drawing {
  private readonly nodes = new Map<string, DiagramNode>();
  /** By key of a resource, or of what else is drawn. */
  private readonly ids = new Map<string, string>();
  private readonly edges = new Map<string, DiagramEdge>();
  private readonly resources: readonly Resource[];
  private readonly stacks: ReadonlyMap<string, NamedStack>;

  constructor(stacks: readonly NamedStack[]) {
    const sorted = [...stacks].sort((a, b) => compare(a.name, b.name));
    this.stacks = new Map(sorted.map((stack) => [stack.name, stack]));
    this.resources = sorted.flatMap(resourcesOf);
  }

  public draw(): Diagram {
    this.of("alicloud_vpc").forEach((one) => {
      this.add(one, "vpc", ["VPC", nameOf(one, "vpc_name"), text(one.values["cidr_block"])]);
    });
    this.of("alicloud_vswitch").forEach((one) => {
      this.addVswitch(one);
    });
    this.of("alicloud_nat_gateway").forEach((one) => {
      const [vpc] = this.targets(one, "vpc_id", "VPC");
      const nat = this.add(one, "nat", ["NAT gateway", nameOf(one, "nat_gateway_name")], vpc);
      this.connect(nat, this.targets(one, "vswitch_id", "vSwitch"));
    });
    Object.keys(clusterTypes)
      .flatMap((type) => this.of(type))
      .forEach((one) => {
        this.addCluster(one);
      });
    this.of("alicloud_cs_kubernetes_node_pool").forEach((one) => {
      this.addPool(one);
    });
    return { nodes: [...this.nodes.values()], edges: [...this.edges.values()] };
  }

  /** Mermaid takes letters, digits and underscores; of keys that differ in other characters alone, later ones get a number. */
  private idOf(key: string): string {
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const safe = `n_${key.replace(/[^A-Za-z0-9]+/g, "_")}`;
    const taken = new Set(this.ids.values());
    let id = safe;
    for (let number = 2; taken.has(id); number++) {
      id = `${safe}_${number}`;
    }
    this.ids.set(key, id);
    return id;
  }

  private of(type: string): readonly Resource[] {
    return this.resources.filter((one) => one.type === type);
  }

  private addVswitch(one: Resource): void {
    const [vpc] = this.targets(one, "vpc_id", "VPC");
    const name = text(one.values["zone_id"]) ?? "a zone that only Terraform knows";
    const zone = this.idOf(`zone ${vpc?.replace(/^n_/, "") ?? one.stack.name} ${name}`);
    this.put({ id: zone, kind: "zone", label: [name], ...(vpc === undefined ? {} : { inside: vpc }) });
    this.add(one, "vswitch", ["vSwitch", nameOf(one, "vswitch_name"), text(one.values["cidr_block"])], zone);
  }

  private addCluster(one: Resource): void {
    const { cluster_spec: spec, profile, version } = one.values;
    const cluster = this.add(one, "cluster", [
      `${kindOfCluster(one.type, text(spec), text(profile))} cluster`,
      nameOf(one, "name"),
      text(version) === undefined ? undefined : `Kubernetes ${String(version)}`,
    ]);
    const nodes = ["vswitch_ids", "master_vswitch_ids", "worker_vswitch_ids"];
    this.connect(cluster, unique(nodes.flatMap((name) => this.targets(one, name, "vSwitch"))));
    this.connect(cluster, this.targets(one, "pod_vswitch_ids", "vSwitch"), "Pods");
  }

  private addPool(one: Resource): void {
    const pool = this.add(one, "pool", [
      "node pool",
      nameOf(one, "node_pool_name"),
      sizeOf(one.values),
      typesOf(one.values),
    ]);
    for (const cluster of this.targets(one, "cluster_id", "cluster")) {
      this.connect(cluster, [pool]);
    }
    this.connect(pool, this.targets(one, "vswitch_ids", "vSwitch"));
  }

  private add(
    { key }: Resource,
    kind: DiagramKind,
    label: readonly (string | undefined)[],
    inside?: string,
  ): string {
    return this.put({
      id: this.idOf(key),
      kind,
      label: label.filter((line) => line !== undefined),
      ...(inside === undefined ? {} : { inside }),
    });
  }

  private put(node: DiagramNode): string {
    if (!this.nodes.has(node.id)) this.nodes.set(node.id, node);
    return node.id;
  }

  private connect(from: string, targets: readonly string[], label?: string): void {
    for (const to of targets) {
      const edge = { from, to, ...(label === undefined ? {} : { label }) };
      this.edges.set(JSON.stringify(edge), edge);
    }
  }

  /** Ids of the nodes that an argument names; what the stacks do not make is drawn as existing. */
  private targets({ stack, values }: Resource, argument: string, what: string): readonly string[] {
    return unique(
      this.namesIn(stack, values[argument], 0).map((name) => {
        const made = this.resources.find(({ key }) => key === name);
        if (made !== undefined) return this.idOf(name);
        const kind = what === "VPC" ? "vpc" : "existing";
        return this.put({ id: this.idOf(`existing ${name}`), kind, label: [`existing ${what}`, name] });
      }),
    );
  }

  /** Keys of resources, addresses of what is looked up, and ids that stand in the code. */
  private namesIn(stack: NamedStack, value: unknown, depth: number): readonly string[] {
    if (Array.isArray(value)) {
      return value.flatMap((member: unknown) => this.namesIn(stack, member, depth));
    }
    if (typeof value !== "string" || value === "") return [];
    if (!value.includes("${")) return [value];
    const remote = [
      ...value.matchAll(
        /data\.terraform_remote_state\.cross-stack-reference-input-(.+?)\.outputs\.([\w-]+)/g,
      ),
    ].flatMap(([, name = "", output = ""]) => {
      const other = this.stacks.get(name);
      // Outputs of outputs end after as many stacks as there are.
      if (other === undefined || depth > this.stacks.size) return [];
      const made = outputOf(other, output);
      return made === undefined ? [] : this.namesIn(other, made, depth + 1);
    });
    const local = [...value.matchAll(/(data\.)?\balicloud_\w+\.[\w-]+/g)]
      .filter(({ 0: found, index }) => !/[\w.-]$/.test(value.slice(0, index)) || found.startsWith("data."))
      .map(([address, looked]) => (looked === undefined ? `${stack.name} ${address}` : address));
    const variables = [...value.matchAll(/\bvar\.[\w-]+/g)].map(([name]) => name);
    return [...remote, ...local, ...variables];
  }
}

function resourcesOf(stack: NamedStack): readonly Resource[] {
  return members(stack.json["resource"]).flatMap(([type, byName]) =>
    members(byName).flatMap(([name, values]) =>
      isRecord(values) ? [{ key: `${stack.name} ${type}.${name}`, stack, type, values }] : [],
    ),
  );
}

function members(value: unknown): readonly (readonly [string, unknown])[] {
  return isRecord(value) ? Object.entries(value).sort(([a], [b]) => compare(a, b)) : [];
}

function outputOf({ json }: NamedStack, name: string): unknown {
  const outputs = json["output"];
  const output = isRecord(outputs) ? outputs[name] : undefined;
  return isRecord(output) ? output["value"] : undefined;
}

function kindOfCluster(type: string, spec: string | undefined, profile: string | undefined): string {
  const kind = clusterTypes[type] ?? "managed";
  const named = profile === undefined || profile === "Default" ? kind : profile;
  return spec?.startsWith("ack.pro") === true ? `Pro ${named}`.replace(/ managed$/, "") : named;
}

function sizeOf({ desired_size: desired, scaling_config: scaling }: Values): string | undefined {
  const config: unknown = Array.isArray(scaling) ? scaling[0] : scaling;
  if (isRecord(config) && config["enable"] === true) {
    return `${text(config["min_size"]) ?? "?"} to ${text(config["max_size"]) ?? "?"} nodes`;
  }
  const nodes = text(desired);
  return nodes === undefined ? undefined : `${nodes} ${nodes === "1" ? "node" : "nodes"}`;
}

const MOST_TYPES = 3;

function typesOf({ instance_types: types }: Values): string | undefined {
  const names = Array.isArray(types) ? types.flatMap((type: unknown) => text(type) ?? []) : [];
  if (names.length === 0) return undefined;
  const more = names.length - MOST_TYPES;
  return `${names.slice(0, MOST_TYPES).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** The name that the cloud shows, or else the path of the construct. */
function nameOf({ key, values }: Resource, argument: string): string {
  const comment = values["//"];
  const metadata = isRecord(comment) ? comment["metadata"] : undefined;
  const path = isRecord(metadata) ? metadata["path"] : undefined;
  return text(values[argument]) ?? text(path) ?? key;
}

/** A value that synthesis knows. */
function text(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" && !value.includes("${") ? value : undefined;
}

function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
