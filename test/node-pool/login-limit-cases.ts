import { TerraformVariable, type TerraformStack } from "cdktf";
import { Login } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { at, pool } from "./pools";

/** A pool with a password of which synthesis sees the default. */
const password = (value: string) => pool((stack) => ({ login: passwordOf(stack, value) }));

function passwordOf(stack: TerraformStack, value?: string): Login {
  const given = value === undefined ? {} : { default: value };
  return Login.password(
    new TerraformVariable(stack, "password", { type: "string", sensitive: true, ...given }),
  );
}

const want = "8 to 30 characters of at least 3 kinds";
const stronger =
  "leave the default of the variable out, and give Terraform a stronger password; or use Login.keyPair";

/** How people log in to nodes. */
export const loginLimitCases: CasesById = {
  "login-password": {
    violating: {
      "7 characters": {
        build: password("Abcde-1"),
        at,
        got: "a default password of 7 characters of 4 kinds",
        want,
        fix: stronger,
        rows: ["login-password-length"],
      },
      "31 characters": {
        build: password("Aa1".repeat(10) + "x"),
        at,
        got: "a default password of 31 characters of 3 kinds",
        want,
        fix: stronger,
      },
      "lower-case letters and digits": {
        build: password("abcdefg1"),
        at,
        got: "a default password of 8 characters of 2 kinds",
        want,
        fix: stronger,
        rows: ["login-password-complexity"],
      },
      "lower-case and upper-case letters": {
        build: password("abcdEFGH"),
        at,
        got: "a default password of 8 characters of 2 kinds",
        want,
        fix: stronger,
        rows: ["login-password-policy"],
      },
      "upper-case letters and special symbols": {
        build: password("ABCDEFG#"),
        at,
        got: "a default password of 8 characters of 2 kinds",
        want,
        fix: stronger,
        rows: ["attach-password"],
      },
    },
    legal: {
      "30 characters": { build: password("Aa1".repeat(10)), rows: ["login-password-length"] },
      "8 characters of 3 kinds": { build: password("abcdef1#"), rows: ["login-password-complexity"] },
      "30 characters of 3 kinds": { build: password("Ab#".repeat(10)), rows: ["login-password-policy"] },
      "8 characters of 3 kinds with capitals": { build: password("ABCdef12"), rows: ["attach-password"] },
      "a key pair": pool({ login: Login.keyPair("ops") }),
    },
    unknown: {
      "a password that Terraform will get": {
        build: pool((stack) => ({ login: passwordOf(stack) })),
        limit: "silent",
      },
    },
  },
  "login-password-underscore": {
    violating: {
      "letters, digits and an underscore": {
        build: password("abcdef_1"),
        at,
        got: "a default password whose third kind is the underscore",
        want: "another special character",
        fix: "add a character of another kind",
        rows: ["login-password-policy"],
      },
      "capitals, digits and underscores": {
        build: password("ABCDE__1"),
        at,
        got: "a default password whose third kind is the underscore",
        want: "another special character",
        fix: "add a character of another kind",
        rows: ["login-password-complexity"],
      },
    },
    legal: {
      "letters, digits and a hyphen": {
        build: password("abcdef-1"),
        rows: ["login-password-complexity", "login-password-policy"],
      },
      "an underscore beside three kinds": password("Abcdef_1"),
    },
    unknown: {
      "a password that Terraform will get": {
        build: pool((stack) => ({ login: passwordOf(stack) })),
        limit: "silent",
      },
    },
  },
  "mlps-no-root-ssh": {
    violating: {
      "a login of root on hardened nodes": {
        build: pool({ osHardening: "mlps" }),
        at,
        got: "osHardening mlps and a login of root",
        want: "a login that is not of root, or none",
        fix: 'log in as ecs-user: Login.keyPair("ops", { asNonRoot: true })',
        rows: ["mlps-no-root-ssh"],
      },
    },
    legal: {
      "a login of an ordinary user on hardened nodes": {
        build: pool({ osHardening: "mlps", login: Login.keyPair("ops", { asNonRoot: true }) }),
        rows: ["mlps-no-root-ssh"],
      },
      "no login on hardened nodes": pool({ osHardening: "mlps", login: undefined }),
      "a login of root on nodes with the hardening of ACK": pool({ osHardening: "ack" }),
    },
  },
};
