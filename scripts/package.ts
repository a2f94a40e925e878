/**
 * `npm run package`: the Teams app package of an environment, ready to upload.
 * `npm run package -- dev` takes env/.env.dev; without a name the simulated tenant's.
 */
import { buildPackage } from './package/build.ts';

const environmentName = process.argv[2] ?? 'local';
const built = await buildPackage(environmentName);
if (built.ok) {
  console.log(`Made ${built.file}.`);
} else {
  console.error(built.message);
  process.exitCode = 1;
}
