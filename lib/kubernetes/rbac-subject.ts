/** Whom Kubernetes lets do something. */
export class RbacSubject {
  /** A user, by the name in the certificate or token. */
  public static user(name: string): RbacSubject {
    return new RbacSubject("User", name);
  }

  /** A group, such as `system:serviceaccounts:shop` for all service accounts of a namespace. */
  public static group(name: string): RbacSubject {
    return new RbacSubject("Group", name);
  }

  /** A service account: what runs in Pods. */
  public static serviceAccount(namespace: string, name: string): RbacSubject {
    return new RbacSubject("ServiceAccount", name, namespace);
  }

  private constructor(
    public readonly kind: "User" | "Group" | "ServiceAccount",
    public readonly name: string,
    public readonly namespace?: string,
  ) {}
}
