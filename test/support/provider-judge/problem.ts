export interface Problem {
  /** `alicloud_vpc.main`, `data.alicloud_zones.all`, or the section of the file (`output.vpc`). */
  readonly address: string;
  /** The argument, `data_disks[0].size`; empty when the whole resource is meant. */
  readonly path: string;
  readonly message: string;
}

/** Says one problem of the resource that is being judged. */
export type Report = (path: string, message: string) => void;

export function child(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
