import { ValueError } from "../values";

/** The RuntimeClass of sandboxed containers; clusters have it. */
export const SANDBOX_CLASS = "runv";

export const sandboxAnnotations = {
  nas: "storage.alibabacloud.com/enable_nas_passthrough",
  disks: "storage.alibabacloud.com/enable_ebs_passthrough",
  sysctls: "securecontainer.alibabacloud.com/sysctls",
} as const;

export interface SandboxedPodsOptions {
  /**
   * Mounts NAS in the virtual machine, which is faster than through the host.
   * @default false
   */
  readonly nasPassthrough?: boolean;

  /**
   * Mounts disks in the virtual machine.
   * @default false
   */
  readonly diskPassthrough?: boolean;

  /**
   * Parameters of the kernel, which is that of the Pod alone: `{ "net.core.somaxconn": "1024" }`.
   * @default - those of the image
   */
  readonly sysctls?: Readonly<Record<string, string>>;
}

/** What Pods say to run in a virtual machine each, on nodes of a pool with `ContainerRuntime.sandboxed()`. */
export function sandboxedPods({
  nasPassthrough = false,
  diskPassthrough = false,
  sysctls = {},
}: SandboxedPodsOptions = {}): {
  /** For `spec` of the template. */
  readonly runtimeClassName: string;
  /** For `metadata` of the template. */
  readonly annotations: Readonly<Record<string, string>>;
} {
  const pairs = Object.entries(sysctls);
  return {
    runtimeClassName: SANDBOX_CLASS,
    annotations: {
      ...(nasPassthrough ? { [sandboxAnnotations.nas]: "true" } : {}),
      ...(diskPassthrough ? { [sandboxAnnotations.disks]: "true" } : {}),
      ...(pairs.length === 0 ? {} : { [sandboxAnnotations.sysctls]: pairs.map(sysctl).join(",") }),
    },
  };
}

function sysctl([key, value]: [string, string]): string {
  // The annotation parts them by commas.
  if (/[=,\s]/.test(key) || key === "" || value.includes(",")) {
    throw new ValueError({
      got: `the sysctl ${JSON.stringify(`${key}=${value}`)}`,
      want: "a name and a value without commas",
    });
  }
  return `${key}=${value}`;
}
