"use strict";

/**
 * One measurement in a fresh process: `synth <side> <pools> <outdir>`, `limits <pools> <outdir>` or `import <module>`.
 * Prints one line of JSON. The parent measures the time of the whole process.
 */
const path = require("node:path");
const { performance } = require("node:perf_hooks");

const [mode, ...rest] = process.argv.slice(2);
const measure = { synth, limits, import: importModule }[mode];
console.log(JSON.stringify(measure(...rest)));

function synth(side, pools, outdir) {
  require(path.join(__dirname, `${side}.cjs`)).synth(Number(pools), outdir);
  return { peakMiB: process.resourceUsage().maxRSS / 1024 };
}

/** The time that the engine of limits takes: making facts, registering them, and judging. */
function limits(pools, outdir) {
  const spent = { ms: 0 };
  let isTimed = false;
  for (const [file, names] of [
    ["limits/tree.js", ["declareFacts", "joinRelation", "reportOf"]],
    ["node-pool/judge-node-pool.js", ["judgeNodePool"]],
    ["cluster/judge-cluster.js", ["judgeCluster"]],
    ["limits/judge.js", ["judge"]],
  ]) {
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
  require("./ours.cjs").synth(Number(pools), outdir);
  return spent;
}

function importModule(name) {
  const start = performance.now();
  require(name);
  return { ms: performance.now() - start };
}
