/** What the server tells the page before anybody has signed in. */
import { z } from 'zod';

const servedConfigurationSchema = z.object({
  /** Rufwerk's registration in Entra. */
  appId: z.string(),
  /** Origins besides Microsoft's own that may frame the tab: empty outside a simulated tenant. */
  extraHostOrigins: z.array(z.string()),
});
export type ServedConfiguration = z.infer<typeof servedConfigurationSchema>;

/** @throws Error when the server does not answer, or with something else. */
export async function readServedConfiguration(): Promise<ServedConfiguration> {
  const response = await fetch(`${import.meta.env.BASE_URL}config.json`);
  if (!response.ok) throw new Error(`config.json: the server answered ${response.status}.`);
  return servedConfigurationSchema.parse(await response.json());
}
