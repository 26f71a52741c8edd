/**
 * The bindings of the aliyun/alicloud provider, under a name that users can import: a bundled package is not
 * resolvable by its own. Loading this loads no resource; each is loaded when it is first used.
 */
export * from "@cdktf/provider-alicloud";
