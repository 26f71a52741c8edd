import { Command, InvalidArgumentError, Option } from "commander";
import type { PodMode } from "../instance-types";
import { planAddresses, type FlannelPlan, type TerwayPlan } from "../ip-plan";
import { CommandError, ExitCode } from "./exit";
import { orCommandError } from "./read-input";
import type { Streams } from "./streams";

interface IpPlanOptions {
  readonly zones: readonly string[];
  readonly nodes: number;
  readonly pods?: number;
  readonly type?: string;
  readonly mode: PodMode;
  readonly growth?: number;
  readonly headroom?: number;
  readonly cidr?: string;
  readonly slots?: number;
  readonly avoid?: readonly string[];
  readonly beside?: readonly string[];
  readonly routeEntries?: number;
  readonly json?: true;
}

const help = `
Exit codes:
  0  planned
  1  called wrongly, or it cannot be done

Examples:
  $ cdktf-ack ip-plan --zones 3 --nodes 100 --pods 30
  $ cdktf-ack ip-plan --zones cn-hangzhou-h,cn-hangzhou-i --nodes 50 --type ecs.g7.4xlarge --avoid 10.0.0.0/16
  $ cdktf-ack ip-plan --zones 2 --nodes 20 --pods 60 --mode flannel --json`;

/** `cdktf-ack ip-plan`: which CIDR blocks a cluster needs, and what they hold. */
export function ipPlanCommand(streams: Streams, setExitCode: (code: number) => void): Command {
  return new Command("ip-plan")
    .summary("plan the CIDR blocks of a cluster")
    .description(
      "Plans the CIDR blocks of the VPC, the vSwitches, the Pods and the Services of a cluster, as TerwayNetwork and " +
        "FlannelNetwork take them, and says how many nodes and Pods they hold.",
    )
    .requiredOption("--zones <zones>", "how many zones, or their ids separated by commas", parseZones)
    .requiredOption("--nodes <number>", "nodes to begin with, in all zones together", parseNumber)
    .option(
      "--pods <number>",
      "Pods of each node (default: as many as the instance type can have)",
      parseNumber,
    )
    .option("--type <type>", "instance type of the nodes, such as ecs.g7.xlarge")
    .addOption(
      new Option("--mode <mode>", "how Pods get their addresses")
        .choices(["shared-eni", "trunk-eni", "exclusive-eni", "flannel"])
        .default("shared-eni"),
    )
    .option(
      "--growth <factor>",
      "how many times as many nodes there may be one day (default: 2)",
      parseNumber,
    )
    .option("--headroom <percent>", "addresses that are left free (default: 5)", parseNumber)
    .option("--cidr <block>", "CIDR block of the VPC (default: the smallest that will do)")
    .option("--slots <number>", "how many zones can ever be told apart (default: 8)", parseNumber)
    .option("--avoid <blocks>", "CIDR blocks that are taken, separated by commas", parseList)
    .option(
      "--beside <blocks>",
      "parts of the VPC of --cidr that other networks take, separated by commas",
      parseList,
    )
    .option(
      "--route-entries <number>",
      "custom route entries that the VPC may have (default: 48)",
      parseNumber,
    )
    .option("--json", "write the plan as JSON")
    .addHelpText("after", help)
    .action((options: IpPlanOptions) => {
      const plan = orCommandError("these numbers", () => planOf(options));
      streams.out(`${options.json === true ? JSON.stringify(plan, undefined, 2) : plan.toTable()}\n`);
      setExitCode(ExitCode.OK);
    });
}

function planOf(options: IpPlanOptions): TerwayPlan | FlannelPlan {
  const { zones, nodes, pods, type, mode, growth, headroom, routeEntries } = options;
  const { cidr, slots, avoid, beside } = options;
  const common = { zones, nodes, growth, headroomPercent: headroom, cidr, slots, avoid, beside };
  if (mode !== "flannel") {
    if (routeEntries !== undefined) {
      throw new CommandError("--route-entries", {
        got: `--mode ${mode}`,
        want: "Flannel: Terway takes no routes",
      });
    }
    return planAddresses({ ...common, mode, podsPerNode: pods, instanceType: type });
  }
  if (type !== undefined) {
    throw new CommandError("--mode flannel", {
      got: `--type ${type}`,
      want: "no instance type: with Flannel it does not decide how many Pods a node has",
    });
  }
  if (pods === undefined) {
    throw new CommandError("--mode flannel", {
      got: "no --pods",
      want: "how many Pods a node has",
    });
  }
  return planAddresses({ ...common, mode, podsPerNode: pods, routeEntries });
}

function parseNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) {
    throw new InvalidArgumentError("It is no number.");
  }
  return value;
}

function parseList(text: string): string[] {
  return text.split(",").map((part) => part.trim());
}

/** A number stands for zones that are not chosen yet. */
function parseZones(text: string): string[] {
  if (!/^\d+$/.test(text)) return parseList(text);
  if (Number(text) > 26) {
    throw new InvalidArgumentError("There are no more than 26 letters for zones.");
  }
  return Array.from({ length: Number(text) }, (_, index) => `zone-${String.fromCharCode(97 + index)}`);
}
