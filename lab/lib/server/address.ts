import { join } from "node:path";

/** How Terraform reaches the providers. */
export type Transport = "unix" | "tcp";

/** Where one provider listens. */
export type Address =
  { readonly network: "unix"; readonly path: string } | { readonly network: "tcp"; readonly port: number };

export const LOOPBACK = "127.0.0.1";

/** The kernel keeps the path of a socket in about a hundred bytes. */
const LONGEST_PATH = 100;

/** A socket in a folder; refused at once where the kernel would cut its path off. */
export function unixSocket(folder: string, name: string): Address {
  const path = join(folder, name);
  if (Buffer.byteLength(path) > LONGEST_PATH) {
    throw new Error(
      `the path of a socket has at most ${LONGEST_PATH} bytes, not ${path}: use tcp, or a shorter TMPDIR`,
    );
  }
  return { network: "unix", path };
}

/** The form that Terraform reads. */
export function forTerraform(address: Address): { Network: string; String: string } {
  return address.network === "unix"
    ? { Network: "unix", String: address.path }
    : { Network: "tcp", String: `${LOOPBACK}:${address.port}` };
}
