import { edgeGuide, limitsOn } from "../limits";
import { parametersWithProp } from "./edge-node-access";
import type { EdgePoolFacts } from "./facts";

const pool = limitsOn<EdgePoolFacts>("Pools of the edge");
const chapter = "7.1 Add edge nodes";

/** Parameters of the script that have no prop here, and that ACK is known to take. */
const furtherParameters = new Set(["flannelIface", "platform", "taints"]);

const documentedGpus = ["Nvidia_Tesla_T4", "Nvidia_Tesla_P4", "Nvidia_Tesla_P100"];

/** How machines join: most of it is advice, because ACK takes more today than its manual of 2021 lists. */
export const accessLimits = [
  pool.limit(
    "edge-arm-32",
    ["architecture"],
    {
      statement:
        "32-bit ARM is in the documentation of 2021; whether a machine of it joins today is doubtful.",
      source: edgeGuide(chapter, "1493"),
      advice: true,
      fix: 'take machines of architecture "arm64"',
    },
    ({ architecture }) =>
      architecture === "arm" ? [{ got: "machines of 32-bit ARM", want: "amd64 or arm64" }] : [],
  ),
  pool.length(
    "edge-access-addons",
    "addons",
    { min: 1, max: 100, of: "components" },
    {
      statement:
        "An ordinary node needs kube-proxy, flannel and coredns; without any it has no network of Pods.",
      source: edgeGuide(chapter, "1536"),
      rows: ["access-addons"],
      advice: true,
      fix: "leave addons out for those that an ordinary node needs",
    },
  ),
  pool.oneOf("edge-access-gpu", "gpuVersion", documentedGpus, {
    statement: "Three models of GPUs are documented; from Kubernetes 1.26 none has to be said.",
    source: edgeGuide(chapter, "1537"),
    rows: ["access-gpu-version"],
    advice: true,
    fix: "leave gpuVersion out from Kubernetes 1.26; below it, take a documented model or acknowledge this",
  }),
  pool.limit(
    "edge-access-interface",
    ["networkInterface", "flannelInterface"],
    {
      statement: "networkInterface is also that of Flannel: flannelIface is an older name for it.",
      source: edgeGuide(chapter, "1531, 1541"),
      rows: ["access-node-iface"],
      advice: true,
      fix: "leave flannelIface out",
    },
    ({ networkInterface, flannelInterface }) =>
      networkInterface !== undefined &&
      flannelInterface !== undefined &&
      networkInterface !== flannelInterface
        ? [
            {
              got: `networkInterface ${networkInterface} and flannelIface ${JSON.stringify(flannelInterface)}`,
              want: "one interface",
            },
          ]
        : [],
  ),
  pool.limit(
    "edge-access-parameters",
    ["parameters"],
    {
      statement: "The script takes parameters by the names that ACK gives them, each once.",
      source: edgeGuide(chapter, "1530-1541"),
      rows: ["access-param-names"],
      advice: true,
      fix: "take the prop where there is one; acknowledge this for a parameter that is newer than this library",
    },
    ({ parameters }) =>
      parameters.flatMap((name) => {
        if (furtherParameters.has(name)) return [];
        return parametersWithProp.has(name)
          ? [{ got: `the parameter ${name}, which is left out`, want: "the prop that says the same" }]
          : [
              {
                got: `the parameter ${name}`,
                want: `a documented one, such as ${[...furtherParameters].join(", ")}`,
              },
            ];
      }),
  ),
  pool.limit(
    "edge-access-script-hours",
    ["scriptHours"],
    {
      statement:
        "A script can be run for a number of whole hours; one that can be run for ever is a way in for whoever finds it.",
      source: edgeGuide(chapter, "1519"),
      rows: ["access-script-validity"],
      advice: true,
      fix: "scriptHours: 1, and a new script for the next machines",
    },
    ({ scriptHours }) =>
      Number.isInteger(scriptHours) && scriptHours > 0
        ? []
        : [
            {
              got: scriptHours === 0 ? "scriptHours 0, which is for ever" : `scriptHours ${scriptHours}`,
              want: "a whole number of hours, from 1",
            },
          ],
  ),
];
