import type { TypedElement } from "../limits";

type Texts = Readonly<Record<string, string>>;

interface Metadata {
  readonly name?: string;
  readonly labels?: Texts;
  readonly annotations?: Texts;
}

export interface PodContainer {
  readonly name?: string;
  readonly image?: string;
  readonly resources?: { readonly limits?: Texts; readonly requests?: Texts };
  readonly port?: readonly { readonly containerPort?: number; readonly hostPort?: number }[];
  readonly env?: readonly { readonly name?: string; readonly value?: string }[];
  readonly securityContext?: HostProcess;
}

/** On Windows: whether containers run as processes of the node. */
interface HostProcess {
  readonly windowsOptions?: { readonly hostProcess?: unknown };
}

export interface PodToleration {
  readonly key?: string;
  readonly operator?: string;
  readonly value?: string;
}

/** The part of a Pod that limits read, as the bindings of the Kubernetes provider have it. Anything in it may be a token. */
export interface PodSpec {
  readonly affinity?: object;
  readonly container?: readonly PodContainer[];
  readonly hostNetwork?: unknown;
  readonly initContainer?: readonly PodContainer[];
  readonly nodeSelector?: Texts;
  readonly runtimeClassName?: string;
  readonly securityContext?: HostProcess;
  readonly toleration?: readonly PodToleration[];
  readonly volume?: readonly { readonly hostPath?: { readonly path?: string } }[];
}

interface Template {
  readonly metadata?: Metadata;
  readonly spec?: PodSpec;
}

/** A Pod, or the template of the Pods that a workload makes. */
export interface PodTemplate {
  /** Of the construct. */
  readonly path: string;
  /** Of the Pods. */
  readonly metadata: Metadata;
  readonly spec: PodSpec;
  /** Of the workload; undefined for a Pod, which nothing makes. */
  readonly ownMetadata: Metadata | undefined;
}

const ofPods = /^kubernetes_pod(_v1)?$/;
const ofTemplates =
  /^kubernetes_(deployment|stateful_set|daemonset|daemon_set|replication_controller|job)(_v1)?$/;
const ofCronJobs = /^kubernetes_cron_job(_v1)?$/;

/** What such a resource of the bindings has been given, whatever its type. */
interface Given {
  readonly metadataInput?: Metadata;
  readonly specInput?: PodSpec & {
    readonly template?: Template;
    readonly jobTemplate?: { readonly spec?: { readonly template?: Template } };
  };
}

/** The Pods among the elements of a stack. By their types and not their classes, so that two copies of the bindings agree. */
export function podTemplates(elements: readonly TypedElement[]): PodTemplate[] {
  return elements.flatMap((element) => {
    const type = element.terraformResourceType;
    // Nothing is read of the thousands of others.
    const isPod = ofPods.test(type);
    if (!isPod && !ofTemplates.test(type) && !ofCronJobs.test(type)) {
      return [];
    }
    const { metadataInput = {}, specInput = {} } = element as Given;
    const template = isPod
      ? { metadata: metadataInput, spec: specInput }
      : ofCronJobs.test(type)
        ? specInput.jobTemplate?.spec?.template
        : specInput.template;
    return template === undefined
      ? []
      : [
          {
            path: element.node.path,
            metadata: template.metadata ?? {},
            spec: template.spec ?? {},
            ownMetadata: isPod ? undefined : metadataInput,
          },
        ];
  });
}

/** The RuntimeClass objects among the elements of a stack, by their paths, with their names. */
export function runtimeClasses(elements: readonly TypedElement[]): { path: string; name: string }[] {
  return elements
    .filter(({ terraformResourceType }) => terraformResourceType === "kubernetes_runtime_class_v1")
    .map((element) => ({
      path: element.node.path,
      name: (element as Given).metadataInput?.name ?? "",
    }));
}
