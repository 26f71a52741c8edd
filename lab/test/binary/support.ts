import { Lab, type LabOptions, type Plan, TerraformError } from "../../lib";

/** Runs a test in a lab of its own, which is gone afterwards whatever happens. */
export async function inLab(use: (lab: Lab) => Promise<void>, options: LabOptions = {}): Promise<void> {
  const lab = await Lab.start(options);
  try {
    await use(lab);
  } finally {
    await lab.stop();
  }
}

/** How Terraform fails. */
export async function failureOf(doing: Promise<unknown>): Promise<TerraformError> {
  const failure: unknown = await doing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (failure instanceof TerraformError) return failure;
  throw new Error(`Terraform should have failed, but: ${String(failure)}`);
}

/** What a plan changes at the top of each resource; inside of blocks, the SDK shows zeros along with every change. */
export function differences({ changes }: Plan): Record<string, readonly string[]> {
  const changing = changes.filter(({ action }) => action !== "noop");
  return Object.fromEntries(
    changing.map(({ address, changed }) => [address, changed.filter((name) => !name.includes("["))]),
  );
}
