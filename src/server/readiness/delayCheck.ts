/** Whether notifications come late, as its own check: the causes lie with mailboxes and clients. */
import type { Found, Texts } from './check.ts';
import type { Delays } from './delayWatch.ts';

export function delayCheck({ count, isLong, buckets }: Delays): Found {
  const within = buckets.find(({ atMostMs }) => atMostMs === 60_000)?.count ?? 0;
  return {
    id: 'presence.delay',
    area: 'notifications',
    state: isLong ? 'warning' : 'good',
    words: {
      title: titleOf(count, buckets),
      effect: {
        en: `Of ${count} notifications that a poll had overtaken, ${count - within} were over a minute late.`,
        de: `Von ${count} Meldungen, die eine Abfrage überholt hatte, kamen ${count - within} über eine Minute zu spät.`,
      },
      cause: {
        en: 'Mailboxes on premises, whose calendars Teams reads rarely, or outdated Teams clients (AHB-104).',
        de: 'Postfächer im eigenen Haus, deren Kalender Teams selten liest, oder alte Teams-Clients (AHB-104).',
      },
      mend: {
        en: 'Update the clients (... > Check for updates); for mailboxes on premises expect minutes.',
        de: 'Die Clients aktualisieren (... > Nach Updates suchen); bei eigenen Postfächern mit Minuten rechnen.',
      },
    },
  };
}

/** Said of a good one as well: how many came within each bound. */
function titleOf(count: number, buckets: Delays['buckets']): Texts {
  const title = { en: 'Delay of presence', de: 'Verzögerung der Präsenz' };
  if (count === 0) return title;
  const within = buckets
    .map((bucket) => `${bucket.count} ≤ ${bucket.atMostMs / 1000} s`)
    .join(', ');
  return {
    en: `${title.en}: of ${count} late notifications ${within}`,
    de: `${title.de}: von ${count} späten Meldungen ${within}`,
  };
}
