import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Lab } from "../../lib";
import type { ResourceModel } from "../../lib/schema";
import type { PlanJson } from "../../lib";
import { modelOf } from "../oracle/models";

/** Resources by type and name, in Terraform JSON. */
export type Resources = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** What the recordings call unknown: the outputs of these, which do not exist yet. */
export const UNKNOWN_SOURCES: Resources = {
  terraform_data: {
    l: { input: '${tolist(["v"])}' },
    m: { input: '${tomap({ a = "b" })}' },
    u: { input: "v" },
  },
};

const SOURCES: Readonly<Record<string, string>> = {
  alicloud: "aliyun/alicloud",
  kubernetes: "hashicorp/kubernetes",
};

/** A configuration with both providers, as the recordings were made with. */
export function configuration(resources: Resources, more: object = {}): object {
  const required = Object.entries(SOURCES).map(([name, source]) => [name, { source }]);
  return {
    terraform: { required_providers: Object.fromEntries(required) },
    provider: {
      alicloud: { region: "cn-hangzhou", access_key: "k", secret_key: "s", account_type: "Domestic" },
      kubernetes: { host: "https://127.0.0.1:1" },
    },
    ...(Object.keys(resources).length > 0 && { resource: resources }),
    ...more,
  };
}

interface Instance {
  readonly type: string;
  readonly name: string;
  readonly attributes: object;
}

/** A state of Terraform that holds the given resources. */
export function stateOf(instances: readonly Instance[]): object {
  return {
    version: 4,
    terraform_version: "1.5.7",
    serial: 1,
    lineage: "00000000-0000-4000-8000-000000000000",
    outputs: {},
    resources: instances.map(({ type, name, attributes }) => ({
      mode: "managed",
      type,
      name,
      provider: `provider["registry.terraform.io/${SOURCES[type.split("_")[0] ?? ""] ?? ""}"]`,
      instances: [
        {
          schema_version: modelOf(type).version,
          attributes,
          sensitive_attributes: sensitivePaths(modelOf(type)),
        },
      ],
    })),
  };
}

/** Without them, Terraform plans an update of whatever has a sensitive argument. */
function sensitivePaths({ block }: ResourceModel): object[][] {
  return [...block.attributes.values()]
    .filter(({ sensitive }) => sensitive)
    .map(({ name }) => [{ type: "get_attr", value: name }]);
}

/** Plans a configuration on a state, without asking the account what is there. */
export async function planned(
  lab: Lab,
  name: string,
  config: object,
  state?: object,
): Promise<Required<PlanJson>["resource_changes"]> {
  const stack = lab.stack({ ...config }, { name });
  if (state !== undefined) {
    const file = join(lab.folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(state));
    await stack.run("state", "push", file);
  }
  const plan = join(lab.folder, `${name}.tfplan`);
  await stack.run("plan", "-refresh=false", "-input=false", `-out=${plan}`);
  const shown = JSON.parse(await stack.run("show", "-json", plan)) as PlanJson;
  return shown.resource_changes ?? [];
}
