/** The operating system of the nodes of a pool. ACK chooses the newest image of the type. */
export class ImageType {
  /** Alibaba Cloud Linux 3, made for containers. */
  public static readonly ALIBABA_CLOUD_LINUX_3_CONTAINER_OPTIMIZED = new ImageType(
    "AliyunLinux3ContainerOptimized",
  );
  /** Alibaba Cloud Linux 3. */
  public static readonly ALIBABA_CLOUD_LINUX_3 = new ImageType("AliyunLinux3");
  /** Alibaba Cloud Linux 3 for ARM instances. */
  public static readonly ALIBABA_CLOUD_LINUX_3_ARM64 = new ImageType("AliyunLinux3Arm64");
  /** Alibaba Cloud Linux 4, made for containers. */
  public static readonly ALIBABA_CLOUD_LINUX_4_CONTAINER_OPTIMIZED = new ImageType(
    "AliyunLinux4ContainerOptimized",
  );
  /** Alibaba Cloud Linux 4. */
  public static readonly ALIBABA_CLOUD_LINUX_4 = new ImageType("AliyunLinux4");
  /** Alibaba Cloud Linux 4 for ARM instances. */
  public static readonly ALIBABA_CLOUD_LINUX_4_ARM64 = new ImageType("AliyunLinux4Arm64");
  /** Alibaba Cloud Linux 4, made for containers, for ARM instances. */
  public static readonly ALIBABA_CLOUD_LINUX_4_CONTAINER_OPTIMIZED_ARM64 = new ImageType(
    "AliyunLinux4ContainerOptimizedArm64",
  );
  /** Alibaba Cloud Linux 4 in the edition that ACK calls security. */
  public static readonly ALIBABA_CLOUD_LINUX_4_SECURITY = new ImageType("AliyunLinux4Security");
  /** Alibaba Cloud Linux in the edition that ACK calls security. */
  public static readonly ALIBABA_CLOUD_LINUX_SECURITY = new ImageType("AliyunLinuxSecurity");
  /** Alibaba Cloud Linux that boots with UEFI, as the instances with SGX need it. */
  public static readonly ALIBABA_CLOUD_LINUX_UEFI = new ImageType("AliyunLinuxUEFI");
  /** ContainerOS: boots fast; people log in with key pairs alone. */
  public static readonly CONTAINER_OS = new ImageType("ContainerOS");
  /** Ubuntu. */
  public static readonly UBUNTU = new ImageType("Ubuntu");
  /** Alibaba Cloud Linux 2, for pools that have it: it gets no security fixes any more. */
  public static readonly ALIBABA_CLOUD_LINUX_2 = new ImageType("AliyunLinux");
  /** CentOS 7, for pools that have it: it gets no security fixes any more. */
  public static readonly CENTOS = new ImageType("CentOS");
  /** Windows Server, for pools of managed clusters with Flannel. */
  public static readonly WINDOWS = new ImageType("Windows");
  /** Windows Server Core, for pools of managed clusters with Flannel. */
  public static readonly WINDOWS_CORE = new ImageType("WindowsCore");

  /**
   * An image of yours, by its id: `m-bp1...`. It is made from an image of ACK, and may need a permission for the
   * account. A change of the id is for new nodes.
   */
  public static custom(imageId: string): ImageType {
    return new ImageType("Custom", imageId);
  }

  /** A type by the name that the provider has for it, for types that this library does not know yet. */
  public static of(name: string): ImageType {
    return new ImageType(name);
  }

  private constructor(
    public readonly name: string,
    /** Of an image of one's own. */
    public readonly imageId?: string,
  ) {}
}
