/** Looks for accessibility faults with axe, by the rules of WCAG 2.1 A and AA. */
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/**
 * Fluent's focus sentinels are hidden from people and focusable on purpose; nothing else is spared.
 */
const SPARED = '[data-tabster-dummy]';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** One line for each fault; none when the page is clean. */
export async function accessibilityFaults(frame: Frame | Page): Promise<string[]> {
  await frame.addScriptTag({ path: axeFile });
  const result = await frame.evaluate(
    async ([spared, rules]) => {
      const { axe } = globalThis as unknown as {
        axe: { run(context: object, options: object): Promise<AxeResult> };
      };
      return axe.run({ exclude: [[spared]] }, { runOnly: rules });
    },
    [SPARED, RULES] as const,
  );
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ''}`),
  );
}
