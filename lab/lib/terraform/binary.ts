import { accessSync, constants, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import { LabError } from "./errors";
import { execute } from "./run";

export type Product = "terraform" | "opentofu";

/** The program that plans and applies. */
export interface Binary {
  readonly path: string;
  readonly product: Product;
  readonly version: string;
}

/** The oldest versions that the lab is tried with. */
const OLDEST: Readonly<Record<Product, readonly [number, number, number]>> = {
  terraform: [1, 5, 7],
  opentofu: [1, 6, 0],
};

const NAMES: Readonly<Record<Product, string>> = { terraform: "Terraform", opentofu: "OpenTofu" };

/** Names the binary inside of a lab, where TERRAFORM_BINARY_NAME leads back to the lab. */
export const REAL_BINARY = "CDKTF_ACK_LAB_TERRAFORM";

/**
 * Finds `terraform` or `tofu`, and sees whether it is new enough.
 *
 * A name or path that is given is taken; after it the environment variable TERRAFORM_BINARY_NAME, as cdktf reads it; after it
 * whatever the PATH has.
 */
export async function findBinary(given?: string, env: NodeJS.ProcessEnv = process.env): Promise<Binary> {
  const named = given ?? env[REAL_BINARY] ?? env["TERRAFORM_BINARY_NAME"];
  const path = named ? lookUp(named, env) : (lookUp("terraform", env) ?? lookUp("tofu", env));
  if (path === undefined) throw new LabError(missing(named));
  const binary = await identify(path, env);
  refuseOld(binary);
  return binary;
}

function missing(named?: string): string {
  const oldest = `Terraform ${OLDEST.terraform.join(".")} or OpenTofu ${OLDEST.opentofu.join(".")}, or later`;
  if (named) return `there is no executable "${named}"; the lab needs ${oldest}`;
  return `neither terraform nor tofu is on the PATH; install ${oldest}, or name one in TERRAFORM_BINARY_NAME`;
}

function lookUp(name: string, env: NodeJS.ProcessEnv): string | undefined {
  if (name.includes("/") || isAbsolute(name)) return isExecutable(resolve(name)) ? resolve(name) : undefined;
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

async function identify(path: string, env: NodeJS.ProcessEnv): Promise<Binary> {
  const output = await execute({
    file: path,
    args: ["version"],
    cwd: tmpdir(),
    env: { ...env, CHECKPOINT_DISABLE: "1" },
  }).catch((failure: unknown) => {
    throw new LabError(
      `${path} cannot be run: ${failure instanceof Error ? failure.message : String(failure)}`,
    );
  });
  const [, name, version] = /^(Terraform|OpenTofu) v(\d+\.\d+\.\d+\S*)/m.exec(output.stdout) ?? [];
  if (version === undefined)
    throw new LabError(`${path} is neither Terraform nor OpenTofu: it does not tell its version`);
  return { path, product: name === "OpenTofu" ? "opentofu" : "terraform", version };
}

function refuseOld({ path, product, version }: Binary): void {
  const [major = 0, minor = 0, patch = 0] = version.split(/[.-]/).map(Number);
  const [oldMajor, oldMinor, oldPatch] = OLDEST[product];
  if ((major - oldMajor || minor - oldMinor || patch - oldPatch) >= 0) return;
  const oldest = OLDEST[product].join(".");
  throw new LabError(`${path} is ${NAMES[product]} ${version}; the lab needs ${oldest} or later`);
}
