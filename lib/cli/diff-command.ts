import { Command } from "commander";
import { diffSyntheses, formatDiff } from "../guard";
import { ValueError } from "../values";
import { readInput } from "./read-input";
import type { Streams } from "./streams";

const help = `
Exit codes:
  0  compared, whether there is a difference or not
  1  called wrongly, or a file cannot be read

Examples:
  $ cdktf-ack diff main/cdk.tf.json cdktf.out/stacks/shop/cdk.tf.json`;

/** `cdktf-ack diff`: what a change of the code means for clusters, pools and networks. */
export function diffCommand(streams: Streams): Command {
  return new Command("diff")
    .summary("say what a change of the code means for clusters and pools")
    .description(
      "Compares two synthesized stacks: what is changed in place, for new nodes only, or by a replacement. " +
        "It knows neither the state nor the account; the guard judges plans.",
    )
    .argument("<before>", "the cdk.tf.json as it was")
    .argument("<after>", "the cdk.tf.json as it is, - for standard input")
    .option("--json", "print JSON")
    .addHelpText("after", help)
    .action((before: string, after: string, { json }: { readonly json?: true }) => {
      const diff = diffSyntheses(readInput(before, streams, parse), readInput(after, streams, parse));
      const text = json === true ? JSON.stringify(diff, undefined, 2) : formatDiff(diff);
      streams.out(`${text === "" ? "no difference" : text}\n`);
    });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ValueError({
      got: `text that is no JSON (${error instanceof Error ? error.message : String(error)})`,
      want: "the cdk.tf.json of a stack",
    });
  }
}
