"use strict";

const ts = require("typescript");

/**
 * A generated class makes an object for every block that its resource could have, whether or not it is given, and each
 * captures a stack trace. This rewrites the generated JavaScript so that only the blocks that are given or read are made,
 * and that only the arguments that are given are resolved. The synthesized JSON stays the same, byte for byte.
 *
 * @typedef {{ start: number, end: number, text: string }} Edit
 *
 * @param {string} code
 * @param {string} fileName for messages
 * @returns {string}
 */
function speedUp(code, fileName) {
  const file = ts.createSourceFile(fileName, code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const edits = [
    ...file.statements.filter(ts.isClassDeclaration).flatMap(makeBlocksLazy),
    ...leaveOutUndefined(file),
  ];
  const faster = applyEdits(code, edits);
  return edits.some(({ text }) => text === "given(") ? faster + GIVEN : faster;
}

const GIVEN = `
function given(attributes) {
    const result = {};
    for (const name in attributes) {
        if (attributes[name] !== undefined) result[name] = attributes[name];
    }
    return result;
}
`;

/**
 * `this._x = new X(...)` in the constructor becomes a getter that makes it when it is first read. Code that only wants to
 * know what was given looks into the field behind the getter, which stays empty as long as nothing was.
 *
 * @param {ts.ClassDeclaration} declaration
 * @returns {Edit[]}
 */
function makeBlocksLazy(declaration) {
  const constructor = declaration.members.find(ts.isConstructorDeclaration);
  const makers = (constructor?.body?.statements ?? []).flatMap(blockMaker);
  const blocks = new Set(makers.map(({ name }) => name));
  const getters = makers.map(
    ({ name, value }) =>
      `    get ${name}() {\n        return this.${behind(name)} ??= ${value.getText()};\n    }\n`,
  );
  return [
    ...makers.map(({ statement }) => ({ start: statement.getFullStart(), end: statement.end, text: "" })),
    ...descendants(declaration).flatMap((node) => rewriteUse(node, blocks)),
    insert(declaration.end - 1, getters.join("")),
  ];
}

/** @param {ts.Node} statement */
function blockMaker(statement) {
  const assignment = assignmentOf(statement);
  if (!assignment || !ts.isNewExpression(assignment.right)) return [];
  const name = memberOfThis(assignment.left);
  return name ? [{ name, value: assignment.right, statement }] : [];
}

/**
 * @param {ts.Node} node
 * @param {Set<string>} blocks
 * @returns {Edit[]}
 */
function rewriteUse(node, blocks) {
  const name = memberOfThis(node);
  if (name === undefined || !blocks.has(name)) return [];
  const access = node.parent;
  if (ts.isReturnStatement(access) || blockMaker(access.parent).length > 0) return [];
  if (!ts.isPropertyAccessExpression(access) || access.name.text !== "internalValue") {
    // A form that nobody has looked at could make the block needlessly, or miss that it was never made.
    throw new Error(
      `${node.getSourceFile().fileName}: do not know how to speed up: ${access.parent.getText()}`,
    );
  }
  const assignment = assignmentOf(access.parent.parent);
  if (assignment?.left === access) return rewriteAssignment(assignment, name);
  return [edit(access, `this.${behind(name)}?.internalValue`)];
}

/**
 * @param {ts.BinaryExpression} assignment
 * @param {string} name
 * @returns {Edit[]}
 */
function rewriteAssignment(assignment, name) {
  const value = assignment.right.getText();
  if (value === "undefined") {
    return [edit(assignment, `if (this.${behind(name)}) this.${name}.internalValue = undefined`)];
  }
  // `config.x` and the like may be undefined; the whole `value` of a put method is given.
  if (!ts.isPropertyAccessExpression(assignment.right)) return [];
  return [edit(assignment, `if (${value} !== undefined || this.${behind(name)}) ${assignment.getText()}`)];
}

/**
 * The objects that go to Terraform have a key for every argument there is.
 *
 * @param {ts.SourceFile} file
 * @returns {Edit[]}
 */
function leaveOutUndefined(file) {
  return descendants(file)
    .filter(isMapping)
    .flatMap(({ body }) => body?.statements ?? [])
    .filter(ts.isReturnStatement)
    .flatMap(({ expression }) =>
      expression && ts.isObjectLiteralExpression(expression)
        ? [insert(expression.getStart(), "given("), insert(expression.end, ")")]
        : [],
    );
}

/**
 * @param {ts.Node} node
 * @returns {node is ts.FunctionDeclaration | ts.MethodDeclaration}
 */
function isMapping(node) {
  if (!ts.isFunctionDeclaration(node) && !ts.isMethodDeclaration(node)) return false;
  const name = node.name?.getText() ?? "";
  return name === "synthesizeAttributes" || (/ToTerraform$/.test(name) && !/ToHclTerraform$/.test(name));
}

/** @param {string} name */
function behind(name) {
  return `_${name}`;
}

/**
 * @param {ts.Node} node
 * @returns {string | undefined} the name, when the node is `this.<name>`
 */
function memberOfThis(node) {
  if (!ts.isPropertyAccessExpression(node) || node.expression.kind !== ts.SyntaxKind.ThisKeyword)
    return undefined;
  return node.name.text;
}

/**
 * @param {ts.Node} statement
 * @returns {ts.BinaryExpression | undefined}
 */
function assignmentOf(statement) {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return undefined;
  return statement.expression.operatorToken.kind === ts.SyntaxKind.EqualsToken
    ? statement.expression
    : undefined;
}

/**
 * @param {ts.Node} node
 * @returns {ts.Node[]}
 */
function descendants(node) {
  /** @type {ts.Node[]} */
  const found = [];
  node.forEachChild((child) => {
    found.push(child, ...descendants(child));
  });
  return found;
}

/**
 * @param {ts.Node} node
 * @param {string} text
 * @returns {Edit}
 */
function edit(node, text) {
  return { start: node.getStart(), end: node.end, text };
}

/**
 * @param {number} position
 * @param {string} text
 * @returns {Edit}
 */
function insert(position, text) {
  return { start: position, end: position, text };
}

/**
 * @param {string} code
 * @param {Edit[]} edits
 */
function applyEdits(code, edits) {
  let result = "";
  let position = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    result += code.slice(position, start) + text;
    position = end;
  }
  return result + code.slice(position);
}

module.exports = { speedUp };
