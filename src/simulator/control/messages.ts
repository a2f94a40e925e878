import type { Server } from 'restify';
import type { ActivityFeeds } from '../activity/activity-feeds.ts';
import { ok } from '../http/answer.ts';
import { controlRoute } from '../http/routes.ts';
import type { SentMail } from '../mail/sent-mail.ts';

/** What reached people beside the bot's chats: mails, and entries of their activity feeds. */
export function registerMessageControl(server: Server, mail: SentMail, feeds: ActivityFeeds): void {
  controlRoute(server, 'get', '/_simulator/mail', () =>
    ok(mail.all().map((one) => ({ ...one, at: new Date(one.at).toISOString() }))),
  );
  controlRoute(server, 'get', '/_simulator/activity-notifications', ({ query }) => {
    const all = feeds.all().map(({ person, at, ...rest }) => ({
      ...rest,
      upn: person.upn,
      at: new Date(at).toISOString(),
    }));
    const { upn } = query;
    return ok(upn === undefined ? all : all.filter((one) => one.upn === upn));
  });
}
