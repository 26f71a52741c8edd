import type { ClusterCredential } from "./cluster-credential";

/** A program that gives a credential whenever one is needed. */
export interface CredentialProgram {
  readonly apiVersion: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** What the caller of an API server shows, of these one. */
export interface Shown {
  readonly certificate?: true;
  readonly token?: string;
  readonly program?: CredentialProgram;
}

/** Who vouches for the API server, for callers that bring no certificate from ACK. */
export interface CaOptions {
  /**
   * Certificate of the authority of the cluster, in PEM. It is no secret: it can stand in the code.
   * @default - that of a credential, of which the state then has the short-lived key
   */
  readonly clusterCaCertificate?: string;
}

export interface AckRamToolOptions extends CaOptions {
  /**
   * How long a credential holds, as Go writes durations. The program keeps it in a cache of the user that runs it.
   * @default "1h"
   */
  readonly expiration?: string;

  /**
   * Name or path of the program.
   * @default "ack-ram-tool"
   */
  readonly command?: string;
}

/** How Terraform proves to an API server who it is. */
export class Authentication {
  /** A certificate that ACK gives to the user who runs Terraform: see `ClusterCredential`. */
  public static certificate(): Authentication {
    return new Authentication(undefined, () => ({ certificate: true }));
  }

  /** The token of a service account, for example from a sensitive variable. It comes into no state. */
  public static token(token: string, { clusterCaCertificate }: CaOptions = {}): Authentication {
    return new Authentication(clusterCaCertificate, () => ({ token }));
  }

  /**
   * The program `ack-ram-tool` of ACK, which the provider of Kubernetes runs whenever it needs a credential: none comes into a
   * state, and none runs out between a plan and its apply. It has to be installed where Terraform runs, and finds the same
   * environment variables as the provider.
   */
  public static ackRamTool(options: AckRamToolOptions = {}): Authentication {
    const { expiration = "1h", command = "ack-ram-tool", clusterCaCertificate } = options;
    return new Authentication(clusterCaCertificate, (clusterId) => ({
      program: {
        apiVersion: "client.authentication.k8s.io/v1beta1",
        command,
        args: [
          ...["credential-plugin", "get-credential", "--cluster-id", clusterId],
          ...["--api-version", "v1beta1", "--expiration", expiration, "--log-level", "error"],
        ],
      },
    }));
  }

  private constructor(
    /** Undefined where a credential has to be read for it. */
    public readonly clusterCaCertificate: string | undefined,
    /** What is shown to the cluster of an id. */
    public readonly shownTo: (clusterId: string) => Shown,
  ) {}
}

/** The arguments that the providers of Kubernetes and Helm share. */
export interface ConnectionArguments {
  readonly host: string;
  readonly clusterCaCertificate: string;
  readonly clientCertificate?: string;
  readonly clientKey?: string;
  readonly token?: string;
  readonly exec?: { readonly apiVersion: string; readonly command: string; readonly args: string[] };
}

/**
 * How a cluster is connected to.
 *
 * @param credential gives the credential, which is made when something of it is needed
 */
export function connectionArguments(
  clusterId: string,
  host: string | undefined,
  authentication: Authentication,
  credential: () => ClusterCredential,
): ConnectionArguments {
  const { certificate, token, program } = authentication.shownTo(clusterId);
  return {
    host: host ?? credential().host,
    clusterCaCertificate: authentication.clusterCaCertificate ?? credential().clusterCaCertificate,
    ...(certificate === undefined
      ? {}
      : { clientCertificate: credential().clientCertificate, clientKey: credential().clientKey }),
    ...(token === undefined ? {} : { token }),
    ...(program === undefined ? {} : { exec: { ...program, args: [...program.args] } }),
  };
}
