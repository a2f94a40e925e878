import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { RouteLink } from '../../shell/RouteLink.tsx';
import { within } from '../editing/setting.ts';
import { Announcement, OptionalAnnouncement } from '../fields/Announcement.tsx';
import { WholeNumber } from '../fields/WholeNumber.tsx';
import type { ServicePanelProps } from './panel.ts';

/** What callers hear while they wait. */
export function AnnouncementsPanel({ form }: ServicePanelProps) {
  const say = useWords();
  const announcements = within(form, 'announcements');
  return (
    <Panel
      heading={say('part.heading.announcements')}
      remark={
        <RouteLink to={{ page: 'set-up-announcements' }}>
          {say('part.announcements.upload')}
        </RouteLink>
      }
    >
      <Announcement setting={within(announcements, 'greeting')} />
      <Announcement setting={within(announcements, 'waitingMusic')} />
      <OptionalAnnouncement setting={within(announcements, 'comfort')} />
      {announcements.value.comfort !== null && (
        <WholeNumber setting={within(announcements, 'comfortEverySeconds')} />
      )}
    </Panel>
  );
}
