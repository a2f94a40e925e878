import { useWords } from '../../language/language.ts';
import { Page } from '../../shell/Page.tsx';
import { AdministratorsOnly } from '../AdministratorsOnly.tsx';
import { AnnouncementsPanel } from './AnnouncementsPanel.tsx';
import { UploadPanel } from './UploadPanel.tsx';

/** What callers can hear: built-in sounds, and one's own in their place or beside them. */
export default function AnnouncementsPage() {
  const say = useWords();
  return (
    <Page
      heading={say('announcement.heading')}
      intro={say('announcement.intro')}
      back={{ to: { page: 'set-up' }, name: say('page.setUp') }}
    >
      <AdministratorsOnly>
        <UploadPanel />
        <AnnouncementsPanel />
      </AdministratorsOnly>
    </Page>
  );
}
