import lt from "semver/functions/lt";
import valid from "semver/functions/valid";
import { alibabaCloud, fact, facts, limitsOn, provider, type Fact, type FactList } from "../limits";
import type { ResolvedPoolProps } from "./pool-arguments";

/** What the limits on the settings of containerd need to know. */
export interface ContainerdFacts {
  readonly version: Fact<string> | undefined;
  readonly registryMirrors: FactList<string>;
  readonly insecureRegistries: FactList<string>;
  readonly maxConcurrentDownloads: Fact<number> | undefined;
  readonly limitCore: Fact<number> | undefined;
  readonly limitNoFile: Fact<number> | undefined;
  readonly limitMemLock: Fact<number> | undefined;
}

const pool = limitsOn<ContainerdFacts>("containerd of nodes");

const page = alibabaCloud("ACK, Customize the containerd configuration of a node pool");
const argument = (name: string) => provider(`alicloud_cs_kubernetes_node_pool.containerd_config.${name}`);

const FIRST = "1.6.20";
const address = { member: "registry", want: "the address of a registry, without spaces" };

export const containerdLimits = [
  pool.limit(
    "containerd-settings-version",
    ["version"],
    {
      statement: "Settings of containerd are for version 1.6.20 or later.",
      source: page,
      fix: "take a later version, or leave it out",
    },
    ({ version }) =>
      version !== undefined && valid(version) !== null && lt(version, FIRST)
        ? [{ got: `settings of containerd ${version}`, want: `${FIRST} or later` }]
        : [],
  ),
  pool.eachFormat("containerd-mirrors", "registryMirrors", /^\S+$/, address, {
    statement: "A mirror of a registry is named by its address.",
    source: argument("registry_mirrors"),
    fix: 'registryMirrors: ["https://mirror.example.com"]',
  }),
  pool.unique("containerd-mirrors-unique", "registryMirrors", {
    statement: "A mirror is named once.",
    source: argument("registry_mirrors"),
    authority: "library",
    fix: "leave the second one out",
  }),
  pool.eachFormat("containerd-insecure-registries", "insecureRegistries", /^\S+$/, address, {
    statement: "A registry whose certificate is not verified is named by its address.",
    source: argument("insecure_registries"),
    fix: 'insecureRegistries: ["registry.example.com"]',
  }),
  pool.unique("containerd-insecure-registries-unique", "insecureRegistries", {
    statement: "A registry whose certificate is not verified is named once.",
    source: argument("insecure_registries"),
    authority: "library",
    fix: "leave the second one out",
  }),
  pool.range(
    "containerd-downloads",
    "maxConcurrentDownloads",
    { min: 1, max: 20, unit: "layers" },
    {
      statement: "containerd downloads 1 to 20 layers of an image at a time.",
      source: argument("max_concurrent_downloads"),
      authority: "provider",
      fix: "maxConcurrentDownloads: 10",
    },
  ),
  pool.range(
    "containerd-core-dumps",
    "limitCore",
    { min: 0, max: Number.MAX_SAFE_INTEGER, unit: "bytes" },
    {
      statement: "A limit on core dumps is a number of bytes, from 0.",
      source: argument("limit_core"),
      authority: "provider",
      fix: "give a number of bytes, or leave limitCore out for no limit",
    },
  ),
  pool.range(
    "containerd-open-files",
    "limitNoFile",
    { min: 1024, max: Number.MAX_SAFE_INTEGER, unit: "files" },
    {
      statement: "A container may open 1,024 files or more at a time.",
      source: argument("limit_no_file"),
      authority: "provider",
      fix: "limitNoFile: 1048576",
    },
  ),
  pool.range(
    "containerd-locked-memory",
    "limitMemLock",
    { min: 65_536, max: Number.MAX_SAFE_INTEGER, unit: "bytes" },
    {
      statement: "A container may lock 65,536 bytes of memory or more.",
      source: argument("limit_mem_lock"),
      authority: "provider",
      fix: "limitMemLock: 67108864",
    },
  ),
];

/** Undefined for the many pools that say nothing of it. */
export function containerdFacts({ runtime }: ResolvedPoolProps): ContainerdFacts | undefined {
  if (runtime?.isConfigured !== true) {
    return undefined;
  }
  const { configuration } = runtime;
  return {
    version: fact(runtime.version),
    registryMirrors: facts(configuration.registryMirrors) ?? [],
    insecureRegistries: facts(configuration.insecureRegistries) ?? [],
    maxConcurrentDownloads: fact(configuration.maxConcurrentDownloads),
    limitCore: fact(configuration.limitCore),
    limitNoFile: fact(configuration.limitNoFile),
    limitMemLock: fact(configuration.limitMemLock),
  };
}
