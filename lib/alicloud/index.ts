export * from "@cdktf/provider-alicloud";
