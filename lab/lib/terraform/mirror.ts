import { createHash } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { LabError } from "./errors";
import { stateTies } from "./hcl";
import type { RehearsalFolder } from "./rehearsal";
import { rewriteStates } from "./rewrite";
import { linkEntries, shadowFolder } from "./shadow";
import { real, stateName, type JsonObject } from "./state-place";

/** Gives a stack its state where it names none itself. */
const OWN_BACKEND = "cdktf-ack-lab-backend.tf.json";

const STAMP = "cdktf-ack-lab-stamp";

/**
 * The stack as Terraform sees it in the lab: a folder of links in which every state is one of the lab. The folder of the stack
 * itself, its state, its lock file and its backend are not touched.
 */
export class Mirror {
  public readonly original: string;
  public readonly folder: string;

  constructor(
    stack: string,
    private readonly rehearsal: RehearsalFolder,
  ) {
    this.original = real(stack);
    this.folder = rehearsal.shadowOf(this.original);
  }

  /** Brings the mirror up to date. Gives whether Terraform has to initialize it (again). */
  public refresh(): { needsInit: boolean } {
    shadowFolder(this.original, (path) => this.rehearsal.shadowOf(path));
    const names = readdirSync(this.original);
    linkEntries(this.original, this.folder, isJsonConfiguration);
    this.dropStale(names);
    this.refuseTies(names);
    this.rewrite(names);
    this.copyModules();
    return { needsInit: !existsSync(join(this.folder, ".terraform")) || this.lastStamp() !== this.stamp() };
  }

  /** Notes that Terraform has initialized the stack as it is now. */
  public noteInit(): void {
    mkdirSync(join(this.folder, ".terraform"), { recursive: true });
    writeFileSync(join(this.folder, ".terraform", STAMP), this.stamp());
  }

  private lastStamp(): string | undefined {
    const file = join(this.folder, ".terraform", STAMP);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  }

  /** What Terraform looks at when it initializes: backend, providers and modules. */
  private stamp(): string {
    const hash = createHash("sha256");
    for (const name of readdirSync(this.folder).sort()) {
      if (!/\.(tf|tofu)(\.json)?$/.test(name)) continue;
      const text = readFileSync(join(this.folder, name), "utf8");
      if (!isJsonConfiguration(name)) hash.update(text);
      else {
        const { terraform, module, provider } = JSON.parse(text) as JsonObject;
        hash.update(JSON.stringify([name, terraform, module, provider && Object.keys(provider)]));
      }
    }
    return hash.digest("hex");
  }

  private dropStale(names: readonly string[]): void {
    for (const name of readdirSync(this.folder)) {
      if (isJsonConfiguration(name) && !names.includes(name)) rmSync(join(this.folder, name));
    }
  }

  private refuseTies(names: readonly string[]): void {
    for (const name of names.filter((one) => /\.(tf|tofu)$/.test(one))) {
      const file = join(this.original, name);
      const ties = stateTies(readFileSync(file, "utf8"));
      if (ties === undefined) continue;
      throw new LabError(
        `${file} has ${ties}, which would lead out of the rehearsal; the lab replaces it in .tf.json files, not in HCL: ` +
          "move it into a .tf.json file, or leave it out of what you rehearse",
      );
    }
  }

  private rewrite(names: readonly string[]): void {
    const localState = (name: string): JsonObject => this.rehearsal.localState(name);
    let hasBackend = false;
    for (const name of names.filter(isJsonConfiguration)) {
      const file = join(this.original, name);
      const rewritten = rewriteStates(parse(file), { folder: this.original, localState });
      hasBackend ||= rewritten.hasBackend;
      this.write(name, rewritten.content);
    }
    if (hasBackend) return;
    const local = localState(stateName("local", {}, this.original));
    this.write(OWN_BACKEND, { terraform: { backend: { local } } });
  }

  private write(name: string, content: JsonObject): void {
    const file = join(this.folder, name);
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(file);
    writeFileSync(file, JSON.stringify(content, null, 1));
  }

  /** Modules that are installed need not be installed again, and versions that are locked stay so. */
  private copyModules(): void {
    const pairs = [".terraform.lock.hcl", join(".terraform", "modules")];
    for (const name of pairs) {
      const from = join(this.original, name);
      const to = join(this.folder, name);
      if (!existsSync(from) || existsSync(to)) continue;
      if (lstatSync(from).isDirectory()) cpSync(from, to, { recursive: true });
      else copyFileSync(from, to);
    }
  }
}

function isJsonConfiguration(name: string): boolean {
  return /\.(tf|tofu)\.json$/.test(name);
}

function parse(file: string): JsonObject {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (failure) {
    throw new LabError(
      `${file} is not JSON: ${failure instanceof Error ? failure.message : String(failure)}`,
    );
  }
  if (typeof content === "object" && content !== null && !Array.isArray(content))
    return content as JsonObject;
  throw new LabError(`${file} is not a configuration: it has no object at the top`);
}
