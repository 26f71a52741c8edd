import { Command } from "commander";
import { diagramOf, type NamedStack } from "./diagram-model";
import { toMermaid } from "./mermaid";
import { toJson } from "./options";
import { readInput } from "./read-input";
import type { Streams } from "./streams";
import { OUTPUT_FOLDER, parseStack, stackFilesOf, stackNameOf } from "./synthesized";

const help = `
Exit codes:
  0  drawn
  1  called wrongly, or a file cannot be read

Examples:
  $ cdktf synth && cdktf-ack diagram > diagram.mmd
  $ cdktf-ack diagram cdktf.out/stacks/shop/cdk.tf.json
  $ cdktf-ack diagram cdktf.out/stacks/network cdktf.out/stacks/shop --json`;

/** `cdktf-ack diagram`: the networks, clusters and node pools of a synthesized app. */
export function diagramCommand(streams: Streams): Command {
  return new Command("diagram")
    .summary("draw the networks, clusters and node pools of an app")
    .description(
      "Draws VPCs, zones, vSwitches, NAT gateways, clusters and node pools of synthesized stacks as a Mermaid flowchart, " +
        "which Markdown hosts render. References between the given stacks are followed.",
    )
    .argument("[paths...]", "output of cdktf, folders of stacks, or their cdk.tf.json", [OUTPUT_FOLDER])
    .option("--json", "write nodes and edges as JSON")
    .addHelpText("after", help)
    .action((paths: string[], { json }: { readonly json?: true }) => {
      const files = [...new Set(paths.flatMap(stackFilesOf))];
      const stacks = files.map((file): NamedStack => ({
        name: stackNameOf(file),
        json: readInput(file, streams, parseStack),
      }));
      const diagram = diagramOf(stacks);
      streams.out(json === true ? toJson({ version: 1, ...diagram }) : toMermaid(diagram));
    });
}
