import { existsSync } from "node:fs";
import { devNull } from "node:os";

/** What would lead Terraform out of the rehearsal, or change what it is asked. */
const LEADING_ASTRAY = /^TF_(DATA_DIR|CLI_ARGS.*|REATTACH_PROVIDERS)$/;

/** The environment for a Terraform that works with the providers of this lab. */
export function terraformEnvironment(
  attachment: string,
  base: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const kept = Object.entries(base).filter(([name]) => !LEADING_ASTRAY.test(name));
  return {
    ...Object.fromEntries(kept),
    ...cliConfiguration(base),
    TF_REATTACH_PROVIDERS: attachment,
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
  };
}

/** Terraform warns at each call where the variable names a file that does not exist. */
function cliConfiguration({ TF_CLI_CONFIG_FILE: file }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return file !== undefined && !existsSync(file) ? { TF_CLI_CONFIG_FILE: devNull } : {};
}
