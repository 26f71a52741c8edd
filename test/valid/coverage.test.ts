import { dirname, join } from "node:path";
import * as ts from "typescript";
import "./build";
import { generated } from "./props";

const repository = join(__dirname, "../..");

/** What is not in the generator, and why. */
const leftOut: Readonly<Record<string, string>> = {
  provider: "a configuration with an alias, which test/resource has for every construct",
  dependsOn: "an order, which test/resource has for every construct",
  lifecycle: "passed on as it is, which test/resource has for every construct",
  vpc: "each network is in the VPC of the configuration",
  egress: "chosen beside the network",
};

const program = ts.createProgram([join(repository, "lib/index.ts")], {
  ...ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(repository, "tsconfig.json"), (file) => ts.sys.readFile(file)).config,
    ts.sys,
    dirname(join(repository, "tsconfig.json")),
  ).options,
  noEmit: true,
});
const checker = program.getTypeChecker();

/** The props of an interface of the library that can be given, by the declarations. */
function propsOf(name: string): readonly string[] {
  const declaration = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.includes("/lib/") && !fileName.includes("node_modules"))
    .flatMap(({ statements }) => [...statements])
    .find(
      (statement): statement is ts.InterfaceDeclaration =>
        ts.isInterfaceDeclaration(statement) && statement.name.text === name,
    );
  if (declaration === undefined) {
    throw new Error(`The library has no interface ${name}`);
  }
  return checker
    .getPropertiesOfType(checker.getTypeAtLocation(declaration))
    .filter((symbol) => {
      const type = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(symbol, declaration));
      return (type.flags & ts.TypeFlags.Never) === 0;
    })
    .map((symbol) => symbol.name);
}

test("the generator of valid configurations sets every prop of every construct that it makes", () => {
  const missing = [...generated].flatMap(([name, keys]) =>
    propsOf(name)
      .filter((prop) => !keys.has(prop) && leftOut[prop] === undefined)
      .map((prop) => `${name}.${prop}`),
  );
  expect(missing).toEqual([]);
});

test("it sets no prop that there is not", () => {
  const unknown = [...generated].flatMap(([name, keys]) => {
    const known = new Set(propsOf(name));
    return [...keys].filter((key) => !known.has(key)).map((key) => `${name}.${key}`);
  });
  expect(unknown).toEqual([]);
});
