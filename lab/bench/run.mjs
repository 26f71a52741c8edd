/**
 * What the lab costs beside Terraform itself, measured in one run.
 *
 * Terraform plans 500 node pools again and again: against the lab, and against a stand-in that knows the lab's answers by heart and so
 * does not think. `npm run bench -w cdktf-ack-lab` prints a table, with `-- --json` one JSON object; it fails when a bar is missed.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import { Lab } from "../dist/index.js";
import { memorizing } from "./memory.mjs";

const run = promisify(execFile);

const SOURCE = "registry.terraform.io/aliyun/alicloud";
const POOLS = 500;
const RUNS = 5;
/** What is promised, on whatever machine. */
const bars = { ratioPlan500: 1.3, nodeMb500: 200 };

const scratch = mkdtempSync(join(tmpdir(), "ack-bench-"));
try {
  const result = await measure();
  if (process.argv.includes("--json")) console.log(JSON.stringify(result));
  else console.log(table(result));
  process.exitCode = Object.entries(bars).every(([name, bar]) => result[name] <= bar) ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function measure() {
  const quotas = { nodePoolsPerCluster: POOLS, nodesPerCluster: POOLS, vpcRouteEntries: POOLS };
  const lab = await Lab.start({ quotas });
  const { TF_REATTACH_PROVIDERS, PATH, ...env } = await lab.env();
  const attached = JSON.parse(TF_REATTACH_PROVIDERS);
  const memory = await memorizing(`unix:${attached[SOURCE].Addr.String}`, scratch);
  const remembered = { ...attached[SOURCE], Addr: { Network: "unix", String: memory.socket } };
  const { path: terraform } = await lab.terraform();
  const folder = mkdtempSync(join(scratch, "stack-"));
  writeFileSync(join(folder, "stack.tf.json"), JSON.stringify(stackWith(POOLS)));
  const plan = async (attachment) => {
    const options = { cwd: folder, env: { ...env, PATH, TF_REATTACH_PROVIDERS: JSON.stringify(attachment) } };
    const start = performance.now();
    await run(terraform, ["plan", "-input=false", "-compact-warnings"], { ...options, maxBuffer: 2 ** 28 });
    return performance.now() - start;
  };
  try {
    await run(terraform, ["init", "-input=false"], {
      cwd: folder,
      env: { ...env, PATH, TF_REATTACH_PROVIDERS },
    });
    // The first time, the stand-in has to ask.
    await plan({ [SOURCE]: remembered });
    const alone = [];
    const whole = [];
    for (let turn = 0; turn < RUNS; turn++) {
      alone.push(await plan({ [SOURCE]: remembered }));
      whole.push(await plan(attached));
    }
    const nodeMb500 = Math.round(process.memoryUsage().rss / 2 ** 20);
    return {
      planMs500: Math.round(median(whole)),
      terraformMs500: Math.round(median(alone)),
      ratioPlan500: Math.round((100 * median(whole)) / median(alone)) / 100,
      nodeMb500,
      loopMs10: Math.round(await loop(lab)),
    };
  } finally {
    memory.stop();
    await lab.stop();
  }
}

/** Init, plan, apply, a second plan and destroy of ten resources. */
async function loop(lab) {
  const stack = lab.stack(stackWith(7), { name: "small" });
  const start = performance.now();
  await stack.apply();
  if (!(await stack.plan()).isEmpty) throw new Error("the second plan is not empty");
  await stack.destroy();
  return performance.now() - start;
}

/** A VPC, a vSwitch, a cluster, and so many pools. */
function stackWith(pools) {
  const pool = (index) => ({
    cluster_id: "${alicloud_cs_managed_kubernetes.cluster.id}",
    node_pool_name: `pool-${index}`,
    instance_types: ["ecs.g7.xlarge", "ecs.g6.xlarge"],
    vswitch_ids: ["${alicloud_vswitch.h.id}"],
    desired_size: "1",
    scaling_config: [{ enable: false }],
    system_disk_category: "cloud_essd",
    system_disk_size: 120,
    key_name: "ops",
    labels: [{ key: "pool", value: String(index) }],
  });
  const named = Array.from({ length: pools }, (_, index) => [`pool_${index}`, pool(index)]);
  return {
    terraform: { required_providers: { alicloud: { source: "aliyun/alicloud" } } },
    provider: { alicloud: { region: "cn-hangzhou" } },
    resource: {
      alicloud_vpc: { vpc: { vpc_name: "bench", cidr_block: "10.0.0.0/8" } },
      alicloud_vswitch: {
        h: { vpc_id: "${alicloud_vpc.vpc.id}", cidr_block: "10.0.0.0/16", zone_id: "cn-hangzhou-h" },
      },
      alicloud_cs_managed_kubernetes: {
        cluster: {
          name: "bench",
          vswitch_ids: ["${alicloud_vswitch.h.id}"],
          pod_cidr: "172.16.0.0/12",
          service_cidr: "192.168.0.0/20",
          new_nat_gateway: false,
        },
      },
      alicloud_cs_kubernetes_node_pool: Object.fromEntries(named),
    },
  };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function table(result) {
  return Object.entries(result)
    .map(([name, value]) => `${name.padEnd(16)}${value}${name in bars ? `  (at most ${bars[name]})` : ""}`)
    .join("\n");
}
