import { formatPath } from "../../lib/values";
import { decodeConfig } from "../../lib/core";
import type { Diagnostic } from "../../lib/diagnostic";
import { validateResource } from "../../lib/engine";
import { KNOWN_PROVIDERS, loadProvider } from "../../lib/schema";
import type { RecordedDiagnostic, ValidateCase } from "./recordings";
import { readRecording } from "./recordings";
import { exceptions } from "./validate-exceptions";

const providers = new Map(KNOWN_PROVIDERS.map((name) => [name as string, loadProvider(name)]));
/** Types that the bindings leave out, so that no provider of the lab has them. */
const notServed: ReadonlySet<string> = new Set(["alicloud_cs_kubernetes_autoscaler"]);
const cases = readRecording<ValidateCase>("validate").filter(({ type }) => !notServed.has(type));

/** What Terraform prints for one resource: it asks the provider only about what has the right shape. */
function validate({ type, config }: ValidateCase): readonly Diagnostic[] {
  const model = providers.get(type.split("_")[0] ?? "")?.resources.get(type);
  if (model === undefined) throw new Error(`no provider has ${type}`);
  const { value, diagnostics } = decodeConfig(model.block, config);
  return value === undefined ? diagnostics : [...diagnostics, ...validateResource(model, value)];
}

/** What follows is worded otherwise for each argument, or comes from the libraries of Go. */
const WORDING = /(\[DEPRECATED\]|\[REMOVED\]|contains an invalid JSON:).*/s;

/** The recorded texts end with the first sentence. */
function says(text: string | undefined, recorded: string | undefined): boolean {
  return recorded === undefined || (text?.startsWith(recorded.replace(WORDING, "$1")) ?? false);
}

function agrees(ours: Diagnostic, recorded: RecordedDiagnostic): boolean {
  return (
    ours.severity === recorded.severity &&
    says(ours.summary, recorded.summary) &&
    says(ours.detail, recorded.detail) &&
    says(formatPath(ours.path ?? []), recorded.path)
  );
}

/** What only one of both says. */
function differences(one: ValidateCase): string[] {
  const ours = [...validate(one)];
  const missing = one.diagnostics.filter((recorded) => {
    const index = ours.findIndex((diagnostic) => agrees(diagnostic, recorded));
    if (index >= 0) ours.splice(index, 1);
    return index < 0;
  });
  const line = ({ severity, summary, detail }: Diagnostic | RecordedDiagnostic, path?: string): string =>
    [severity, summary, detail, path].filter(Boolean).join(" | ");
  return [
    ...missing.map((recorded) => `the provider: ${line(recorded, recorded.path)}`),
    ...ours.map((diagnostic) => `the lab: ${line(diagnostic, formatPath(diagnostic.path ?? []))}`),
  ];
}

const disagreeing = new Map(
  cases.flatMap((one) => {
    const found = differences(one);
    return found.length > 0 ? [[one.id, found] as const] : [];
  }),
);

test("the lab says of every recorded configuration what the real provider says", () => {
  const unexpected = [...disagreeing].filter(([id]) => !exceptions.has(id));
  expect(Object.fromEntries(unexpected)).toEqual({});
});

test("every exception is still one", () => {
  expect([...exceptions.keys()].filter((id) => !disagreeing.has(id))).toEqual([]);
});

test("the exceptions are below 2 in 100", () => {
  expect(exceptions.size / cases.length).toBeLessThan(0.02);
});

test("the recordings hold accepted and refused configurations of every type", () => {
  const typesOf = (expect: string): Set<string> =>
    new Set(cases.filter((one) => one.expect === expect).map(({ type }) => type));
  expect(typesOf("ok")).toEqual(typesOf("error"));
  expect(typesOf("ok").size).toBe(40);
});
