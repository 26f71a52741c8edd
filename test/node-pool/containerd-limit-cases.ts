import type { TerraformStack } from "cdktf";
import { ContainerRuntime, type ContainerdOptions } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { numberToken, textToken } from "../support/stacks";
import { at, pool } from "./pools";

const containerd = (options: ContainerdOptions) => pool({ runtime: ContainerRuntime.containerd(options) });
const containerdOf = (options: (stack: TerraformStack) => ContainerdOptions) =>
  pool((stack) => ({ runtime: ContainerRuntime.containerd(options(stack)) }));

const address = "the address of a registry, without spaces";
const MOST = 9_007_199_254_740_991;

export const containerdLimitCases: CasesById = {
  "containerd-settings-version": {
    violating: {
      "a setting of 1.6.19": {
        build: containerd({ version: "1.6.19", maxConcurrentDownloads: 5 }),
        at,
        got: "settings of containerd 1.6.19",
        want: "1.6.20 or later",
      },
    },
    legal: {
      "a setting of 1.6.20": containerd({ version: "1.6.20", maxConcurrentDownloads: 5 }),
      "a setting of the usual version": containerd({ maxConcurrentDownloads: 5 }),
      "a setting of a version that is written otherwise": containerd({ version: "1.6", limitCore: 0 }),
      "an older version without settings": containerd({ version: "1.5.13" }),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: containerdOf((stack) => ({ version: textToken(stack), limitCore: 0 })),
        limit: "silent",
      },
    },
  },
  "containerd-mirrors": {
    violating: {
      nothing: {
        build: containerd({ registryMirrors: [""] }),
        at,
        got: 'the registry ""',
        want: address,
      },
      "two in one text": {
        build: containerd({ registryMirrors: ["https://a.example.com https://b.example.com"] }),
        at,
        got: 'the registry "https://a.example.com https://b.example.com"',
        want: address,
      },
    },
    legal: {
      "two mirrors": containerd({ registryMirrors: ["https://example.com", "http://10.0.0.1:5000"] }),
    },
    unknown: {
      "a mirror that only Terraform knows": {
        build: containerdOf((stack) => ({ registryMirrors: [textToken(stack)] })),
        limit: "partly",
      },
    },
  },
  "containerd-mirrors-unique": {
    violating: {
      "a mirror more than once": {
        build: containerd({ registryMirrors: ["https://example.com", "https://example.com"] }),
        at,
        got: 'registryMirrors with "https://example.com" more than once',
        want: "members that differ",
      },
    },
    legal: {
      "two mirrors": containerd({ registryMirrors: ["https://a.example.com", "https://b.example.com"] }),
    },
    unknown: {
      "a mirror that only Terraform knows": {
        build: containerdOf((stack) => ({ registryMirrors: [textToken(stack)] })),
        limit: "partly",
      },
    },
  },
  "containerd-insecure-registries": {
    violating: {
      nothing: {
        build: containerd({ insecureRegistries: [""] }),
        at,
        got: 'the registry ""',
        want: address,
      },
    },
    legal: { "a registry": containerd({ insecureRegistries: ["example.com"] }) },
    unknown: {
      "a registry that only Terraform knows": {
        build: containerdOf((stack) => ({ insecureRegistries: [textToken(stack)] })),
        limit: "partly",
      },
    },
  },
  "containerd-insecure-registries-unique": {
    violating: {
      "a registry more than once": {
        build: containerd({ insecureRegistries: ["example.com", "example.com"] }),
        at,
        got: 'insecureRegistries with "example.com" more than once',
        want: "members that differ",
      },
    },
    legal: {
      "a mirror that is not verified": containerd({
        registryMirrors: ["m.example.com"],
        insecureRegistries: ["m.example.com"],
      }),
    },
    unknown: {
      "a registry that only Terraform knows": {
        build: containerdOf((stack) => ({ insecureRegistries: [textToken(stack)] })),
        limit: "partly",
      },
    },
  },
  "containerd-downloads": {
    violating: {
      none: {
        build: containerd({ maxConcurrentDownloads: 0 }),
        at,
        got: "maxConcurrentDownloads 0 layers",
        want: "a whole number from 1 to 20 layers",
      },
      "21 layers": {
        build: containerd({ maxConcurrentDownloads: 21 }),
        at,
        got: "maxConcurrentDownloads 21 layers",
        want: "a whole number from 1 to 20 layers",
      },
    },
    legal: {
      "one layer": containerd({ maxConcurrentDownloads: 1 }),
      "20 layers": containerd({ maxConcurrentDownloads: 20 }),
    },
    unknown: {
      "a number that only Terraform knows": {
        build: containerdOf((stack) => ({ maxConcurrentDownloads: numberToken(stack) })),
        limit: "silent",
      },
    },
  },
  "containerd-core-dumps": {
    violating: {
      "no limit by a number below 0": {
        build: containerd({ limitCore: -1 }),
        at,
        got: "limitCore -1 bytes",
        want: `a whole number from 0 to ${MOST} bytes`,
      },
    },
    legal: { "no core dumps": containerd({ limitCore: 0 }), "the most": containerd({ limitCore: MOST }) },
    unknown: {
      "a number that only Terraform knows": {
        build: containerdOf((stack) => ({ limitCore: numberToken(stack) })),
        limit: "silent",
      },
    },
  },
  "containerd-open-files": {
    violating: {
      "1,023 files": {
        build: containerd({ limitNoFile: 1023 }),
        at,
        got: "limitNoFile 1023 files",
        want: `a whole number from 1024 to ${MOST} files`,
      },
    },
    legal: { "1,024 files": containerd({ limitNoFile: 1024 }) },
    unknown: {
      "a number that only Terraform knows": {
        build: containerdOf((stack) => ({ limitNoFile: numberToken(stack) })),
        limit: "silent",
      },
    },
  },
  "containerd-locked-memory": {
    violating: {
      "65,535 bytes": {
        build: containerd({ limitMemLock: 65_535 }),
        at,
        got: "limitMemLock 65535 bytes",
        want: `a whole number from 65536 to ${MOST} bytes`,
      },
    },
    legal: { "65,536 bytes": containerd({ limitMemLock: 65_536 }) },
    unknown: {
      "a number that only Terraform knows": {
        build: containerdOf((stack) => ({ limitMemLock: numberToken(stack) })),
        limit: "silent",
      },
    },
  },
};
