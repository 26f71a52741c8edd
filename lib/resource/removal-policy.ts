/** What happens to a resource that is removed from the configuration, or replaced. */
export enum RemovalPolicy {
  /**
   * It cannot go by accident: the service refuses to delete it (`deletion_protection`) and Terraform refuses to plan
   * it (`prevent_destroy`). To remove it on purpose, deploy once with `DESTROY` and then remove it.
   */
  PROTECT = "protect",
  /** It goes with the configuration: for development clusters and tests. */
  DESTROY = "destroy",
}
