import * as path from "node:path";
import * as ts from "typescript";

const root = path.resolve(__dirname, "../..");
const snippetFile = path.join(root, "test", "snippet.ts");

/** A mistake that a program cannot make; rules of the catalogue are proven `unrepresentable` by its name. */
export interface Impossible {
  readonly name: string;
  readonly body: string;
  /** Why the compiler refuses it. */
  readonly message: RegExp;
}

/** Asserts that a snippet type-checks as a user's program would. It imports from `cdktf-ack` or `cdktf-ack/<folder>`. */
export function expectCompiles(snippet: string): void {
  expect(diagnose(snippet)).toEqual([]);
}

/** Asserts that a snippet does not type-check, and for which reason. */
export function expectDoesNotCompile(snippet: string, message: RegExp): void {
  expect(diagnose(snippet).join("\n")).toMatch(message);
}

let service: ts.LanguageService | undefined;
let current = "";
let version = 0;

/** One service for all snippets of a test file: the library is read once, and only the snippet is checked. */
function diagnose(snippet: string): string[] {
  service ??= ts.createLanguageService(host(readOptions()));
  current = snippet;
  version++;
  return [
    ...service.getSyntacticDiagnostics(snippetFile),
    ...service.getSemanticDiagnostics(snippetFile),
  ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** The options of the repository, which map the names that users import to the sources. */
function readOptions(): ts.CompilerOptions {
  const configFile = path.join(root, "tsconfig.json");
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(configFile, (file) => ts.sys.readFile(file)).config,
    { ...ts.sys, readDirectory: () => [] },
    root,
    // A snippet shows one thing; what it leaves unused is not the point.
    { noUnusedLocals: false, noUnusedParameters: false, types: [], incremental: false, composite: false },
    configFile,
  );
  return options;
}

function host(options: ts.CompilerOptions): ts.LanguageServiceHost {
  const isSnippet = (file: string) => path.resolve(file) === snippetFile;
  const read = (file: string) => (isSnippet(file) ? current : ts.sys.readFile(file));
  return {
    getCompilationSettings: () => options,
    getCurrentDirectory: () => root,
    getDefaultLibFileName: (forOptions) => ts.getDefaultLibFilePath(forOptions),
    getScriptFileNames: () => [snippetFile],
    getScriptVersion: (file) => (isSnippet(file) ? String(version) : "1"),
    getScriptSnapshot: (file) => {
      const text = read(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    fileExists: (file) => isSnippet(file) || ts.sys.fileExists(file),
    readFile: read,
    directoryExists: (folder) => ts.sys.directoryExists(folder),
    getDirectories: (folder) => ts.sys.getDirectories(folder),
    ...(ts.sys.realpath === undefined ? {} : { realpath: ts.sys.realpath }),
  };
}
