import type { Behaviour, ResourceModel } from "../schema";
import type { Value } from "../values";
import { alicloudFormats } from "./formats-alicloud";
import { kubernetesFormats } from "./formats-kubernetes";
import type { Place } from "./messages";

/**
 * What a value does wrong, in the words of the provider.
 *
 * @param key where it stands: `spec.0.replicas`
 */
export type Check = (value: Value, key: string) => readonly string[];

/** A check that no table of validators can say, and where it is made. */
export interface Format {
  /** Resource type and names, matched from the end: `.metadata.labels` */
  readonly of: RegExp;
  readonly check: Check;
}

export interface ProviderFormats {
  readonly values: readonly Format[];
  readonly elements: readonly Format[];
}

/** The checks of one resource. */
export interface Formats {
  value(behaviour: Behaviour, value: Value, place: Place): readonly string[];
  element(value: Value, list: Place, place: Place): readonly string[];
}

export function formatsOf({ type }: ResourceModel): Formats {
  const { values, elements } = type.startsWith("kubernetes_") ? kubernetesFormats : alicloudFormats;
  const find = (formats: readonly Format[], names: string): Check | undefined =>
    formats.find(({ of }) => of.test(`${type}.${names}`))?.check;
  return {
    value: ({ validated }, value, { names, key }) =>
      validated ? (find(values, names)?.(value, key) ?? []) : [],
    element: (value, list, { key }) => find(elements, list.names)?.(value, key) ?? [],
  };
}
