export interface Problem {
  /** `alicloud_vpc.main`, `data.alicloud_zones.all`, or the section of the file (`output.vpc`). */
  readonly address: string;
  /** The argument, `data_disks[0].size`; empty when the whole resource is meant. */
  readonly path: string;
  readonly message: string;
}

/** Says one problem of what is being judged. */
export type Report = (path: string, message: string) => void;
