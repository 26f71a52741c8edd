import { DataAlicloudAckService } from "@cdktf/provider-alicloud/lib/data-alicloud-ack-service";
import type { TerraformProvider, TerraformStack } from "cdktf";
import { Construct } from "constructs";

/** What ACK is activated as: each is paid for by use, and none costs anything before it is used. */
export enum AckProduct {
  /** Managed, Pro and dedicated clusters. */
  PRO = "propayasgo",
  /** Edge clusters. */
  EDGE = "edgepayasgo",
  /** Genomics Service. */
  GENOMICS = "gspayasgo",
}

/**
 * Activates ACK in the account. **It happens while Terraform plans**, and not when a plan is applied: the provider has a data source for
 * it alone. Nothing in this library does it unless you write this.
 */
export class ActivatedAck extends Construct {
  /** The generated data source. */
  public readonly data: DataAlicloudAckService;

  constructor(
    scope: TerraformStack,
    id: string,
    {
      product = AckProduct.PRO,
      provider,
    }: { readonly product?: AckProduct; readonly provider?: TerraformProvider } = {},
  ) {
    super(scope, id);
    this.data = new DataAlicloudAckService(this, "service", {
      ...(provider === undefined ? {} : { provider }),
      enable: "On",
      type: product,
    });
  }
}
