import { isToken } from "../limits";
import type { PodContainer, PodTemplate, PodToleration } from "./pod-templates";

export type Texts = Readonly<Record<string, string>>;

/** A list of which Terraform alone knows the members has none here. */
export function listOf<T>(list: readonly T[] | undefined): readonly T[] {
  return list === undefined || isToken(list) ? [] : list;
}

export function textsOf(texts: Texts | undefined): Texts {
  return texts === undefined || isToken(texts) ? {} : texts;
}

export function containersOf({ spec }: PodTemplate): readonly PodContainer[] {
  return [...listOf(spec.initContainer), ...listOf(spec.container)];
}

/** A toleration of every taint. */
export function isForAll({ key, operator }: PodToleration): boolean {
  return (key === undefined || key === "") && operator === "Exists";
}
