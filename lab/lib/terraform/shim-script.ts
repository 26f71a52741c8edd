import { join, resolve } from "node:path";
import { Mirror } from "./mirror";
import { OTHER_PROVIDERS } from "./other-providers";
import { redirect } from "./redirect";
import type { RehearsalFolder } from "./rehearsal";
import { command, quote } from "./shell";

/** A call of `terraform` by whatever runs in the lab. */
export interface ShimCall {
  readonly cwd: string;
  readonly args: readonly string[];
}

export interface ShimScene {
  readonly binary: string;
  readonly attachment: string;
  readonly rehearsal: RehearsalFolder;
}

const HINT = `printf '\\n%s\\n' ${quote(`cdktf-ack-lab: in case a provider could not be installed. ${OTHER_PROVIDERS}`)} >&2`;

/** These know no state and no providers. */
const HARMLESS = ["version", "fmt", "login", "logout"];

/**
 * What the shell does in place of the call. It ends in `exec`: signals, the terminal and the exit code are Terraform's own. Only
 * after `init` there is something to add where it fails.
 */
export function scriptFor({ cwd, args }: ShimCall, { binary, attachment, rehearsal }: ShimScene): string {
  const chdir = args.find((arg) => arg.startsWith("-chdir="));
  const [name = "", ...rest] = args.filter((arg) => arg !== chdir);
  if (name === "" || name.startsWith("-") || HARMLESS.includes(name))
    return `exec ${command(binary, ...args)}\n`;
  if (name === "providers" && rest[0] === "lock")
    return "echo 'The providers of the lab need no lock.'\nexit 0\n";

  const mirror = new Mirror(resolve(cwd, chdir?.slice("-chdir=".length) ?? "."), rehearsal);
  const { needsInit } = mirror.refresh();
  const isInit = name === "init";
  if (needsInit || isInit) mirror.noteInit();
  const call = command(binary, name, ...redirect(rest, mirror, rehearsal.root));
  const lines = [
    "unset TF_DATA_DIR TF_CLI_ARGS TF_CLI_ARGS_init",
    `export TF_REATTACH_PROVIDERS=${quote(attachment)}`,
    `cd ${quote(mirror.folder)} || exit 1`,
    ...(needsInit && !isInit ? [initialize(binary, mirror)] : []),
    isInit ? `${call} || { code=$?; ${HINT}; exit $code; }` : `exec ${call}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** Nobody has asked for it: it is heard of only when it fails, and then it is due again. */
function initialize(binary: string, mirror: Mirror): string {
  const init = command(binary, "init", "-input=false");
  return `${init} >/dev/null || { rm -rf ${quote(join(mirror.folder, ".terraform"))}; ${HINT}; exit 1; }`;
}
