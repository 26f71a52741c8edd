import { ackGuide, limitsOn } from "../limits";
import { kindsOf } from "./password";
import type { NodeSettingFacts } from "./setting-facts";

const pool = limitsOn<NodeSettingFacts>("Node pools");

/** The limits on how people log in to nodes. Of a password only the default of its variable is seen; Terraform judges the rest. */
export const loginLimits = [
  pool.limit(
    "login-password",
    ["password"],
    {
      statement:
        "A password of nodes has 8 to 30 characters of three kinds: upper-case letters, lower-case letters, digits, special characters.",
      source: ackGuide("4.3.2 Create a managed cluster", "4907-4908"),
      rows: [
        "attach-password",
        "login-password-complexity",
        "login-password-length",
        "login-password-policy",
      ],
      fix: "leave the default of the variable out, and give Terraform a stronger password; or use Login.keyPair",
    },
    // The value itself is never in a message.
    ({ password }) => {
      if (password === undefined) {
        return [];
      }
      const [length, kinds] = [password.length, kindsOf(password, { underscore: true })];
      return length >= 8 && length <= 30 && kinds >= 3
        ? []
        : [
            {
              got: `a default password of ${length} characters of ${kinds} kinds`,
              want: "8 to 30 characters of at least 3 kinds",
            },
          ];
    },
  ),
  pool.limit(
    "login-password-underscore",
    ["password"],
    {
      statement:
        "The manual does not count the underscore as a special character of a password; ECS does today.",
      source: ackGuide("4.5.4 Add nodes to a cluster", "6423-6424"),
      advice: true,
      rows: ["login-password-complexity", "login-password-policy"],
      fix: "add a character of another kind",
    },
    ({ password }) =>
      password !== undefined &&
      kindsOf(password, { underscore: true }) === 3 &&
      kindsOf(password, { underscore: false }) === 2
        ? [
            {
              got: "a default password whose third kind is the underscore",
              want: "another special character",
            },
          ]
        : [],
  ),
  pool.limit(
    "mlps-no-root-ssh",
    ["isMlps", "isRootLogin"],
    {
      statement: "Nodes that are hardened for classified protection let root not log in over SSH.",
      source: ackGuide("4.2.1 ACK hardening for classified protection", "3353-3355"),
      advice: true,
      rows: ["mlps-no-root-ssh"],
      fix: 'log in as ecs-user: Login.keyPair("ops", { asNonRoot: true })',
    },
    ({ isMlps, isRootLogin }) =>
      isMlps && isRootLogin
        ? [{ got: "osHardening mlps and a login of root", want: "a login that is not of root, or none" }]
        : [],
  ),
];
