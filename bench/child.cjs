"use strict";

/**
 * One measurement in a fresh process: `synth <side> <pools> <outdir>`, `heap <side> <pools> <outdir>`, `limits <shape> <count> <outdir>` or
 * `import <module> <what is read of it>`.
 * Prints one line of JSON. The parent measures the time of the whole process.
 */
const path = require("node:path");
const { performance } = require("node:perf_hooks");
const v8 = require("node:v8");
const vm = require("node:vm");

/** Where limits come in while an app is made and synthesized. */
const entries = {
  "limits/tree.js": ["declareFacts", "joinRelation", "reportOf"],
  "limits/judge.js": ["judge"],
  "limits/add-preconditions.js": ["addPreconditions"],
  "node-pool/judge-node-pool.js": ["judgeNodePool"],
  "node-pool/join-surroundings.js": ["joinSurroundings"],
  "cluster/judge-cluster.js": ["judgeCluster"],
  "cluster/join-surroundings.js": ["joinSurroundings"],
  "cluster/network-limits.js": ["judgeSharedVpc"],
};

const [mode, ...rest] = process.argv.slice(2);
const measure = { synth, heap, limits, import: importModule }[mode];
console.log(JSON.stringify(measure(...rest)));

function synth(side, pools, outdir) {
  require(path.join(__dirname, `${side}.cjs`)).synth(Number(pools), outdir);
  return { peakMiB: process.resourceUsage().maxRSS / 1024 };
}

/** The memory that a synthesized app holds, garbage collected. */
function heap(side, pools, outdir) {
  v8.setFlagsFromString("--expose-gc");
  const collect = vm.runInNewContext("gc");
  const { App } = require("cdktf");
  const original = App.prototype.synth;
  let bytes = 0;
  App.prototype.synth = function () {
    original.call(this);
    collect();
    bytes = process.memoryUsage().heapUsed;
  };
  require(path.join(__dirname, `${side}.cjs`)).synth(Number(pools), outdir);
  return { MiB: bytes / 1024 ** 2 };
}

/**
 * The time that limits take: making facts, registering them, and judging, with the collections of garbage that fall into
 * it; not the writing of limits.json. Clocks at the entries, because the difference between a run with limits and one
 * without is smaller than what two runs of seconds differ by anyway.
 */
function limits(shape, count, outdir) {
  const spent = timeEntries();
  const { synth: make } = require(path.join(__dirname, `${shape}.cjs`));
  const start = performance.now();
  const cpu = process.cpuUsage();
  make(Number(count), outdir);
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  // Clocks go on while another program has the processor.
  const share = Math.min(1, (user + system) / 1000 / wall);
  return { ms: spent.ms * share };
}

function timeEntries() {
  const spent = { ms: 0 };
  let isTimed = false;
  for (const [file, names] of Object.entries(entries)) {
    const loaded = require(path.join(__dirname, "../dist", file));
    for (const name of names) {
      const original = loaded[name];
      loaded[name] = (...args) => {
        if (isTimed) {
          return original(...args);
        }
        isTimed = true;
        const start = performance.now();
        try {
          return original(...args);
        } finally {
          spent.ms += performance.now() - start;
          isTimed = false;
        }
      };
    }
  }
  return spent;
}

/**
 * Modules of the library load when something of them is first read. A program in CommonJS reads what it makes (`ours`: the
 * names in ours.cjs), an ES module all names at once.
 */
function importModule(name, read) {
  const ours = [
    "AlicloudProvider",
    "Capacity",
    "Disk",
    "InstanceSelection",
    "Login",
    "ProCluster",
    "Quotas",
    "SecretKmsEncryption",
    "TerwayNetwork",
  ];
  const cpu = process.cpuUsage();
  const loaded = require(name);
  for (const key of { none: [], ours, all: Object.keys(loaded) }[read]) {
    if (loaded[key] === undefined) {
      throw new Error(`${name} does not export ${key}`);
    }
  }
  const { user, system } = process.cpuUsage(cpu);
  return { ms: (user + system) / 1000 };
}
