"use strict";

/** What both sides of the benchmark build: one Pro cluster with Terway in three zones, and many pools. */
exports.zones = ["h", "i", "k"];
exports.region = "cn-hangzhou";
exports.nodeCidrs = { h: "10.0.56.0/21", i: "10.0.0.0/21", k: "10.0.16.0/21" };
exports.podCidrs = { h: "10.0.240.0/20", i: "10.0.128.0/20", k: "10.0.160.0/20" };

/** Pools differ, so that nothing can be shared between them. */
exports.poolOf = (index) => ({
  id: `pool-${index}`,
  min: index % 3,
  max: 3 + (index % 7),
  team: `team-${index % 20}`,
});
