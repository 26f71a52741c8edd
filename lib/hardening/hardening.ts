import { TerraformStack, TerraformVariable } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { joinRelation, type Relation } from "../limits";
import { renderedIn } from "../resource";
import { ValueError } from "../values";
import { clusterGaps } from "./cluster-gaps";
import type { HardeningFacts } from "./facts";
import { hardeningLimits } from "./limits";
import { openPorts, poolGaps, secretDefaults } from "./other-gaps";

const id = "hardening";

const clusterTypes = new Set([
  "alicloud_cs_managed_kubernetes",
  "alicloud_cs_kubernetes",
  "alicloud_cs_edge_kubernetes",
]);

/** The stacks that asked for it; the key is the path of the stack. */
const hardening: Relation<TerraformStack, HardeningFacts> = {
  id,
  limits: hardeningLimits,
  facts: (members) => {
    const stacks = members.map(({ member }) => member);
    const inThem = (types: ReadonlySet<string>) => stacks.flatMap((stack) => renderedIn(stack, types));
    return {
      ...clusterGaps(inThem(clusterTypes), {
        addons: inThem(new Set(["alicloud_cs_kubernetes_addon"])),
        policies: inThem(new Set(["alicloud_cs_kubernetes_policy_instance"])),
      }),
      ...poolGaps(inThem(new Set(["alicloud_cs_kubernetes_node_pool"]))),
      secretDefaults: secretDefaults(
        stacks.flatMap((stack) => stack.node.findAll()).filter((node) => node instanceof TerraformVariable),
      ),
      openPorts: openPorts(inThem(new Set(["alicloud_security_group_rule"]))),
    };
  },
};

/**
 * Holds a stack to controls of CIS benchmarks: each that it does not meet is a warning with the id of the control. They are there for
 * those who ask for them alone, because many of them cost money, and not every stack is for production.
 */
export class Hardening extends Construct {
  /**
   * Switches the checks on for a stack. What a team does otherwise it acknowledges, with a reason.
   *
   * @throws ValueError for what is no stack, and for one that has them already
   */
  public static checkOn(stack: IConstruct): Hardening {
    if (!TerraformStack.isStack(stack)) {
      throw problem(
        `hardening checks on ${stack.node.path === "" ? "an app" : stack.node.path}`,
        "a stack: Hardening.checkOn(stack)",
      );
    }
    if (stack.node.tryFindChild(id) !== undefined) {
      throw problem(
        `hardening checks on ${stack.node.path}, which has a construct "${id}" already`,
        "one call for each stack",
      );
    }
    return new Hardening(stack);
  }

  private constructor(stack: TerraformStack) {
    super(stack, id);
    joinRelation(this, hardening, stack.node.path, stack);
  }
}

function problem(got: string, want: string): ValueError {
  return new ValueError({ got, want, source: "docs/hardening.md" });
}
