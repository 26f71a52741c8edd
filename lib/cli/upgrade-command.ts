import { Command } from "commander";
import { formatUpgrade, planUpgrade } from "../upgrade";
import { orCommandError } from "./read-input";
import type { Streams } from "./streams";

const help = `
Exit codes:
  0  planned
  1  called wrongly, or there is no way

Examples:
  $ cdktf-ack upgrade --from 1.28.9-aliyun.1 --to 1.34
  $ cdktf-ack upgrade --from 1.33.1-aliyun.1 --to 1.34.1-aliyun.1 --json
  $ cdktf-ack upgrade --from 1.33.1-aliyun.1 --to 1.35 --today "$(date +%F)"`;

interface GivenOptions {
  readonly from: string;
  readonly to: string;
  readonly today?: string;
  readonly json?: true;
}

/** `cdktf-ack upgrade`: the chain of upgrades from one version of Kubernetes to another. */
export function upgradeCommand(streams: Streams): Command {
  return new Command("upgrade")
    .summary("plan the upgrades of a cluster")
    .description("Plans the upgrades of a cluster, one minor version at a time, and says what each needs.")
    .requiredOption("--from <version>", "version of Kubernetes that the cluster has")
    .requiredOption("--to <version>", "version that it is to have, or a minor one such as 1.34")
    .option("--today <day>", "the day (YYYY-MM-DD) to compare the ends of maintenance with")
    .option("--json", "print JSON")
    .addHelpText("after", help)
    .action(({ from, to, json, ...options }: GivenOptions) => {
      const plan = orCommandError("these versions", () => planUpgrade(from, to, options));
      streams.out(`${json === true ? JSON.stringify(plan, undefined, 2) : formatUpgrade(plan)}\n`);
    });
}
