/** Before the tests that look at screens: tab and page are built once, where they changed. */
import { buildScreens } from '../../scripts/build.mjs';

export default async function builtScreens() {
  await buildScreens({ onlyStale: true });
}
