import compareBuild from "semver/functions/compare-build";
import { ValueError } from "./value-error";
import { describe } from "./wording";

const NUMBER = "(?:0|[1-9][0-9]{0,5})";
const VERSION = `(${NUMBER})\\.(${NUMBER})(?:\\.(${NUMBER})(?:-(aliyun(?:acs|edge)?)\\.(${NUMBER}))?)?`;
const WHOLE = new RegExp(`^${VERSION}$`);
const START = new RegExp(`^[vV\\s]*(${VERSION})(?![0-9])`);

/** Who built a version: ACK itself, its ACS kind, or (up to 1.24) its Edge kind. */
export type KubernetesBuild = "aliyun" | "aliyunacs" | "aliyunedge";

/**
 * A Kubernetes version of ACK: "1.34.1-aliyun.1", or shorter "1.34.1" and the minor "1.34".
 *
 * Versions compare by number. What a shorter one leaves out counts as the lowest: "1.34" is not at least "1.34.1",
 * while the Alibaba build "1.34.1-aliyun.1" is at least "1.34.1", the version that it is built from.
 */
export class KubernetesVersion {
  public readonly major: number;
  public readonly minor: number;
  public readonly patch?: number;
  public readonly build?: KubernetesBuild;
  /** Number of the Alibaba build, 1 in "1.34.1-aliyun.1". */
  public readonly aliyun?: number;
  private readonly text: string;

  private constructor(text: string, [, major, minor, patch, build, aliyun]: RegExpExecArray) {
    this.text = text;
    this.major = Number(major);
    this.minor = Number(minor);
    if (patch !== undefined) this.patch = Number(patch);
    if (build !== undefined) this.build = build as KubernetesBuild;
    if (aliyun !== undefined) this.aliyun = Number(aliyun);
    Object.freeze(this);
  }

  /**
   * Reads a version strictly.
   *
   * @throws ValueError for everything else, such as "v1.30" or "latest"; the fix says what was probably meant.
   */
  public static parse(text: string): KubernetesVersion {
    const given: unknown = text;
    const parts = typeof given === "string" ? WHOLE.exec(given) : null;
    if (parts !== null) return new KubernetesVersion(text, parts);
    throw new ValueError({
      got: describe(given),
      want: "a Kubernetes version of ACK, such as 1.34.1-aliyun.1 or 1.34",
      fix: respelling(given),
    });
  }

  /** Like {@link KubernetesVersion.parse}, with `undefined` instead of an error. */
  public static tryParse(text: string): KubernetesVersion | undefined {
    try {
      return KubernetesVersion.parse(text);
    } catch (error) {
      if (error instanceof ValueError) return undefined;
      throw error;
    }
  }

  /** Exactly the text that was parsed. */
  public toString(): string {
    return this.text;
  }

  /** JSON shows the same text as messages do. */
  public toJSON(): string {
    return this.text;
  }

  /** Negative, 0 or positive, as the order of `Array.sort` wants it. */
  public compare(other: KubernetesVersion): number {
    return compareBuild(this.semver, other.semver);
  }

  /** @throws ValueError if a text is given that is no version. */
  public isAtLeast(version: string | KubernetesVersion): boolean {
    return this.compare(toVersion(version)) >= 0;
  }

  /**
   * How many minors an upgrade to the other version crosses; negative if the other is older. It counts upstream
   * minors: up to 1.30 ACK left out the odd ones.
   *
   * @throws ValueError if a text is given that is no version, or if the majors differ
   */
  public minorsBetween(version: string | KubernetesVersion): number {
    const other = toVersion(version);
    if (other.major === this.major) return other.minor - this.minor;
    throw new ValueError({ got: `versions ${this} and ${other}`, want: "two versions of one major" });
  }

  /** The build goes behind a plus: behind a hyphen, semver would take it for a preview of the version. */
  private get semver(): string {
    const core = `${this.major}.${this.minor}.${this.patch ?? 0}`;
    return this.aliyun === undefined ? core : `${core}+${this.build}.${this.aliyun}`;
  }
}

function toVersion(version: string | KubernetesVersion): KubernetesVersion {
  return version instanceof KubernetesVersion ? version : KubernetesVersion.parse(version);
}

function respelling(given: unknown): string {
  if (typeof given === "number") return "write it as a text in quotes: as a number, 1.30 is 1.3";
  const meant = typeof given === "string" ? START.exec(given)?.[1] : undefined;
  return meant === undefined ? "name the version, such as 1.34.1-aliyun.1" : `write ${meant}`;
}
