import { describe, expect, test } from '@jest/globals';
import { pathOf, type Route, routeOf, routeOfLink } from '../../../src/tab/shell/routes.ts';

const routes: readonly Route[] = [
  { page: 'my-work' },
  { page: 'live' },
  { page: 'live-service', serviceId: 'it-helpdesk' },
  { page: 'live-decision', decisionId: 'd/7 ä' },
  { page: 'live-emergency', emergencyId: 'e-1' },
  { page: 'set-up' },
  { page: 'set-up-service', serviceId: 'it-helpdesk' },
  { page: 'set-up-service-part', serviceId: 'it-helpdesk', part: 'after-call' },
  { page: 'set-up-new-service' },
  { page: 'set-up-people' },
  { page: 'set-up-announcements' },
  { page: 'set-up-organisation' },
  { page: 'set-up-emergency' },
  { page: 'set-up-presence-accounts' },
  { page: 'set-up-readiness' },
];

describe('the tab’s addresses', () => {
  test.each(routes)('lead back to where they came from: %j', (route) => {
    expect(routeOf(pathOf(route))).toEqual(route);
  });

  test.each([
    ['/tab', 'my-work'],
    ['/tab/', 'my-work'],
    ['/tab/live/', 'live'],
    ['/tab/elsewhere', 'not-found'],
    ['/tab/live/services', 'not-found'],
    ['/tab/live/services/%E0%A4%A', 'not-found'],
    ['/tab/my-work/decisions/d-1', 'not-found'],
    ['/tab/live/services/a/b', 'not-found'],
    ['/tab/set-up/services/a/nothing', 'not-found'],
    ['/tab/set-up/people/a', 'not-found'],
  ])('%s is %s', (path, page) => {
    expect(routeOf(path).page).toBe(page);
  });

  test('a link into Teams leads below the page that it opens', () => {
    expect(routeOfLink('/tab/live', 'decisions/d-7')).toEqual({
      page: 'live-decision',
      decisionId: 'd-7',
    });
    expect(routeOfLink('/tab/live', 'emergencies/e-1')?.page).toBe('live-emergency');
    expect(routeOfLink('/tab/live', '')).toBeNull();
    expect(routeOfLink('/tab/live', 'nowhere/d-7')).toBeNull();
  });
});
