import { execFile, execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

export const repository = resolve(__dirname, "../..");
const modules = join(repository, "node_modules");

/** The three ways in which TypeScript projects of today find the types of a package. */
export type ModuleResolution = "node" | "node16" | "bundler";

const moduleOf = { node: "commonjs", node16: "node16", bundler: "preserve" } as const;

export interface Tarball {
  readonly file: string;
  /** Packed, in bytes. */
  readonly size: number;
  /** The paths inside the package. */
  readonly files: readonly string[];
}

interface PackedFile {
  readonly path: string;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly bundleDependencies: readonly string[];
}

/** Packs the library as `npm publish` would. */
export function pack(into: string): Tarball {
  execFileSync(process.execPath, [join(repository, "scripts/build.mjs")], { cwd: repository });
  // The build has just run; `prepare` would run it again and print into the JSON.
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", into];
  const [packed] = JSON.parse(execFileSync("npm", args, { cwd: repository, encoding: "utf8" })) as {
    filename: string;
    size: number;
    files: PackedFile[];
  }[];
  if (!packed) throw new Error("npm packed nothing.");
  return {
    file: join(into, packed.filename),
    size: packed.size,
    files: packed.files.map(({ path }) => path),
  };
}

/** A project of a user: an empty folder in which the packed library and what it depends on are installed. */
export class FreshProject {
  public readonly dir = realpathSync(mkdtempSync(join(tmpdir(), "fresh-project-")));
  public readonly tarball = pack(this.dir);
  public readonly library = join(this.dir, "node_modules/cdktf-ack");

  constructor() {
    this.write("package.json", JSON.stringify({ name: "shop", private: true }));
    mkdirSync(this.library, { recursive: true });
    execFileSync("tar", ["-xzf", this.tarball.file, "-C", this.library, "--strip-components=1"]);
    const { dependencies, peerDependencies, bundleDependencies } = JSON.parse(
      readFileSync(join(this.library, "package.json"), "utf8"),
    ) as Manifest;
    const needed = Object.keys({ ...dependencies, ...peerDependencies, "@types/node": "" });
    for (const name of needed) if (!bundleDependencies.includes(name)) this.link(name);
  }

  public write(file: string, text: string): void {
    writeFileSync(join(this.dir, file), text);
  }

  /**
   * Compiles to `out-<resolution>`. By default it also checks the declarations of every package that the files import,
   * which takes seconds.
   */
  public async compile(
    files: readonly string[],
    resolution: ModuleResolution,
    { skipLibCheck = false } = {},
  ): Promise<void> {
    const config = `tsconfig.${resolution}.json`;
    this.write(config, JSON.stringify(compilerConfig(files, resolution, skipLibCheck)));
    await this.execute(join(modules, "typescript/bin/tsc"), ["--project", config]);
  }

  /** Runs a file with Node in the project's folder. */
  public async run(file: string): Promise<string> {
    return this.execute(join(this.dir, file), []);
  }

  public read(file: string): string {
    return readFileSync(join(this.dir, file), "utf8");
  }

  public remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** The packages come from this repository, so that no network is needed. */
  private link(name: string): void {
    const target = join(this.dir, "node_modules", name);
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(join(modules, name), target);
  }

  private async execute(script: string, args: readonly string[]): Promise<string> {
    try {
      const { stdout } = await execute(process.execPath, [script, ...args], { cwd: this.dir });
      return stdout;
    } catch (error) {
      const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
      throw new Error(`${stdout}${stderr}`.trim());
    }
  }
}

function compilerConfig(
  files: readonly string[],
  resolution: ModuleResolution,
  skipLibCheck: boolean,
): object {
  return {
    compilerOptions: {
      target: "ES2022",
      module: moduleOf[resolution],
      moduleResolution: resolution,
      moduleDetection: "force",
      strict: true,
      skipLibCheck,
      types: ["node"],
      outDir: `out-${resolution}`,
    },
    files,
  };
}
