import type { TerraformVariable } from "cdktf";
import { isUnknown, unknown, type Fact } from "../limits";
import { blockOf, type Rendered } from "../resource";
import { argument, blocks, gapUnless, isOn } from "./body";
import type { Gap, HardeningFacts } from "./facts";

type PoolGaps = Pick<HardeningFacts, "publicNodes" | "plainDisks" | "passwords">;

/** What node pools are less than the controls ask for. */
export function poolGaps(pools: readonly Rendered[]): PoolGaps {
  return {
    publicNodes: pools.flatMap(publicNodes),
    // Instances that exist bring disks of their own.
    plainDisks: pools.filter(({ body }) => body["instances"] === undefined).flatMap(plainDisks),
    passwords: pools.flatMap(passwordLogin),
  };
}

function publicNodes({ path, body }: Rendered): readonly Fact<Gap>[] {
  const want = "nodes that the internet does not reach";
  return [
    ...gapUnless(argument(body, "internet_max_bandwidth_out"), (mbps) => !(Number(mbps ?? 0) > 0), {
      path,
      got: "nodes with public addresses",
      want,
    }),
    ...gapUnless(argument(blockOf(body, "scaling_config"), "is_bond_eip"), (value) => !isOn(value), {
      path,
      got: "nodes with an EIP each",
      want,
    }),
  ];
}

function plainDisks({ path, body }: Rendered): readonly Fact<Gap>[] {
  const disks = [
    { name: "the system disk", encrypted: argument(body, "system_disk_encrypted") },
    ...blocks(body, "data_disks").map((disk, index) => ({
      name: `data disk ${index + 1}`,
      encrypted: argument(disk, "encrypted"),
    })),
  ];
  const unclear = disks.map(({ encrypted }) => encrypted).find(isUnknown);
  const plain = disks.filter(({ encrypted }) => !isUnknown(encrypted) && !isOn(encrypted));
  return plain.length > 0
    ? [
        {
          path,
          got: `${plain.map(({ name }) => name).join(", ")} without encryption`,
          want: "encrypted disks",
        },
      ]
    : unclear === undefined
      ? []
      : [unknown(unclear.token)];
}

function passwordLogin({ path, body }: Rendered): readonly Fact<Gap>[] {
  const given = ["password", "kms_encrypted_password"].some((name) => body[name] !== undefined);
  return given ? [{ path, got: "a login with a password", want: "a key pair" }] : [];
}

/** Sensitive variables whose values stand in the code. */
export function secretDefaults(variables: readonly TerraformVariable[]): readonly Gap[] {
  return variables
    .filter(
      ({ sensitive, default: value }) => sensitive === true && typeof value === "string" && value !== "",
    )
    .map(({ node }) => ({
      path: node.path,
      got: "a sensitive variable with a default",
      want: "a value that Terraform is given",
    }));
}

const guarded = [22, 3389];
const everybody = new Set<unknown>(["0.0.0.0/0", "::/0"]);

/** Rules that let the internet in where operators come in. */
export function openPorts(rules: readonly Rendered[]): readonly Fact<Gap>[] {
  return rules.flatMap(({ path, body }): readonly Fact<Gap>[] => {
    const read = (name: string) => argument(body, name);
    const [peer, ipv6, protocol, ports] = ["cidr_ip", "ipv6_cidr_ip", "ip_protocol", "port_range"].map(read);
    if (body["type"] !== "ingress" || (body["policy"] ?? "accept") !== "accept") {
      return [];
    }
    const unclear = [peer, ipv6, protocol, ports].find(isUnknown);
    if (unclear !== undefined) {
      return [unknown(unclear.token)];
    }
    const open = guarded.filter((port) => isAbout(protocol, ports, port));
    return (everybody.has(peer) || everybody.has(ipv6)) && open.length > 0
      ? [
          {
            path,
            got: `TCP ${open.join(" and ")} from ${String(everybody.has(peer) ? peer : ipv6)}`,
            want: "blocks of your own",
          },
        ]
      : [];
  });
}

function isAbout(protocol: unknown, ports: unknown, port: number): boolean {
  const [from = 0, to = 0] = String(ports ?? "")
    .split("/")
    .map(Number);
  return protocol === "all" || (protocol === "tcp" && (from <= 0 || (from <= port && port <= to)));
}
