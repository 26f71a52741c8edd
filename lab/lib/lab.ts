import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, join, resolve } from "node:path";
import type { AccountOptions, InspectableAccount } from "./account";
import { createAccount } from "./account";
import { loadFaults } from "./faults";
import { KNOWN_PROVIDERS, loadProvider, type ProviderModel } from "./schema";
import { ProviderServers, type Transport } from "./server";
import {
  findBinary,
  Gate,
  Mirror,
  REAL_BINARY,
  RehearsalFolder,
  Runner,
  scriptFor,
  Stack,
  terraformEnvironment,
  type Binary,
  type ShimCall,
} from "./terraform";

export interface LabOptions {
  /**
   * The account behind the providers: the path of a file that keeps it, or an account of one's own. An account in memory,
   * unless said.
   */
  readonly account?: string | InspectableAccount;
  /** What goes wrong: faults, or the path of a file of them. */
  readonly faults?: AccountOptions["faults"] | string;
  /** Quotas that differ from those of a new account. */
  readonly quotas?: AccountOptions["quotas"];
  /** Versions of Kubernetes that ACK offers, by region, where they are not the usual ones. */
  readonly kubernetesVersions?: AccountOptions["kubernetesVersions"];
  /** What an id stands for that was never made in this account: something that exists, unless said. */
  readonly existing?: AccountOptions["existing"];
  /**
   * Where states are kept. Beside the file of the account, where there is one; else in a temporary folder that goes away with the
   * lab.
   */
  readonly state?: string;
  /** How Terraform reaches the providers: `unix` sockets, unless said. */
  readonly transport?: Transport;
  /** With `tcp`: the first port. The system chooses, unless said. */
  readonly port?: number;
  /** The name or path of the Terraform or OpenTofu to run. */
  readonly terraform?: string;
  /**
   * Has Terraform check the answers of the providers without the leniency that it has for those made with the SDK, as the real
   * ones are. For tests of the lab itself.
   */
  readonly strict?: boolean;
}

/** A stack: its folder, or its Terraform JSON as an object or as text. */
export type StackSource = string | Readonly<Record<string, unknown>>;

let providers: readonly ProviderModel[] | undefined;

/**
 * A cloud account that is none, and the providers that lead to it.
 *
 * @example
 * const lab = await Lab.start();
 * const stack = lab.stack(Testing.synth(myStack));
 * await stack.apply();
 * expect((await stack.plan()).isEmpty).toBe(true);
 * await lab.stop();
 */
export class Lab {
  /** Starts a lab. It runs until it is stopped. */
  public static async start(options: LabOptions = {}): Promise<Lab> {
    const temporary = mkdtempSync(join(realpathSync(tmpdir()), "ack-lab-"));
    try {
      const lab = new Lab(options, temporary);
      await lab.open();
      return lab;
    } catch (failure) {
      rmSync(temporary, { recursive: true, force: true });
      throw failure;
    }
  }

  /** What exists in the cloud, for tests to look into. */
  public readonly account: InspectableAccount;
  private readonly servers: ProviderServers;
  private readonly rehearsal: RehearsalFolder;
  private readonly transport: Transport;
  private found: Promise<Binary> | undefined;
  private gate: Promise<Gate> | undefined;
  private plans = 0;
  private unnamed = 0;
  private readonly atExit = (): void => this.discard();

  private constructor(
    private readonly options: LabOptions,
    /** Sockets and whatever else need not be kept. */
    private readonly temporary: string,
  ) {
    const { port, strict } = options;
    this.transport = options.transport ?? "unix";
    this.account = accountOf(options, () => this.servers.stop());
    providers ??= KNOWN_PROVIDERS.map(loadProvider);
    this.servers = new ProviderServers(providers, this.account, {
      transport: this.transport,
      folder: temporary,
      ...(port !== undefined && { port }),
      ...(strict !== undefined && { strict }),
    });
    this.rehearsal = new RehearsalFolder(stateFolder(options) ?? join(temporary, "rehearsal"));
  }

