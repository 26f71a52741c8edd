import { App } from "cdktf";
import { formatSummary, readContext, summarize } from "cdktf-ack";
import { ContainerCompute } from "./container-compute";
import { Dedicated } from "./dedicated";
import { Edge } from "./edge";
import { ManagedFlannel } from "./managed-flannel";
import { ManagedTerway } from "./managed-terway";
import { NodePools } from "./node-pools";
import { PrivateKms } from "./private-kms";
import { Production } from "./production";
import { QuickStart } from "./quick-start";
import { Serverless } from "./serverless";
import { WindowsPools } from "./windows-pools";
import { Platform, Workloads } from "./workloads";

// The cdktf command line hands over the context of cdktf.json; plain node does not.
const app = new App({ context: readContext() });

new QuickStart(app, "quick-start");
new ManagedTerway(app, "managed-terway");
new ManagedFlannel(app, "managed-flannel");
new Production(app, "production");
new PrivateKms(app, "private-kms");
new NodePools(app, "node-pools");
new WindowsPools(app, "windows-pools");
new Edge(app, "edge");
new ContainerCompute(app, "container-compute");
new Serverless(app, "serverless");
new Dedicated(app, "dedicated");
const { cluster } = new Platform(app, "platform");
new Workloads(app, "workloads", { cluster });

app.synth();

const summary = summarize(app);
console.log(formatSummary(summary));
console.log("");
for (const { stack } of summary.stacks) {
  console.log(`Terraform JSON of ${stack}: ${app.outdir}/stacks/${stack}/cdk.tf.json`);
}
console.log(`Report of the limits: ${app.outdir}/limits.json`);
