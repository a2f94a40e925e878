import type { Server } from 'restify';
import { z } from 'zod';
import type { ActivityFeeds } from '../activity/activity-feeds.ts';
import { hasBotInstalled } from '../connector/identities.ts';
import { noContent } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { Tenant } from '../tenant.ts';
import { badRequest, graphError, resourceNotFound } from './errors.ts';
import { GRAPH_ROOT, graphRoute } from './routes.ts';
import type { Needed } from './routes.ts';

const SEND: Needed = {
  application: ['TeamsActivity.Send'],
  delegated: [],
  refusal: { code: 'Forbidden', message: 'Missing role permissions on the request.' },
};
const PREVIEW_LENGTH_MAX = 150;

const notificationBody = z.object({
  topic: z.object({
    source: z.enum(['entityUrl', 'text']),
    value: z.string().min(1),
    webUrl: z.string().nullish(),
  }),
  activityType: z.string().min(1),
  previewText: z.object({ content: z.string().max(PREVIEW_LENGTH_MAX) }).nullish(),
  templateParameters: z.array(z.object({ name: z.string().min(1), value: z.string() })).nullish(),
  chainId: z.number().int().nullish(),
  teamsAppId: z.string().nullish(),
});

/** Entries in people's activity feeds, for those who have the app. */
export function registerActivityNotifications(
  server: Server,
  tenant: Tenant,
  feeds: ActivityFeeds,
): void {
  const path = '/users/:id/teamwork/sendActivityNotification';
  graphRoute(server, tenant, 'post', path, SEND, ({ params, body }): Answer => {
    const id = params['id'] ?? '';
    const person = tenant.directory.findPerson(id);
    if (person === undefined) return resourceNotFound(tenant, id);
    const parsed = notificationBody.safeParse(body);
    if (!parsed.success) return badRequest(tenant, z.prettifyError(parsed.error));
    const { topic, activityType, previewText, templateParameters, chainId } = parsed.data;
    const wrong = topicProblem(tenant, topic);
    if (wrong !== null) return badRequest(tenant, wrong);
    if (!hasBotInstalled(person)) {
      const words = 'The Teams app is not installed for the recipient.';
      return graphError(tenant, 404, 'NotFound', words);
    }
    const parameters = (templateParameters ?? []).map(({ name, value }) => [name, value] as const);
    feeds.send({
      person,
      activityType,
      previewText: previewText?.content ?? null,
      topic: topic.value,
      webUrl: topic.webUrl ?? null,
      templateParameters: Object.fromEntries(parameters),
      chainId: chainId ?? null,
    });
    return noContent;
  });
}

/** An `entityUrl` is an address of Graph; a `text` says by its `webUrl` where a click leads. */
function topicProblem(
  tenant: Tenant,
  { source, value, webUrl }: z.infer<typeof notificationBody>['topic'],
): string | null {
  if (source === 'entityUrl') {
    const roots = ['https://graph.microsoft.com/', `${tenant.url}${GRAPH_ROOT}/`];
    const isGraph = roots.some((root) => value.startsWith(root));
    return isGraph ? null : 'topic.value: an entityUrl must be an address of Microsoft Graph.';
  }
  const isDeepLink = webUrl?.startsWith('https://teams.microsoft.com/l/') ?? false;
  return isDeepLink ? null : 'topic.webUrl: a text needs a deep link of Microsoft Teams.';
}
