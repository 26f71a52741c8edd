import type { TerraformElement } from "cdktf";
import type { IConstruct } from "constructs";
import {
  unknown,
  mapFact,
  type ElementsIn,
  type Fact,
  type Named,
  type Relation,
  type TypedElement,
} from "../limits";
import { singlePodLimits, type SinglePodFacts, type WorkloadWithEip } from "./pod-eip-limits";
import { resolved } from "./resolved";

/** An address that exists. */
interface SinglePod {
  readonly scope: IConstruct;
  readonly instanceId: Fact<string>;
}

/** The annotation that names the address, in both spellings that the add-on reads. */
const annotations = ["k8s.aliyun.com/pod-eip-instanceid", "network.alibabacloud.com/pod-eip-instanceid"];

const workload =
  /^kubernetes_(pod|deployment|stateful_set|replication_controller|daemonset|daemon_set)(_v1)?$/;

/** Addresses that exist, and the workloads of the app that take them; one group for the whole app. */
export const singlePods: Relation<SinglePod, SinglePodFacts> = {
  id: "single-pod-eips",
  limits: singlePodLimits,
  facts: (members, elementsIn) => {
    const root = members[0]?.member.scope.node.root;
    return {
      instances: members.map(({ path, member }): Fact<Named> =>
        mapFact(member.instanceId, (name) => ({ path, name })),
      ),
      workloads: root === undefined ? [] : workloadsBelow(root, elementsIn),
    };
  },
};

function workloadsBelow(root: IConstruct, elementsIn: ElementsIn): Fact<WorkloadWithEip>[] {
  return elementsIn(root)
    .filter(({ terraformResourceType }) => workload.test(terraformResourceType))
    .flatMap((element) => workloadWithEip(element) ?? []);
}

function workloadWithEip(element: TypedElement): Fact<WorkloadWithEip> | undefined {
  const body = bodyOf(element);
  const spec = at(body, "spec");
  const isPod = /^kubernetes_pod/.test(element.terraformResourceType);
  const given = at(at(isPod ? body : at(spec, "template"), "metadata"), "annotations");
  const instanceId = annotations.map((key) => at(given, key)).find((value) => typeof value === "string");
  if (typeof instanceId !== "string") {
    return undefined;
  }
  const { path } = element.node;
  if (element.terraformResourceType.includes("daemon")) {
    return { path, instanceId, replicas: undefined };
  }
  const replicas = at(spec, "replicas");
  const count = isPod || replicas === undefined ? 1 : Number(replicas);
  return Number.isNaN(count) ? unknown(String(replicas)) : { path, instanceId, replicas: count };
}

/** The arguments of a resource, as they will stand in the JSON. */
function bodyOf(element: TypedElement): unknown {
  const json = resolved(element, (element as unknown as TerraformElement).toTerraform());
  const byName = at(at(json, "resource"), element.terraformResourceType);
  return typeof byName === "object" && byName !== null ? Object.values(byName)[0] : undefined;
}

/** A member of an object; blocks may stand in a list of one. */
function at(value: unknown, key: string): unknown {
  const block: unknown = Array.isArray(value) ? value[0] : value;
  return typeof block === "object" && block !== null
    ? (block as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
