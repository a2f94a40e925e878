/** Strips types as every test does, after putting the mutant that is asked for into its file. */
import path from 'node:path';
import process from 'node:process';
import { createTransformer } from '@swc/jest';
import { MUTANTS } from './mutants.mjs';

const mutant = MUTANTS.find(({ name }) => name === process.env['MUTANT']);
const target = mutant && path.resolve(import.meta.dirname, '../..', mutant.file);

const swc = createTransformer({
  jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' },
  module: { type: 'es6' },
});

const mutated = (source, file) =>
  file === target ? source.replace(mutant.find, () => mutant.put) : source;

export default {
  ...swc,
  process: (source, file, options) => swc.process(mutated(source, file), file, options),
  processAsync: (source, file, options) => swc.processAsync(mutated(source, file), file, options),
};
