import { useWords } from '../../language/language.ts';
import { SetUpPart } from '../SetUpPart.tsx';
import { AnnouncementsPanel } from './AnnouncementsPanel.tsx';
import { UploadPanel } from './UploadPanel.tsx';

/** What callers can hear: built-in sounds, and one's own in their place or beside them. */
export default function AnnouncementsPage() {
  const say = useWords();
  return (
    <SetUpPart heading={say('announcement.heading')} intro={say('announcement.intro')}>
      <UploadPanel />
      <AnnouncementsPanel />
    </SetUpPart>
  );
}
