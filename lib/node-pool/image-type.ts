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
  /** ContainerOS: boots fast, takes key pairs alone. */
  public static readonly CONTAINER_OS = new ImageType("ContainerOS");
  /** Ubuntu. */
  public static readonly UBUNTU = new ImageType("Ubuntu");

  private constructor(public readonly name: string) {}
}
