import { isBuiltin } from 'node:module';
import path from 'node:path';
import { aboveInCore, nameOfPart, partOfFile, partOfName, parts } from './house.mjs';

/** ESLint rule: every import follows an arrow of the house's plan (house.mjs). */
export const arrows = {
  meta: {
    type: 'problem',
    docs: { description: 'Imports follow the arrows between the parts of the house' },
    schema: [],
    messages: {
      arrow: '{{from}} may not use {{to}}: {{from}} uses {{allowed}}.',
      door: 'Enter {{to}} by its door: import from {{name}}.',
      unknown: '{{specifier}} is no door of the house; the engine has one for each part.',
      node: '{{from}} runs without Node: {{specifier}} is not there.',
      package: '{{from}} may not use the package {{specifier}}: it uses {{allowed}}.',
      above: 'In the core arrows only go down: {{from}} stands below {{to}}.',
      outside: '{{from}} may not reach outside its part for {{specifier}}.',
      types: '{{from}} holds types only: write `import type`.',
    },
  },
  create(context) {
    const file = fromRoot(context.filename, context.cwd);
    const from = partOfFile(file);
    if (!from) return {};
    const check = (node, source, isTypeOnly) => {
      if (typeof source?.value !== 'string') return;
      const problem = judge({ from, file, specifier: source.value, isTypeOnly });
      if (problem) context.report({ node: source, ...problem });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source, onlyTypes(node)),
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal, true),
    };
  },
};

/** What is wrong with this import, as an ESLint report, or undefined when nothing is. */
function judge({ from, file, specifier, isTypeOnly }) {
  const { uses, packages, node, typesOnly } = parts[from];
  const target = resolve(file, specifier);
  if (target.kind === 'unknown') return { messageId: 'unknown', data: { specifier } };
  if (target.kind === 'node') return node ? undefined : report('node', { from, specifier });
  if (target.kind === 'package') {
    if (!packages || packages.includes(target.name)) return undefined;
    return report('package', { from, specifier, allowed: listed(packages) });
  }
  if (target.kind === 'outside') return report('outside', { from, specifier });
  if (target.part === from) {
    const above = target.path === undefined ? undefined : aboveInCore(file, target.path);
    return above && report('above', above);
  }
  if (!uses.includes(target.part)) {
    return report('arrow', { from, to: target.part, allowed: listed(uses) });
  }
  if (target.isDeep) {
    return report('door', { to: target.part, name: nameOfPart(target.part) });
  }
  return typesOnly && !isTypeOnly ? report('types', { from }) : undefined;
}

function resolve(file, specifier) {
  if (specifier.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(file), specifier);
    const part = partOfFile(target);
    return part ? { kind: 'part', part, path: target, isDeep: true } : { kind: 'outside' };
  }
  if (specifier.startsWith('@rufwerk/')) {
    const part = partOfName(specifier);
    return part ? { kind: 'part', part, isDeep: false } : { kind: 'unknown' };
  }
  if (isBuiltin(specifier)) return { kind: 'node' };
  const depth = specifier.startsWith('@') ? 2 : 1;
  return { kind: 'package', name: specifier.split('/').slice(0, depth).join('/') };
}

function onlyTypes(node) {
  if (node.importKind === 'type') return true;
  return node.specifiers.length > 0 && node.specifiers.every((each) => each.importKind === 'type');
}

function report(messageId, data) {
  return { messageId, data };
}

function listed(words) {
  return words.length === 0 ? 'nothing but itself' : `itself, ${words.join(', ')}`;
}

function fromRoot(filename, root) {
  return path.relative(root, filename).split(path.sep).join('/');
}
