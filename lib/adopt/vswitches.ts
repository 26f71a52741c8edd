import { TerraformResource } from "cdktf";
import type { INetwork } from "../network";
import { givenProps } from "../resource";
import type { Homeless, Unsaid } from "./facts";

/** Ids of vSwitches by the keys of their zones. */
export interface AdoptedVSwitches {
  /** vSwitches for nodes. @default - none */
  readonly nodes?: Readonly<Record<string, string>>;
  /** vSwitches for Pods: of Terway networks, and of those without nodes. @default - none */
  readonly pods?: Readonly<Record<string, string>>;
}

interface Found {
  readonly resource: TerraformResource;
  readonly vswitchId: string;
}

interface AdoptableVSwitches {
  readonly found: readonly Found[];
  readonly homeless: readonly Homeless[];
  readonly unsaid: readonly Unsaid[];
}

/** The resources that vSwitches go to, and what is in the way. */
export function vswitchesOf(
  network: INetwork,
  { nodes = {}, pods = {} }: AdoptedVSwitches,
): AdoptableVSwitches {
  const found: Found[] = [];
  const homeless: Homeless[] = [];
  const unsaid: Unsaid[] = [];
  const wanted = [...Object.entries(nodes).map(of("node")), ...Object.entries(pods).map(of("pod"))];
  for (const { role, key, vswitchId } of wanted) {
    const child = network.node.tryFindChild(`${role}-${key}`);
    if (!TerraformResource.isTerraformResource(child)) {
      homeless.push({
        got: `the vSwitch ${vswitchId} for ${wordOf[role]} of the zone ${key}`,
        want: "a zone for which the network makes such a vSwitch, and names no existing one",
      });
      continue;
    }
    found.push({ resource: child, vswitchId });
    const prop = network.plugin === "none" || role === "node" ? "nodeCidr" : "podCidr";
    if (!saysCidr(network, key, prop)) {
      unsaid.push({ prop: `${prop} of the zone ${key}`, byDefault: "from the plan of the VPC" });
    }
  }
  return { found, homeless, unsaid };
}

type Role = "node" | "pod";

const wordOf: Readonly<Record<Role, string>> = { node: "nodes", pod: "Pods" };

function of(role: Role) {
  return ([key, vswitchId]: [string, string]) => ({ role, key, vswitchId });
}

/** Zones that are a list say nothing but their names. */
function saysCidr(network: INetwork, key: string, prop: string): boolean {
  const zones = givenProps(network)?.["zones"] as Readonly<Record<string, object>> | undefined;
  const zone = zones?.[key] as Readonly<Record<string, unknown>> | undefined;
  return zone?.[prop] !== undefined;
}
