import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { LabError } from "./errors";
import { command, fail } from "./shell";
import type { ShimCall } from "./shim-script";

export interface GateOptions {
  /** A folder of this lab alone. */
  readonly folder: string;
  readonly transport: "unix" | "tcp";
  /** The shell script that does what was called. */
  readonly answer: (call: ShimCall) => Promise<string>;
}

/**
 * Stands in for `terraform` and `tofu` where commands look for them. Each call asks this process what to do, so that no part of
 * the lab is loaded twice, and becomes the real program.
 */
export class Gate {
  public static async open({ folder, transport, answer }: GateOptions): Promise<Gate> {
    const token = randomBytes(16).toString("hex");
    const server = createServer({ allowHalfOpen: true }, (socket) => void reply(socket, token, answer));
    const path = join(folder, "gate.sock");
    await new Promise<void>((done, failed) => {
      server.once("error", failed);
      if (transport === "unix") server.listen(path, done);
      else server.listen(0, "127.0.0.1", done);
    });
    const place = transport === "unix" ? { path } : { port: (server.address() as AddressInfo).port };
    return new Gate(server, writePrograms(folder, place, token));
  }

  private constructor(
    private readonly server: Server,
    /** The folder with the programs, for the PATH. */
    public readonly bin: string,
  ) {}

  public close(): void {
    this.server.close();
  }
}

async function reply(socket: Socket, token: string, answer: GateOptions["answer"]): Promise<void> {
  // Whoever hangs up early has been killed: there is nobody to tell.
  socket.on("error", () => socket.destroy());
  try {
    const call = JSON.parse(await heard(socket)) as ShimCall & { token: string };
    if (call.token !== token) throw new LabError("this is another lab");
    socket.end(await answer(call));
  } catch (failure) {
    const text = failure instanceof LabError ? failure.message : String((failure as Error).stack ?? failure);
    socket.end(fail(`cdktf-ack-lab: ${text}`));
  }
}

/** All that is said, until the other side has no more to say; it still waits for the answer. */
function heard(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.once("end", () => resolve(Buffer.concat(chunks).toString()));
    socket.once("error", reject);
  });
}

function writePrograms(folder: string, place: object, token: string): string {
  const bin = join(folder, "bin");
  const asking = join(folder, "ask.cjs");
  mkdirSync(bin);
  writeFileSync(
    asking,
    `const socket = require("node:net").connect(${JSON.stringify(place)});
socket.on("error", () => { console.error("cdktf-ack-lab: the lab is not running any more"); process.exit(1); });
socket.end(JSON.stringify({ token: "${token}", cwd: process.cwd(), args: process.argv.slice(2) }));
socket.pipe(process.stdout);
`,
    { mode: 0o600 },
  );
  const shim = `#!/bin/sh\nscript=$(${command(process.execPath, asking)} "$@") || exit 1\neval "$script"\n`;
  for (const name of ["terraform", "tofu"]) writeFileSync(join(bin, name), shim, { mode: 0o755 });
  return bin;
}
