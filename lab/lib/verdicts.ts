import type { Fault } from "./faults";
import { Lab, type LabOptions, type StackSource } from "./lab";
import { Stack, TerraformError, type Change, type Plan } from "./terraform";

/** What a rehearsal found: a matcher of jest throws the message, and so can any other test runner. */
export interface Verdict {
  readonly pass: boolean;
  /** Says what was expected and what was found instead; where it passed, what speaks against the opposite. */
  readonly message: string;
}

/**
 * Whether Terraform has nothing to do for a stack: for one in a lab as it stands now, for Terraform JSON after it was deployed into
 * a lab of its own.
 *
 * @throws TerraformError when the deploy or the plan fails
 */
export async function plansNothing(subject: Stack | StackSource, options: LabOptions = {}): Promise<Verdict> {
  if (subject instanceof Stack) return nothingIn(await subject.plan());
  return inLab(options, async (lab) => {
    const stack = lab.stack(subject);
    await stack.apply();
    return nothingIn(await stack.plan());
  });
}

export interface SurviveOptions {
  /** The version that is there when the fault comes: for faults of updates and deletes. Nothing, unless said. */
  readonly before?: StackSource;
  /** How many applies it may take until all is there. 3, unless said. */
  readonly applies?: number;
  /** The lab in which it is tried. */
  readonly lab?: Omit<LabOptions, "faults">;
}

/**
 * Whether a stack comes through a fault: a few more applies bring it to where the plan is empty, and nothing was made that no state
 * knows. A fault that hits nothing is not survived.
 */
export async function survives(
  source: StackSource,
  fault: Fault,
  { before, applies = 3, lab: options = {} }: SurviveOptions = {},
): Promise<Verdict> {
  const what = `the stack to survive ${JSON.stringify(fault)}`;
  const fails = (why: string): Verdict => ({ pass: false, message: `expected ${what}, but ${why}` });
  return inLab({ ...options, faults: { faults: [fault] } }, async (lab) => {
    if (before !== undefined) await lab.stack(before, VERSIONS).apply();
    const stack = lab.stack(source, VERSIONS);
    const failures = await applyUntilDone(stack, applies);
    const last = failures.at(-1);
    if (last !== undefined && failures.length >= applies) {
      return fails(`apply ${failures.length} still fails:\n${last.message}`);
    }
    const plan = await stack.plan();
    if (!plan.isEmpty) return fails(`the plan afterwards is not empty:\n${changesOf(plan)}`);
    const state = await stack.state();
    const orphans = lab.account.orphans(state.map(({ values }) => String(values["id"])));
    if (orphans.length > 0) {
      const left = orphans.map(({ type, id }) => `  ${type} ${id}`).join("\n");
      return fails(`things were made that no state knows:\n${left}`);
    }
    const isPlausible = fault.type === undefined || state.some(({ type }) => type === fault.type);
    if (!isPlausible || (failures.length === 0 && !isOvercome(fault)))
      return fails("the fault has hit nothing");
    const count = failures.length === 1 ? "1 apply" : `${failures.length} applies`;
    return { pass: true, message: `expected ${what.replace("to", "not to")}, but it does: ${count} failed` };
  });
}

/** Different texts under one name are versions of one stack. */
const VERSIONS = { name: "stack" };

/** The provider deals with these by itself, so that no apply need fail. */
function isOvercome({ fault }: Fault): boolean {
  return fault === "slow" || fault === "throttling";
}

async function applyUntilDone(stack: Stack, most: number): Promise<readonly TerraformError[]> {
  const failures: TerraformError[] = [];
  while (failures.length < most) {
    try {
      await stack.apply();
      break;
    } catch (failure) {
      if (!(failure instanceof TerraformError)) throw failure;
      failures.push(failure);
    }
  }
  return failures;
}

function nothingIn(plan: Plan): Verdict {
  return plan.isEmpty
    ? { pass: true, message: "expected a plan with changes, but there is nothing to do" }
    : { pass: false, message: `expected a plan without changes, but it has\n${changesOf(plan)}` };
}

function changesOf({ changes, outputs }: Plan): string {
  const isChange = ({ action, movedFrom, importedAs }: Change) =>
    action !== "noop" || movedFrom !== undefined || importedAs !== undefined;
  return [
    ...changes.filter(isChange).map(changeText),
    ...outputs
      .filter(({ action }) => action !== "noop")
      .map(({ action, name }) => `  ${action} output ${name}`),
  ].join("\n");
}

function changeText({ action, address, changed, forcedBy, movedFrom, importedAs }: Change): string {
  const values = action === "update" ? changed : forcedBy;
  const from = movedFrom === undefined ? "" : ` (was ${movedFrom})`;
  const by = importedAs === undefined ? "" : ` (imported as ${importedAs})`;
  return `  ${action} ${address}${from}${by}${values.length === 0 ? "" : `: ${values.join(", ")}`}`;
}

async function inLab<T>(options: LabOptions, use: (lab: Lab) => Promise<T>): Promise<T> {
  const lab = await Lab.start(options);
  try {
    return await use(lab);
  } finally {
    await lab.stop();
  }
}
