import { alicloudFormats } from "../../lib/engine/formats-alicloud";
import { kubernetesFormats } from "../../lib/engine/formats-kubernetes";
import type { Block, ProviderModel } from "../../lib/schema";
import { loadProvider } from "../../lib/schema";

interface Argument {
  /** Resource type and names. */
  readonly name: string;
  readonly checked: boolean;
  readonly described: boolean;
}

function argumentsOf(provider: ProviderModel): Argument[] {
  const walk = (block: Block, before: string): Argument[] => [
    ...[...block.attributes.values()].map(({ name, validated, validate, elementValidate }) => ({
      name: before + name,
      checked: validated ?? false,
      described: [validate, elementValidate].some((one) => one !== undefined && !one.format),
    })),
    ...[...block.blocks.values()].flatMap(({ name, block: inner }) => walk(inner, `${before}${name}.`)),
  ];
  return provider.resources.types.flatMap((type) => {
    const model = provider.resources.get(type);
    return model === undefined ? [] : walk(model.block, `${model.type}.`);
  });
}

const providers = [
  { name: "alicloud", formats: alicloudFormats },
  { name: "kubernetes", formats: kubernetesFormats },
].map(({ name, formats }) => ({ name, formats, all: argumentsOf(loadProvider(name)) }));

test.each(providers)(
  "every format of $name is that of an argument, and none hides another",
  ({ formats, all }) => {
    const used = new Set(
      all.flatMap(({ name, checked }) => (checked ? [formats.values.find(({ of }) => of.test(name))] : [])),
    );
    expect(formats.values.filter((format) => !used.has(format)).map(({ of }) => of.source)).toEqual([]);
    const elements = formats.elements.filter(({ of }) => !all.some(({ name }) => of.test(name)));
    expect(elements.map(({ of }) => of.source)).toEqual([]);
  },
);

/** Checks of which the facts and the recordings say only that they are there: the lab accepts anything. */
const notKnown = [
  "annotations.field_manager",
  "client_config.url",
  "endpoint.hostname",
  "endpoint_slice_v1.address_type",
  "endpoint_slice_v1.port.port",
  "endpoint_slice_v1.port.protocol",
  "env.container",
  "env.init_container",
  "env.kind",
  "host_path.type",
  "labels.field_manager",
  "match_expression.operator",
  "match_expression.scope_name",
  "node_taint.field_manager",
  "parameters.scope",
  "priority_class_v1.preemption_policy",
  "runtime_class_v1.handler",
  "secret_v1.binary_data_wo_revision",
  "secret_v1.data_wo_revision",
  "service.port",
  "service_account_token.expiration_seconds",
  "spec.backoff_limit_per_index",
  "spec.expiration_seconds",
  "spec.group_priority_minimum",
  "spec.max_failed_indexes",
  "spec.restart_policy",
  "spec.schedule",
  "spec.ttl_seconds_after_finished",
  "spec.version_priority",
];

test("every other check of kubernetes is known", () => {
  const [, kubernetes] = providers;
  const unknown = kubernetes?.all
    .filter(({ checked, described }) => checked && !described)
    .filter(({ name }) => !kubernetes.formats.values.some(({ of }) => of.test(name)))
    .map(({ name }) => name);
  const suffixOf = (name: string): string | undefined =>
    notKnown.find((suffix) => name.endsWith(`.${suffix}`) || name.endsWith(`_${suffix}`));
  expect(unknown?.filter((name) => suffixOf(name) === undefined)).toEqual([]);
  expect(notKnown.filter((suffix) => !unknown?.some((name) => suffixOf(name) === suffix))).toEqual([]);
});
