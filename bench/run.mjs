/**
 * Compares the library with the same resources written by hand on the official bindings, in ratios of one run.
 * `npm run bench` prints a table, `npm run bench -- --json` one JSON object.
 * It fails when the two sides do not synthesize the same, or when a bar is missed.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const folder = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(folder);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "cdktf-ack-bench-"));
const runs = Number(process.env.BENCH_RUNS ?? 5);
const asJson = process.argv.includes("--json");

/** The clusters and the pools of the larger fleet. */
const fleetResources = 11_000;

/** What is promised, on whatever machine both sides run. */
const bars = {
  ratioWall1000: 0.8,
  /**
   * What an app holds. The peak of the process at this size says something else: the official bindings make twice the
   * garbage, V8 collects twice as often, and so ends lower than a program that has not come to its second collection.
   */
  ratioHeap1000: 0.6,
  /** Where both sides have collected often enough, the peak is the app again. */
  ratioMemory4000: 0.9,
  /** With the domains of the app that both sides make. */
  ratioImport: 1.3,
  /** With all domains, which is what an ES module loads. */
  ratioImportAll: 1.8,
  limitsMsPerPool: 0.02,
  limitsMsPerResource: 0.02,
  ratioLimits1000to100: 12,
  limitsFixedMs: 30,
  ratioGrowth4000to1000: 4.4,
};

try {
  build();
  sameJson(50);
  const result = measure();
  const missed = Object.entries(bars).filter(([name, bar]) => result[name] > bar);
  console.log(asJson ? JSON.stringify(result) : table(result));
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  fs.rmSync(scratch, { recursive: true });
}

/** Makes the library and both variants of the bindings, the fast one and the official one. */
function build() {
  const { status, stderr, stdout } = spawnSync(process.execPath, ["scripts/build.mjs"], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new Error(`The build failed:\n${stdout}${stderr}`);
  }
}

function measure() {
  const wall = {};
  const memory = {};
  const sizes = [10, 100, 1000, 4000];
  const heap = {};
  const importMs = { cdktf: [], ours: [], all: [] };
  const limitsMs = {};
  // The sides take turns, so that a slow moment of the machine hits both.
  for (let run = 0; run < runs; run++) {
    for (const pools of sizes) {
      for (const side of ["by-hand", "ours"]) {
        const { ms, output } = child("synth", side, String(pools), outdir());
        (wall[`${side} ${pools}`] ??= []).push(ms);
        (memory[`${side} ${pools}`] ??= []).push(output.peakMiB);
      }
    }
    for (const side of ["by-hand", "ours"]) {
      (heap[`${side} 1000`] ??= []).push(child("heap", side, "1000", outdir()).output.MiB);
    }
    importMs.cdktf.push(child("import", "cdktf", "none").output.ms);
    for (const read of ["ours", "all"]) {
      importMs[read].push(child("import", path.join(root, "dist"), read).output.ms);
    }
    for (const [shape, count] of [
      ["ours", 10],
      ["ours", 1000],
      ["fleet", 100],
      ["fleet", 1000],
    ]) {
      const { ms } = child("limits", shape, String(count), outdir()).output;
      (limitsMs[`${shape} ${count}`] ??= []).push(ms);
    }
  }
  const ratio = (figures, pools) => median(figures[`ours ${pools}`]) / median(figures[`by-hand ${pools}`]);
  // What disturbs a run makes it longer, never shorter.
  const fewest = (key) => Math.min(...limitsMs[key]);
  const fixed = fewest("ours 10");
  return {
    runs,
    ...Object.fromEntries(sizes.map((pools) => [`ratioWall${pools}`, round(ratio(wall, pools))])),
    ...Object.fromEntries(sizes.map((pools) => [`ratioMemory${pools}`, round(ratio(memory, pools))])),
    ratioHeap1000: round(ratio(heap, 1000)),
    ratioImport: round(median(importMs.ours) / median(importMs.cdktf)),
    ratioImportAll: round(median(importMs.all) / median(importMs.cdktf)),
    // One cluster with a thousand pools, without what the first pools cost.
    limitsMsPerPool: round((fewest("ours 1000") - fixed) / 990),
    // A thousand clusters with ten pools each, with everything.
    limitsMsPerResource: round(fewest("fleet 1000") / fleetResources),
    ratioLimits1000to100: round(fewest("fleet 1000") / fewest("fleet 100")),
    limitsFixedMs: round(fixed),
    ratioGrowth4000to1000: round(median(wall["ours 4000"]) / median(wall["ours 1000"])),
    wallMs: Object.fromEntries(
      Object.entries(wall).map(([key, values]) => [key, Math.round(median(values))]),
    ),
    peakMiB: Object.fromEntries(
      Object.entries(memory).map(([key, values]) => [key, Math.round(median(values))]),
    ),
  };
}

function child(...args) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(folder, "child.cjs"), ...args], {
    encoding: "utf8",
  });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) {
    throw new Error(`${args.join(" ")} failed:\n${stderr}`);
  }
  return { ms, output: JSON.parse(stdout) };
}

function outdir() {
  return fs.mkdtempSync(path.join(scratch, "out-"));
}

/** Both sides have to write the same Terraform, but for logical ids and metadata: otherwise there is nothing to compare. */
function sameJson(pools) {
  const [byHand, ours] = ["by-hand", "ours"].map((side) => {
    const out = outdir();
    child("synth", side, String(pools), out);
    const json = JSON.parse(fs.readFileSync(path.join(out, "stacks/bench/cdk.tf.json"), "utf8"));
    return normalise(json);
  });
  if (byHand !== ours) {
    const lines = [byHand, ours].map((text) => text.split("\n"));
    const at = lines[0].findIndex((line, index) => line !== lines[1][index]);
    throw new Error(
      `The two sides differ at line ${at + 1}:\n  by hand: ${lines[0][at]}\n  ours:    ${lines[1][at]}`,
    );
  }
}

/** Renames each resource to its construct path, which differs only in its slashes, and drops the metadata. */
function normalise(json) {
  let text = JSON.stringify(json);
  for (const byName of Object.values(json.resource)) {
    for (const [name, { "//": meta }] of Object.entries(byName)) {
      text = text.replaceAll(
        new RegExp(`(?<=["./])${name}(?=[".}/])`, "g"),
        meta.metadata.path.replaceAll("/", "-"),
      );
    }
  }
  return JSON.stringify(sorted(JSON.parse(text)), undefined, 1);
}

function sorted(value) {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value).filter(([key]) => key !== "//");
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sorted(member)]),
  );
}

function median(values) {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.floor(ordered.length / 2)];
}

function round(value) {
  return Math.round(value * 10_000) / 10_000;
}

function table(result) {
  const rows = Object.entries(bars).map(([name, bar]) => {
    const verdict = result[name] <= bar ? "holds" : "MISSED";
    return `${name.padEnd(24)} ${String(result[name]).padStart(10)}   at most ${String(bar).padEnd(5)} ${verdict}`;
  });
  return [
    ...rows,
    "",
    "wall ms",
    JSON.stringify(result.wallMs),
    "peak MiB",
    JSON.stringify(result.peakMiB),
  ].join("\n");
}
