import { isToken, unknown, type Fact, type TypedElement } from "../limits";
import { textsOf, type Texts } from "./pod-readers";

/** A ConfigMap of a cluster, or data that Terraform writes into one. */
export interface ConfigMap {
  readonly at: string;
  readonly namespace: string;
  readonly name: string;
  readonly data: Texts;
}

const ofConfigMaps = /^kubernetes_config_map(_v1)?(_data)?$/;

interface Given {
  readonly metadataInput?: { readonly name?: string; readonly namespace?: string };
  readonly dataInput?: Texts;
}

/** The ConfigMaps among the elements of a stack, by their types as Pods are. Values in them may be tokens. */
export function configMaps(elements: readonly TypedElement[]): Fact<ConfigMap>[] {
  return elements.flatMap((element): Fact<ConfigMap>[] => {
    if (!ofConfigMaps.test(element.terraformResourceType)) return [];
    const { metadataInput = {}, dataInput } = element as Given;
    const { name = "", namespace = "default" } = metadataInput;
    const token = [name, namespace].find(isToken);
    return [
      token === undefined
        ? { at: element.node.path, namespace, name, data: textsOf(dataInput) }
        : unknown(token),
    ];
  });
}
