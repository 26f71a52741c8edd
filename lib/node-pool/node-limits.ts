import { ackGuide, alibabaCloud, limitsOn } from "../limits";
import type { NodeSettingFacts } from "./setting-facts";

const pool = limitsOn<NodeSettingFacts>("Node pools");

const part = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
const nodeName = new RegExp(`^${part}(\\.${part})*$`);

/** What ContainerOS does not have. */
const packageTool = /(^|[\s;&|(/])(yum|dnf|rpm|apt|apt-get|pip3?|python[23]?)\s/m;

const mostUserData = 32 * 1024;

/** The limits on the names of nodes and on what runs when they start. */
export const nodeLimits = [
  // The manual can be read to forbid a hyphen at the end of a prefix, which the provider documents: the name counts.
  pool.format(
    "node-name-affix-format",
    "nodeNames",
    nodeName,
    "parts of lower-case letters, digits and hyphens, each with a letter or digit first and last, and dots between them",
    {
      statement:
        "A node has a name of lower-case letters, digits, hyphens and dots, in which each part begins and ends with a letter or digit.",
      source: ackGuide("4.3.2 Create a managed cluster", "4943-4944"),
      rows: ["node-name-affix-format"],
      fix: 'change nodeNames, for example { prefix: "shop-", suffix: ".test" }',
    },
  ),
  pool.limit(
    "user-data-size",
    ["userData"],
    {
      statement: "User data has at most 32 KiB.",
      source: alibabaCloud("ECS, RunInstances, UserData"),
      rows: ["tee-userdata-1k"],
      fix: "put the script into a bucket of OSS, and fetch it from its internal endpoint",
    },
    ({ userData }) => {
      // No character of JavaScript takes more than 3 bytes, so most scripts need not be counted.
      const bytes =
        userData === undefined || userData.length * 3 <= mostUserData ? 0 : Buffer.byteLength(userData);
      return bytes <= mostUserData
        ? []
        : [{ got: `userData of ${bytes} bytes`, want: "at most 32768 bytes" }];
    },
  ),
  pool.limit(
    "containeros-no-packages",
    ["userData", "imageType"],
    {
      statement: "ContainerOS has no package manager and no Python that user data could call.",
      source: ackGuide("4.2.4 ContainerOS", "3790-3804"),
      advice: true,
      rows: ["containeros-no-packages"],
      fix: "do it in a DaemonSet, or take another imageType",
    },
    ({ userData, imageType }) => {
      const tool = imageType === "ContainerOS" ? packageTool.exec(userData ?? "")?.[2] : undefined;
      return tool === undefined
        ? []
        : [
            {
              got: `userData that calls ${tool} on ContainerOS`,
              want: "a script without packages and Python",
            },
          ];
    },
  ),
];