  /**
   * A stack to work with. Terraform runs in a mirror of it, with a state of the lab: the folder, its state and its backend are
   * not touched.
   *
   * Stacks of the same name that come as objects are versions of one stack. Without a name, it is the one that cdktf has written
   * into them.
   */
  public stack(source: StackSource, { name }: { readonly name?: string } = {}): Stack {
    const host = { runner: () => this.runner(), planFile: () => this.planFile() };
    if (typeof source === "string" && !source.trimStart().startsWith("{")) {
      const folder = resolve(source);
      return new Stack(name ?? basename(folder), new Mirror(folder, this.rehearsal), host);
    }
    const content = typeof source === "string" ? source : JSON.stringify(source, null, 2);
    const known = name ?? nameIn(content) ?? `stack-${++this.unnamed}`;
    const folder = this.rehearsal.sourceFolder(known);
    mkdirSync(folder, { recursive: true });
    return new Stack(known, new Mirror(folder, this.rehearsal), host, content);
  }

  /**
   * The environment for a command of one's own: `terraform`, `tofu` and `cdktf` work in the lab with it, also when a script calls
   * them.
   */
  public async env(base: NodeJS.ProcessEnv = process.env): Promise<NodeJS.ProcessEnv> {
    const { path } = await this.terraform();
    this.gate ??= Gate.open({
      folder: this.temporary,
      transport: this.transport,
      answer: (call) => this.scriptFor(call),
    });
    const { bin } = await this.gate;
    return {
      ...terraformEnvironment(this.servers.attachment, base),
      PATH: [bin, base["PATH"]].filter(Boolean).join(delimiter),
      TERRAFORM_BINARY_NAME: join(bin, "terraform"),
      [REAL_BINARY]: path,
    };
  }

  /** The Terraform or OpenTofu that this lab runs. */
  public terraform(): Promise<Binary> {
    this.found ??= findBinary(this.options.terraform);
    return this.found;
  }

  /** The folder with the states, and all that Terraform writes in this lab. */
  public get folder(): string {
    return this.rehearsal.root;
  }

  /** Ends the lab. An account and states that are kept in files stay, all else is gone. */
  public async stop(): Promise<void> {
    const gate = await this.gate?.catch(() => undefined);
    gate?.close();
    this.discard();
  }

  /** Ends the lab at once: also when the process exits without a stop. */
  private discard(): void {
    process.off("exit", this.atExit);
    this.servers.stop();
    this.rehearsal.release();
    rmSync(this.temporary, { recursive: true, force: true });
  }

  private async open(): Promise<void> {
    this.rehearsal.open();
    try {
      await this.servers.start();
    } catch (failure) {
      this.rehearsal.release();
      throw failure;
    }
    process.on("exit", this.atExit);
  }

  private async runner(): Promise<Runner> {
    const { path } = await this.terraform();
    // After a crash they do not listen.
    await this.servers.start();
    return new Runner(path, terraformEnvironment(this.servers.attachment));
  }

  private async scriptFor(call: ShimCall): Promise<string> {
    const { path: binary } = await this.terraform();
    await this.servers.start();
    return scriptFor(call, { binary, attachment: this.servers.attachment, rehearsal: this.rehearsal });
  }

  private planFile(): string {
    return join(this.temporary, `${++this.plans}.tfplan`);
  }
}

function accountOf(
  { account, faults, quotas, kubernetesVersions, existing }: LabOptions,
  onCrash: () => void,
): InspectableAccount {
  if (typeof account === "object") return account;
  const plan = typeof faults === "string" ? loadFaults(faults) : faults;
  return createAccount({
    ...(account !== undefined && { file: account }),
    ...(plan !== undefined && { faults: plan }),
    ...(quotas !== undefined && { quotas }),
    ...(kubernetesVersions !== undefined && { kubernetesVersions }),
    ...(existing !== undefined && { existing }),
    onCrash,
  });
}

/** An account that is kept without the states that know it would be of little use. */
function stateFolder({ account, state }: LabOptions): string | undefined {
  if (state !== undefined) return resolve(state);
  return typeof account === "string" ? `${resolve(account)}.states` : undefined;
}

function nameIn(content: string): string | undefined {
  const { "//": comment } = JSON.parse(content) as { "//"?: { metadata?: { stackName?: unknown } } };
  const name = comment?.metadata?.stackName;
  return typeof name === "string" && /^[\w.-]+$/.test(name) ? name : undefined;
}
